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
  /** Longest span of one bulk call, days. */
  readonly bulkWindowDays: number;
}

export const vdabDefaults: Omit<VdabConfig, 'clientId'> = {
  baseUrl: 'https://api.vdab.be/services/openservices/',
  bearerToken: null,
  vacanciesPath: 'v2/vacatures',
  candidatesPath: 'v1/kandidaten',
  multiFetchProperty: 'vacatureReferenties',
  multiFetchSize: 100,
  multiValue: 'repeat',
  bulkWindowDays: 5,
};
