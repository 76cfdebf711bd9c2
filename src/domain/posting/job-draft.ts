import type { ContactDraft, JobDraft, PostalAddressDraft, PublicationSetDraft } from './drafts.ts';
import type { ContactInput, PostalAddressInput, PublicationSetInput, SaveJobInput } from './inputs.ts';

/** A job as saveJob's input states it, field for field. */
export function jobDraftOf(input: SaveJobInput): JobDraft {
  return {
    jobCode: input.jobCode ?? null,
    internalReferenceCode: input.internalReferenceCode ?? null,
    organisationCode: input.organisationCode ?? null,
    name: input.name ?? null,
    description: input.description ?? null,
    requirements: input.requirements ?? null,
    otherDetails: input.otherDetails ?? null,
    employer: input.employer ?? null,
    department: input.department ?? null,
    openings: input.openings ?? null,
    applicationTypes: input.applicationTypes ?? null,
    onlineApplicationTypes: input.onlineApplicationTypes ?? null,
    applicationEmail: input.applicationEmail ?? null,
    applicationUrl: input.applicationUrl ?? null,
    applicationAddress: addressDraft(input.applicationAddress),
    city: input.city ?? null,
    postcode: input.postcode ?? null,
    educationLevels: input.educationLevels ?? null,
    jobCategories: input.jobCategories ?? null,
    jobBranches: input.jobBranches ?? null,
    regions: input.regions ?? null,
    hoursMin: input.hoursMin ?? null,
    hoursMax: input.hoursMax ?? null,
    contractType: input.contractType ?? null,
    payScales: input.payScales ?? null,
    salaryMin: input.salaryMin ?? null,
    salaryMax: input.salaryMax ?? null,
    payDescription: input.payDescription ?? null,
    applicationContact: contactDraft(input.applicationContact),
    applicationProcedureContact: contactDraft(input.applicationProcedureContact),
    informationContact: contactDraft(input.informationContact),
    drivingLicences: input.drivingLicences ?? null,
    securityScreening: input.securityScreening ?? null,
    structureGroup: input.structureGroup ?? null,
    visible: input.visible ?? null,
    publicationSets: input.publicationSets?.map(publicationSetDraft) ?? null,
    extra: input.extra ?? null,
  };
}

function contactDraft(contact: ContactInput | null | undefined): ContactDraft | null {
  if (contact === null || contact === undefined) return null;
  return { name: contact.name ?? null, email: contact.email ?? null, phone: contact.phone ?? null, url: contact.url ?? null, address: addressDraft(contact.address) };
}

function addressDraft(address: PostalAddressInput | null | undefined): PostalAddressDraft | null {
  if (address === null || address === undefined) return null;
  const { street = null, houseNumber = null, postcode = null, city = null, countryCode = null, email = null } = address;
  return { street, houseNumber, postcode, city, countryCode, email };
}

function publicationSetDraft({ publications }: PublicationSetInput): PublicationSetDraft {
  return { publications: publications.map(({ status, startsAt, endsAt }) => ({ status, startsAt, endsAt: endsAt ?? null })) };
}
