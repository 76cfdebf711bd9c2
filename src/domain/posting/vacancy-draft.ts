import type { CompanyDraft, CompanyUserDraft, VacancyDraft } from './drafts.ts';
import type { CompanyInput, CompanyUserInput, VacancyInput } from './inputs.ts';

/** A vacancy as createVacancy's and updateVacancy's input states it, field for field. */
export function vacancyDraftOf(input: VacancyInput): VacancyDraft {
  return {
    referenceNumber: input.referenceNumber ?? null,
    title: input.title ?? null,
    description: input.description ?? null,
    location: input.location ?? null,
    countryCode: input.countryCode ?? null,
    education: input.education ?? null,
    experience: input.experience ?? null,
    employment: input.employment ?? null,
    hours: input.hours ?? null,
    salary: input.salary ?? null,
    industry: input.industry ?? null,
    company: companyDraft(input.company),
    companyUser: companyUserDraft(input.companyUser),
    atsId: input.atsId ?? null,
    autoDeleteDate: input.autoDeleteDate ?? null,
    customFields: input.customFields?.map(({ name, value }) => ({ name, value })) ?? null,
  };
}

function companyDraft(company: CompanyInput | null | undefined): CompanyDraft | null {
  if (company === null || company === undefined) return null;
  return { name: company.name, logoUrl: company.logoUrl ?? null, description: company.description ?? null, typeId: company.typeId ?? null };
}

function companyUserDraft(user: CompanyUserInput | null | undefined): CompanyUserDraft | null {
  if (user === null || user === undefined) return null;
  return { name: user.name, email: user.email, phone: user.phone ?? null, photoUrl: user.photoUrl ?? null, functionId: user.functionId ?? null };
}
