import type { CsoData, Enumeration as SandboxList } from '../../../sandbox/cso/index.ts';
import type { IctergezochtData } from '../../../sandbox/ictergezocht/index.ts';
import { type Enumeration, type EnumerationKind, enumerationValue } from '../../../src/domain/enumeration.ts';
import { type Organisation, organisation } from '../../../src/domain/organisation.ts';
import { type CsoLists, csoLists, type IctergezochtLists, ictergezochtLists } from '../../../src/domain/posting/lists.ts';

const kinds = {
  contractTypes: 'CONTRACT_TYPE',
  drivingLicences: 'DRIVING_LICENCE',
  jobApplicationTypes: 'JOB_APPLICATION_TYPE',
  onlineJobApplicationTypes: 'ONLINE_JOB_APPLICATION_TYPE',
  jobBranches: 'JOB_BRANCH',
  jobCategories: 'JOB_CATEGORY',
  jobPublicationStatuses: 'JOB_PUBLICATION_STATUS',
  jobPublicationPeriods: 'JOB_PUBLICATION_PERIOD',
  payScales: 'PAY_SCALE',
  educationLevels: 'EDUCATION_LEVEL',
  regions: 'REGION',
  securityScreenings: 'SECURITY_SCREENING',
  jobStructureGroups: 'JOB_STRUCTURE_GROUP',
} as const satisfies Readonly<Record<keyof CsoData['enumerations'], EnumerationKind>>;

/** CSO's lists as its source would have read them. */
export interface ReadOfCso {
  readonly enumerations: readonly Enumeration[];
  readonly organisations: readonly Organisation[];
}

/** The sandbox's own lists as the gateway would have read them; by the document's example organisations do not tell their sector. */
export function readOfCso({ enumerations, organisations }: CsoData, { sectors = false } = {}): ReadOfCso {
  const known = organisations.map(({ code, hpkDays, sector }) => organisation({ source: 'CSO', code, hpkDays, ...(sectors && { sector: sector.name }) }));
  return { enumerations: Object.values(enumerations).map((list) => enumerationOf(list)), organisations: known };
}

export function listsOfCso(data: CsoData, options: { readonly sectors?: boolean } = {}): CsoLists {
  const { enumerations, organisations } = readOfCso(data, options);
  return csoLists(enumerations, organisations);
}

export function listsOfBoard({ companyTypes, userFunctions }: IctergezochtData): IctergezochtLists {
  return ictergezochtLists(readOfBoard({ companyTypes, userFunctions }));
}

export function readOfBoard({ companyTypes, userFunctions }: Pick<IctergezochtData, 'companyTypes' | 'userFunctions'>): readonly Enumeration[] {
  return [boardList('COMPANY_TYPE', companyTypes), boardList('USER_FUNCTION', userFunctions)];
}

function enumerationOf(list: SandboxList): Enumeration {
  const kind = kinds[list.name];
  const dutch = new Set(list.covered('BRG.02'));
  const countryOf = (code: string): string | null => (kind === 'REGION' ? (dutch.has(code) ? 'NL' : code) : null);
  const values = list.all().map(({ code, label }) => enumerationValue({ source: 'CSO', kind, list: list.name, code, label, countryCode: countryOf(code) }));
  return { source: 'CSO', kind, name: list.name, values, fetchedAt: null };
}

function boardList(kind: 'COMPANY_TYPE' | 'USER_FUNCTION', items: readonly { readonly id: number; readonly name: string }[]): Enumeration {
  const values = items.map(({ id, name }) => enumerationValue({ source: 'ICTERGEZOCHT', kind, list: kind, code: String(id), label: name }));
  return { source: 'ICTERGEZOCHT', kind, name: kind, values, fetchedAt: null };
}
