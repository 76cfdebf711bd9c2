import type { EnumerationKind } from '../../domain/enumeration.ts';

/** The thirteen lists of getJobEnumerations (CSO document, 5.6), with the class of their values. */
export const csoLists = {
  contractTypes: { kind: 'CONTRACT_TYPE', className: 'ContractType' },
  drivingLicences: { kind: 'DRIVING_LICENCE', className: 'DrivingLicence' },
  jobApplicationTypes: { kind: 'JOB_APPLICATION_TYPE', className: 'JobApplicationType' },
  onlineJobApplicationTypes: { kind: 'ONLINE_JOB_APPLICATION_TYPE', className: 'OnlineJobApplicationType' },
  jobBranches: { kind: 'JOB_BRANCH', className: 'JobBranch' },
  jobCategories: { kind: 'JOB_CATEGORY', className: 'JobCategory' },
  jobPublicationStatuses: { kind: 'JOB_PUBLICATION_STATUS', className: 'JobPublicationStatus' },
  jobPublicationPeriods: { kind: 'JOB_PUBLICATION_PERIOD', className: 'JobPublicationPeriod' },
  payScales: { kind: 'PAY_SCALE', className: 'PayScale' },
  educationLevels: { kind: 'EDUCATION_LEVEL', className: 'EducationLevel' },
  regions: { kind: 'REGION', className: 'Region' },
  securityScreenings: { kind: 'SECURITY_SCREENING', className: 'SecurityScreening' },
  jobStructureGroups: { kind: 'JOB_STRUCTURE_GROUP', className: 'JobStructureGroup' },
} as const satisfies Readonly<Record<string, { kind: EnumerationKind; className: string }>>;
export type CsoList = keyof typeof csoLists;

const kinds: ReadonlyMap<string, EnumerationKind> = new Map(Object.entries(csoLists).map(([name, { kind }]) => [name, kind]));

/** What a list is about; a list that came after the document is kept, as `OTHER`. */
export function kindOfList(name: string): EnumerationKind {
  return kinds.get(name) ?? 'OTHER';
}
