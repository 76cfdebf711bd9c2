/** What an input leaves out, or says is nothing. */
type Maybe<T> = T | null | undefined;

/** An address as a caller writes it. */
export interface PostalAddressInput {
  readonly street?: Maybe<string>;
  readonly houseNumber?: Maybe<string>;
  readonly postcode?: Maybe<string>;
  readonly city?: Maybe<string>;
  readonly countryCode?: Maybe<string>;
  readonly email?: Maybe<string>;
}
export interface ContactInput {
  readonly name?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly url?: Maybe<string>;
  readonly address?: Maybe<PostalAddressInput>;
}
export interface PublicationInput {
  readonly status: string;
  readonly startsAt: Date;
  readonly endsAt?: Maybe<Date>;
}
export interface PublicationSetInput {
  readonly publications: readonly PublicationInput[];
}

/** What is CSO's alone in a vacancy for every channel. */
export interface SaveJobOverrides {
  readonly jobCode?: Maybe<string>;
  readonly organisationCode?: Maybe<string>;
  readonly otherDetails?: Maybe<string>;
  readonly employer?: Maybe<string>;
  readonly department?: Maybe<string>;
  readonly openings?: Maybe<number>;
  readonly applicationTypes?: Maybe<readonly string[]>;
  readonly onlineApplicationTypes?: Maybe<readonly string[]>;
  readonly applicationEmail?: Maybe<string>;
  readonly applicationUrl?: Maybe<string>;
  readonly applicationAddress?: Maybe<PostalAddressInput>;
  readonly applicationContact?: Maybe<ContactInput>;
  readonly applicationProcedureContact?: Maybe<ContactInput>;
  readonly informationContact?: Maybe<ContactInput>;
  readonly educationLevels?: Maybe<readonly string[]>;
  readonly jobCategories?: Maybe<readonly string[]>;
  readonly jobBranches?: Maybe<readonly string[]>;
  readonly regions?: Maybe<readonly string[]>;
  readonly contractType?: Maybe<string>;
  readonly payScales?: Maybe<readonly string[]>;
  readonly payDescription?: Maybe<string>;
  readonly visible?: Maybe<boolean>;
  readonly publicationSets?: Maybe<readonly PublicationSetInput[]>;
  readonly extra?: unknown;
}

/** A job as saveJob's callers write it. */
export interface SaveJobInput extends SaveJobOverrides {
  readonly internalReferenceCode?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly requirements?: Maybe<string>;
  readonly city?: Maybe<string>;
  readonly postcode?: Maybe<string>;
  readonly hoursMin?: Maybe<number>;
  readonly hoursMax?: Maybe<number>;
  readonly salaryMin?: Maybe<number>;
  readonly salaryMax?: Maybe<number>;
  readonly drivingLicences?: Maybe<readonly string[]>;
  readonly securityScreening?: Maybe<string>;
  readonly structureGroup?: Maybe<string>;
}

export interface CompanyInput {
  readonly name: string;
  readonly logoUrl?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly typeId?: Maybe<number>;
}
export interface CompanyUserInput {
  readonly name: string;
  readonly email: string;
  readonly phone?: Maybe<string>;
  readonly photoUrl?: Maybe<string>;
  readonly functionId?: Maybe<number>;
}
export interface CustomFieldInput {
  readonly name: string;
  readonly value: string;
}

/** What is ICTerGezocht's alone in a vacancy for every channel. */
export interface VacancyOverrides {
  /** A global id: the vacancy to change. It is no part of a draft. */
  readonly vacancyId?: Maybe<string>;
  readonly location?: Maybe<string>;
  readonly education?: Maybe<string>;
  readonly experience?: Maybe<string>;
  readonly employment?: Maybe<string>;
  readonly hours?: Maybe<string>;
  readonly salary?: Maybe<string>;
  readonly industry?: Maybe<string>;
  readonly company?: Maybe<CompanyInput>;
  readonly companyUser?: Maybe<CompanyUserInput>;
  readonly atsId?: Maybe<string>;
  /** `YYYY-MM-DD`. */
  readonly autoDeleteDate?: Maybe<string>;
  readonly customFields?: Maybe<readonly CustomFieldInput[]>;
}

/** A vacancy as createVacancy's callers write it. */
export interface VacancyInput extends Omit<VacancyOverrides, 'vacancyId'> {
  readonly referenceNumber?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly countryCode?: Maybe<string>;
}

/** One vacancy for every channel as publishVacancy's callers write it: what is common once, what is a channel's own under its name. */
export interface PublishInput {
  readonly referenceNumber: string;
  readonly title?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly requirements?: Maybe<string>;
  readonly city?: Maybe<string>;
  readonly postcode?: Maybe<string>;
  readonly countryCode?: Maybe<string>;
  readonly hoursMin?: Maybe<number>;
  readonly hoursMax?: Maybe<number>;
  readonly salaryMin?: Maybe<number>;
  readonly salaryMax?: Maybe<number>;
  readonly salaryText?: Maybe<string>;
  readonly contactName?: Maybe<string>;
  readonly contactEmail?: Maybe<string>;
  readonly applicationUrl?: Maybe<string>;
  /** `YYYY-MM-DD`: the last day on which one may apply. */
  readonly closesOn?: Maybe<string>;
  readonly cso?: Maybe<SaveJobOverrides>;
  readonly ictergezocht?: Maybe<VacancyOverrides>;
}
