/** How to reach ICTerGezocht.nl, or another board of its vendor: they publish the same API. */
export interface IctergezochtConfig {
  readonly baseUrl: string;
  /** Sent as `Authorization: Bearer`. */
  readonly apiKey: string;
  /** Sent as `Partner-Authorization: Bearer`; null for who posts for itself. */
  readonly partnerKey: string | null;
  /** Requests in a window by one account, and by one IP address (ICTerGezocht document, Rate limits). */
  readonly accountLimit: WindowLimit;
  readonly addressLimit: WindowLimit;
  /** Pages that one list may have before it counts as endless. */
  readonly maxPages: number;
  /** The same for a list of figures: clicks come by the million. */
  readonly maxFigurePages: number;
  /** Whether `endDate` belongs to a period of figures; `probe`: clicks tell. */
  readonly endDate: 'inclusive' | 'exclusive' | 'probe';
}

export interface WindowLimit {
  readonly requests: number;
  readonly windowSeconds: number;
}

export const ictergezochtDefaults: Omit<IctergezochtConfig, 'apiKey'> = {
  baseUrl: 'https://api.ictergezocht.nl/',
  partnerKey: null,
  accountLimit: { requests: 200, windowSeconds: 60 },
  addressLimit: { requests: 1000, windowSeconds: 60 },
  maxPages: 1000,
  maxFigurePages: 100_000,
  endDate: 'probe',
};
