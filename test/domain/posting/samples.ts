import type { PublicationInput, PublishInput, SaveJobInput, VacancyInput } from '../../../src/domain/posting/inputs.ts';
import type { CsoLists } from '../../../src/domain/posting/lists.ts';

/** The present of these tests. */
export const now = new Date('2026-11-21T12:00:00Z');

/** Where no list could be read. */
export const noLists: CsoLists = { values: () => null, organisations: null };

/** A moment some days from the present. */
export function inDays(days: number): Date {
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
}

/** Codes of the sandbox, whose labels are HPK/VWNW, Intern and Extern. */
export const phaseCodes = { hpk: 'PUB.08', intern: 'PUB.02', extern: 'PUB.06' };

export function phase(status: string, fromDay: number, toDay: number | null): PublicationInput {
  return { status, startsAt: inDays(fromDay), endsAt: toDay === null ? null : inDays(toDay) };
}

/** Satisfies every rule of CSO, the inferred ones too. */
export const goodJob: SaveJobInput = {
  internalReferenceCode: 'ref-1',
  organisationCode: '04010',
  name: 'Inspecteur',
  description: 'Je controleert aangiften.',
  requirements: 'Hbo',
  applicationTypes: ['electronic'],
  onlineApplicationTypes: ['EST.02'],
  applicationEmail: 'werk@example.org',
  city: 'Utrecht',
  postcode: '3511AA',
  educationLevels: ['CWD.08'],
  jobCategories: ['CFT.14'],
  jobBranches: ['CVG.12'],
  regions: ['BRG.0214'],
  hoursMax: 36,
  contractType: 'CSD.02',
  payDescription: 'in overleg',
  visible: true,
  publicationSets: [{ publications: [phase(phaseCodes.extern, 1, 30)] }],
};

/** Satisfies every rule of ICTerGezocht. */
export const goodVacancy: VacancyInput = {
  referenceNumber: 'ref-1',
  title: 'Ontwikkelaar',
  description: 'Je bouwt software.',
  location: 'Utrecht',
  countryCode: 'NL',
  company: { name: 'Voorbeeld', logoUrl: 'https://example.org/logo.png', typeId: 1 },
  companyUser: { name: 'Jo Jansen', email: 'jo@example.org', functionId: 1 },
  autoDeleteDate: '2027-01-31',
  customFields: [{ name: 'frameworks', value: '' }],
};

/** Satisfies every rule of both channels. */
export const goodPublish: PublishInput = {
  referenceNumber: 'ref-1',
  title: 'Ontwikkelaar',
  description: 'Je bouwt software.',
  requirements: 'Hbo',
  city: 'Utrecht',
  postcode: '3511AA',
  countryCode: 'NL',
  hoursMax: 36,
  salaryText: 'in overleg',
  contactName: 'Jo Jansen',
  contactEmail: 'jo@example.org',
  closesOn: '2027-01-31',
  cso: {
    organisationCode: '04010',
    applicationTypes: ['electronic'],
    onlineApplicationTypes: ['EST.02'],
    educationLevels: ['CWD.08'],
    jobCategories: ['CFT.14'],
    jobBranches: ['CVG.12'],
    regions: ['BRG.0214'],
    contractType: 'CSD.02',
    visible: true,
    publicationSets: [{ publications: [phase(phaseCodes.extern, 1, null)] }],
  },
};
