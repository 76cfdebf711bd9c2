/** A vacancy as it is posted (document, section Toevoegen). */
export interface VacancyPayload {
  readonly referenceNumber: string;
  readonly title: string;
  readonly description: string;
  /** A town or a postcode. */
  readonly location: string;
  readonly countryCode?: string;
  readonly education?: string;
  readonly experience?: string;
  readonly employment?: string;
  readonly hours?: string;
  readonly salary?: string;
  readonly industry?: string;
  readonly company?: { readonly name: string; readonly logoUrl?: string; readonly description?: string; readonly typeId?: number | string };
  /** Applications are sent to its e-mail address. */
  readonly companyUser?: { readonly name: string; readonly email: string; readonly phone?: string; readonly photoUrl?: string; readonly functionId?: number | string };
  readonly atsId?: string;
  /** ISO 8601. */
  readonly autoDeleteDate?: string;
  readonly customFields?: readonly { readonly name: string; readonly value: string }[];
}
