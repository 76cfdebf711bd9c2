/** What an upstream that has no way to read a vacancy still tells of one of the account's. */
export interface ToldVacancy {
  readonly referenceNumber: string | null;
  /** In the upstream's own words. */
  readonly nativeStatus: string | null;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  readonly city: string | null;
}
