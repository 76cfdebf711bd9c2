/** How to reach VDAB; what its documents leave open is set here. */
export interface VdabConfig {
  /** Holds `v2/vacatures` and `v1/kandidaten`. */
  readonly baseUrl: string;
  /** Sent as `X-IBM-Client-Id`. */
  readonly clientId: string;
  /** Later versions want a bearer token beside the key. */
  readonly bearerToken: string | null;
  readonly vacanciesPath: string;
  readonly candidatesPath: string;
  /** The unpublished body of `POST /vacatures`: the property that holds the ids, and how many it takes. */
  readonly multiFetchProperty: string;
  readonly multiFetchSize: number;
  /** Whether several values of a parameter are repeated or joined by a comma. */
  readonly multiValue: 'repeat' | 'comma';
  /** How many `velden` a list takes ("a limited number"); null: any number. Where more are wanted the details are fetched. */
  readonly maxListFields: number | null;
  /** Longest span of one bulk call, days. */
  readonly bulkWindowDays: number;
  /** Rows of one call of `initial` where it pages, as later versions do; null: one answer holds everything. */
  readonly initialPageSize: number | null;
  /** How often bulk is asked for changes while somebody waits for them, milliseconds; null: never. VDAB tells nothing by itself. */
  readonly pollMs: number | null;
  /** A limit to keep within; null: none is known. */
  readonly rateLimit: { readonly requests: number; readonly windowSeconds: number } | null;
}

export const vdabDefaults: Omit<VdabConfig, 'clientId'> = {
  baseUrl: 'https://api.vdab.be/services/openservices/',
  bearerToken: null,
  vacanciesPath: 'v2/vacatures',
  candidatesPath: 'v1/kandidaten',
  multiFetchProperty: 'vacatureReferenties',
  multiFetchSize: 100,
  multiValue: 'repeat',
  maxListFields: null,
  bulkWindowDays: 5,
  initialPageSize: null,
  pollMs: 120_000,
  rateLimit: null,
};

/**
 * Refuses at once what could only fail later, or never end.
 * @throws TypeError naming the setting and what it is to be
 */
export function checkVdabConfig(config: VdabConfig): void {
  const refuse = (setting: keyof VdabConfig, expected: string): never => {
    throw new TypeError(`VDAB: ${setting} is to be ${expected}`);
  };
  if (!isHeaderValue(config.clientId)) refuse('clientId', 'the API key, without blanks');
  if (config.bearerToken !== null && !isHeaderValue(config.bearerToken)) refuse('bearerToken', 'a token without blanks, or null');
  if (!isCount(config.multiFetchSize)) refuse('multiFetchSize', 'a whole number from 1');
  if (config.multiFetchProperty === '') refuse('multiFetchProperty', 'the name of a property');
  if (!(config.bulkWindowDays > 0)) refuse('bulkWindowDays', 'more than 0');
  if (config.maxListFields !== null && !isCount(config.maxListFields)) refuse('maxListFields', 'a whole number from 1, or null');
  if (config.pollMs !== null && !isCount(config.pollMs)) refuse('pollMs', 'a whole number from 1, or null');
  if (config.initialPageSize !== null && !isCount(config.initialPageSize)) refuse('initialPageSize', 'a whole number from 1, or null');
}

function isHeaderValue(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 1;
}
