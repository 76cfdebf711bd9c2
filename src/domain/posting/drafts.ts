/** A postal or electronic address in a posting. */
export interface PostalAddressDraft {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly countryCode: string | null;
  readonly email: string | null;
}
export interface ContactDraft {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  readonly address: PostalAddressDraft | null;
}
export interface PublicationDraft {
  readonly status: string;
  readonly startsAt: Date;
  /** Null where none is stated. */
  readonly endsAt: Date | null;
}
export interface PublicationSetDraft {
  readonly publications: readonly PublicationDraft[];
}

/** A job as CSO's saveJob wants it, with codes for its nested objects; null is not stated. What is required is a rule, not a type. */
export interface JobDraft {
  /** Absent: a new job. */
  readonly jobCode: string | null;
  readonly internalReferenceCode: string | null;
  readonly organisationCode: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly requirements: string | null;
  readonly otherDetails: string | null;
  readonly employer: string | null;
  readonly department: string | null;
  readonly openings: number | null;
  readonly applicationTypes: readonly string[] | null;
  readonly onlineApplicationTypes: readonly string[] | null;
  readonly applicationEmail: string | null;
  readonly applicationUrl: string | null;
  readonly applicationAddress: PostalAddressDraft | null;
  readonly city: string | null;
  readonly postcode: string | null;
  readonly educationLevels: readonly string[] | null;
  readonly jobCategories: readonly string[] | null;
  readonly jobBranches: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly hoursMin: number | null;
  readonly hoursMax: number | null;
  readonly contractType: string | null;
  readonly payScales: readonly string[] | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly payDescription: string | null;
  readonly applicationContact: ContactDraft | null;
  readonly applicationProcedureContact: ContactDraft | null;
  readonly informationContact: ContactDraft | null;
  readonly drivingLicences: readonly string[] | null;
  readonly securityScreening: string | null;
  readonly structureGroup: string | null;
  readonly visible: boolean | null;
  readonly publicationSets: readonly PublicationSetDraft[] | null;
  /** Further attributes of the upstream's object, merged deep at its root. */
  readonly extra: unknown;
}

export interface CompanyDraft {
  readonly name: string | null;
  readonly logoUrl: string | null;
  readonly description: string | null;
  readonly typeId: number | null;
}
export interface CompanyUserDraft {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly photoUrl: string | null;
  readonly functionId: number | null;
}
export interface CustomFieldDraft {
  readonly name: string;
  readonly value: string;
}

/** A vacancy as ICTerGezocht wants it, field for field; null is not stated. */
export interface VacancyDraft {
  readonly referenceNumber: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly location: string | null;
  readonly countryCode: string | null;
  readonly education: string | null;
  readonly experience: string | null;
  readonly employment: string | null;
  readonly hours: string | null;
  readonly salary: string | null;
  readonly industry: string | null;
  readonly company: CompanyDraft | null;
  readonly companyUser: CompanyUserDraft | null;
  readonly atsId: string | null;
  /** `YYYY-MM-DD`. */
  readonly autoDeleteDate: string | null;
  readonly customFields: readonly CustomFieldDraft[] | null;
}

/** What is sent to a channel. */
export type Draft = { readonly channel: 'CSO'; readonly job: JobDraft } | { readonly channel: 'ICTERGEZOCHT'; readonly vacancy: VacancyDraft };
export type PostingChannel = Draft['channel'];
export const postingChannels = ['CSO', 'ICTERGEZOCHT'] as const satisfies readonly PostingChannel[];

/** The channel of a name, null where vacancies cannot be posted there. */
export function postingChannelOf(name: string | null): PostingChannel | null {
  return postingChannels.find((channel) => channel === name) ?? null;
}
