import type { VacancyDraft } from '../domain/posting/drafts.ts';
import type { PostedChannel, Posting } from '../domain/posting/posting.ts';
import { nowhere } from '../domain/location.ts';
import { richText } from '../domain/rich-text.ts';
import { noApplicationProcedure, noEmployment, type Reference, vacancy, type Vacancy, type VacancyStatus } from '../domain/vacancy.ts';

/**
 * A vacancy of ICTerGezocht as it was sent, since the upstream has no way to read one (ICTerGezocht document). What only the upstream
 * knows of it stays null. Null where nothing that was sent is kept.
 */
export function vacancyFromPosting({ createdAt, updatedAt }: Posting, posted: PostedChannel): Vacancy | null {
  const { draft, upstreamId, url } = posted;
  if (draft?.channel !== 'ICTERGEZOCHT' || upstreamId === null) return null;
  const sent = draft.vacancy;
  return vacancy({
    source: 'ICTERGEZOCHT',
    sourceId: upstreamId,
    references: referencesOf(sent),
    title: sent.title,
    description: richText(sent.description),
    status: statusOf(posted),
    url,
    createdAt,
    updatedAt,
    closesOn: sent.autoDeleteDate,
    organisation: null,
    employerText: richText(sent.company?.description),
    contacts: contactsOf(sent),
    imageUrl: sent.company?.logoUrl ?? null,
    location: { ...nowhere, city: sent.location, countryCode: sent.countryCode, raw: sent.location },
    employment: { ...noEmployment, salaryText: sent.salary },
    application: { ...noApplicationProcedure, email: sent.companyUser?.email ?? null, phone: sent.companyUser?.phone ?? null },
    raw: sent,
  });
}

function referencesOf({ referenceNumber, atsId }: VacancyDraft): readonly Reference[] {
  const references: Reference[] = [];
  if (referenceNumber !== null) references.push({ kind: 'REFERENCE_NUMBER', value: referenceNumber });
  if (atsId !== null) references.push({ kind: 'ATS_ID', value: atsId });
  return references;
}

function contactsOf({ companyUser }: VacancyDraft): Vacancy['contacts'] {
  if (companyUser === null) return [];
  return [{ role: 'APPLICATION', name: companyUser.name, email: companyUser.email, phone: companyUser.phone, url: null, address: null }];
}

function statusOf({ status }: PostedChannel): VacancyStatus {
  switch (status) {
    case 'PUBLISHED':
    case 'UPDATED':
      return 'PUBLISHED';
    case 'WITHDRAWN':
      return 'CLOSED';
    case 'INVALID':
    case 'FAILED':
    case 'UNCERTAIN':
      return 'UNKNOWN';
  }
}
