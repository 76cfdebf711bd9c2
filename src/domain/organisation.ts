import type { SourceName } from './source-name.ts';

export interface Organisation {
  readonly source: SourceName;
  readonly code: string;
  readonly name: string | null;
  readonly abbreviation: string | null;
  readonly slug: string | null;
  readonly sector: string | null;
  /** Days for which a vacancy must first be offered to candidates for redeployment. */
  readonly hpkDays: number | null;
  /** Belgian enterprise number, with its leading zeros. */
  readonly kboNumber: string | null;
  readonly kind: string | null;
}

/** An organisation with what is known of it; everything else null. */
export function organisation(known: Pick<Organisation, 'source' | 'code'> & Partial<Organisation>): Organisation {
  return { name: null, abbreviation: null, slug: null, sector: null, hpkDays: null, kboNumber: null, kind: null, ...known };
}

/** Criteria of `OrganisationFilter`. */
export interface OrganisationFilter {
  readonly codes: readonly string[] | null;
  readonly name: string | null;
  readonly sector: string | null;
  readonly levels: readonly string[] | null;
  readonly includeSubOrganisations: boolean | null;
}
