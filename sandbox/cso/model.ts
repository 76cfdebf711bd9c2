/** What the CSO sandbox holds: the truth that its answers are made from, with codes in place of nested enumerations. */
export interface CsoJob {
  /** The organisation's code, a dash, twelve digits. */
  readonly code: string;
  readonly externalReferenceCode: string | null;
  readonly internalReferenceCode: string | null;
  readonly createdMs: number;
  /** Can lie before `createdMs`, as in the document's own example. */
  readonly updatedMs: number;
  readonly locked: boolean;
  readonly organisation: string;
  readonly content: CsoContent;
  readonly features: CsoFeatures;
  readonly publication: CsoPublication;
}

export interface CsoContent {
  readonly name: string;
  readonly description: string;
  readonly requirements: string;
  readonly otherDetails: string | null;
  /** What the job says of the employer. */
  readonly employer: string | null;
  readonly department: string | null;
}

export interface CsoFeatures {
  readonly applicationContact: CsoContact | null;
  readonly applicationProcedureContact: CsoContact | null;
  readonly informationContact: CsoContact | null;
  readonly applicationTypes: readonly string[];
  readonly onlineApplicationTypes: readonly string[];
  readonly detail: CsoDetail;
  readonly conditions: CsoConditions;
  readonly location: CsoLocation;
  /** Whether the texts address the reader formally; no document says how. */
  readonly tvDistinction: string | null;
}

export interface CsoDetail {
  readonly jobCount: number | null;
  readonly jobBranches: readonly string[];
  readonly jobCategories: readonly string[];
  readonly educationLevels: readonly string[];
  readonly regions: readonly string[];
  readonly drivingLicences: readonly string[];
  readonly securityScreening: string | null;
  readonly jobStructureGroup: string | null;
}

export interface CsoConditions {
  /** Per week. */
  readonly hoursMin: number | null;
  readonly hoursMax: number | null;
  /** Euro a month. */
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly payDescription: string | null;
  readonly payScales: readonly string[];
  readonly contractType: string | null;
}

/** Coordinates are sometimes missing, as null or as an empty text. */
export interface CsoLocation {
  readonly latitude: number | '' | null;
  readonly longitude: number | '' | null;
  readonly city: string | null;
  readonly postcode: string | null;
}

export interface CsoContact {
  readonly name: string | null;
  readonly location: CsoAddress | null;
}

export interface CsoAddress {
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

export interface CsoPublication {
  readonly visible: boolean;
  readonly sets: readonly CsoPublicationSet[];
}

export interface CsoPublicationSet {
  readonly phases: readonly CsoPhase[];
  readonly retentionMaxMs: number | null;
}

export interface CsoPhase {
  /** A code of `jobPublicationStatuses`. */
  readonly status: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface CsoOrganisation {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly slug: string;
  /** Days that a job must be offered to candidates for replacement first. */
  readonly hpkDays: number;
  readonly sector: CsoSector;
  /** '1' stands on its own, '2' belongs to one of level 1, '3' to one of level 2. */
  readonly level: string;
  readonly parent: string | null;
  /** In no answer: pay by scales, else by amounts (section 5.10). */
  readonly usesPayScales: boolean;
}

export interface CsoSector {
  readonly code: string;
  readonly name: string;
}

export interface CsoEnumerationValue {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  /** Null where the answer carries no `children` at all. */
  readonly children: readonly CsoEnumerationValue[] | null;
  readonly payScale?: CsoPayScale;
}

export interface CsoPayScale {
  readonly scale: number;
  readonly salaryMin: number;
  readonly salaryMax: number;
  readonly displayOrder: number;
}
