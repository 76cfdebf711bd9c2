/** The readings that the ICTerGezocht document leaves open; each default is the most documented one. */
export type IctergezochtSwitches = {
  /** What `rel`, or a `prev` or `next` that is not needed, looks like: left out of an object, null, left out whole, or an empty list. */
  relWhenEmpty: 'object' | 'null' | 'absent' | 'list';
  /** Whether `count` is that of all items or of the page. */
  countMeaning: 'total' | 'page';
  /** The origin of `rel` URLs; empty: the board's own. Another one is what a client must never follow. */
  relNextOrigin: string;
  /** Whether `endDate` belongs to the period. */
  endDateInclusive: boolean;
  /** Whether the numbers of an answer are written as strings. */
  numbersAsStrings: boolean;
  /** `clickDate` as Amsterdam wall time without zone, or as ISO 8601 with its offset. */
  clickDateForm: 'local' | 'zoned';
  /** `typeId` and `functionId` as ints (the tables) or also as digits in a string (the example). */
  idForm: 'int' | 'int-or-digits';
  /** How long a vacancy that was just posted stays out of the insights, milliseconds. */
  insightLagMs: number;
  /** How many vacancies can still be posted; -1: no end. Counted down by every one. */
  credits: number;
  /** Requests in any 60 seconds, by account and by IP address. */
  accountLimit: number;
  ipLimit: number;
  /** Whether a 429 says when to come back. */
  sendRetryAfter: boolean;
};

export function ictergezochtSwitches(): IctergezochtSwitches {
  return {
    relWhenEmpty: 'object',
    countMeaning: 'total',
    relNextOrigin: '',
    endDateInclusive: true,
    numbersAsStrings: false,
    clickDateForm: 'local',
    idForm: 'int',
    insightLagMs: 0,
    credits: -1,
    accountLimit: 200,
    ipLimit: 1000,
    sendRetryAfter: true,
  };
}
