import type { Json } from '../../http/parse.ts';
import { typed } from './typed.ts';

/** The criteria of `RemoteOrganisationFilter` (CSO document, 5.14). */
export interface OrganisationCriteria {
  readonly organisation: string | null;
  readonly sector: string | null;
  readonly levels: readonly string[] | null;
  readonly includeSubOrganisations: boolean | null;
}

export function remoteOrganisationFilter({ organisation, sector, levels, includeSubOrganisations }: OrganisationCriteria): Json {
  return typed('RemoteOrganisationFilter', {
    includeSubOrganisations,
    levels,
    organisation: organisation === null ? null : typed('RemoteOrganisation', { code: organisation }),
    sector: sector === null ? null : typed('RemoteSector', { code: sector }),
  });
}
