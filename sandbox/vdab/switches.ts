/** A switch for each reading that VDAB's documents leave open. */
export type VdabSwitches = {
  /** The `X-IBM-Client-Id` that is accepted everywhere. */
  clientId: string;
  /** One of another subscriber, who subscribed to the vacancies only: the two documents are of two APIs. */
  vacanciesClientId: string;
  /** The vacancy document speaks of 2 matches beside an `aantal` of 3: `aantal` counts all matches, or the rows of this page. */
  aantalMeaning: 'total' | 'page';
  /** The property that holds the ids in `POST /vacatures`: no document names it. */
  multiFetchBody: string;
  /** How many ids one `POST /vacatures` may hold. */
  multiFetchMax: number;
  /** The document's "vacaturenummers" are the internal references (UUIDs), or the numbers of `vdabReferentie`. */
  multiFetchKind: 'uuid' | 'number';
  /** `POST /vacatures` answers a bare array, or an object as search does. */
  multiFetchAnswer: 'array' | 'resultaten';
  /** Coded fields are bare codes as in v2, or `{code, label}` as in later versions. */
  codedFields: 'string' | 'object';
  /** What the detail of a deleted vacancy or CV is: not found, gone, or a body with nothing but its references and status. */
  deletedDetail: '404' | '410' | 'status';
  /** Several values of one criterion are repeated parameters, or one parameter with commas. */
  multiValue: 'repeat' | 'comma';
  /** Later versions want `Authorization: Bearer` beside the key. */
  requireBearer: boolean;
  /** The bearer token that is accepted then. */
  bearerToken: string;
  /** The longest bulk window in days, as in later versions; 0 knows no limit. */
  maxBulkDays: number;
  /** Whether a change at the very instant of `tot` belongs to the window. */
  bulkUntil: 'exclusive' | 'inclusive';
  /** Whether `initial` pages by `vanaf` and `aantal`, as later versions do; the document pages search and bulk only. */
  initialPaging: boolean;
  /** Whether `dubbels.dubbelIds` holds internal references, or the numbers of `vdabReferentie` as one client of v2 types them. */
  dubbelIds: 'uuid' | 'number';
  /** The CV document selects "a limited number" of `velden`: how many, 0 for any number. */
  maxVelden: number;
};

export function defaultSwitches(): VdabSwitches {
  return {
    clientId: 'sandbox-vdab-client-id',
    vacanciesClientId: 'sandbox-vdab-client-id-2',
    aantalMeaning: 'total',
    multiFetchBody: 'vacatureReferenties',
    multiFetchMax: 100,
    multiFetchKind: 'uuid',
    multiFetchAnswer: 'array',
    codedFields: 'string',
    deletedDetail: '404',
    multiValue: 'repeat',
    requireBearer: false,
    bearerToken: 'sandbox-vdab-bearer',
    maxBulkDays: 5,
    bulkUntil: 'exclusive',
    initialPaging: false,
    dubbelIds: 'uuid',
    maxVelden: 0,
  };
}

/** The values of the switches that know only a few. */
export const switchChoices: Readonly<Record<string, readonly string[]>> = {
  aantalMeaning: ['total', 'page'],
  multiFetchKind: ['uuid', 'number'],
  multiFetchAnswer: ['array', 'resultaten'],
  codedFields: ['string', 'object'],
  deletedDetail: ['404', '410', 'status'],
  multiValue: ['repeat', 'comma'],
  bulkUntil: ['exclusive', 'inclusive'],
  dubbelIds: ['uuid', 'number'],
};
