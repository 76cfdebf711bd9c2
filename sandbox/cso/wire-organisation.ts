import type { CsoOrganisation } from './model.ts';
import { type WireObject, remote } from './wire.ts';

/** An organisation as the lists have it (CSO document, 5.7). */
export function wireOrganisation(organisation: CsoOrganisation, showSector: boolean): WireObject {
  const { name, code, abbreviation, slug, hpkDays, sector } = organisation;
  const shown = showSector ? { sector: remote('RemoteSector', { ...sector }) } : {};
  return remote('RemoteOrganisation', { name, code, abbreviation, slug, HPKdays: hpkDays, ...shown });
}

/** The organisation of a job: code and name only, the shape of 5.12. */
export function wireOrganisationOf(organisations: readonly CsoOrganisation[], code: string): WireObject {
  return remote('RemoteOrganisation', { code, name: organisations.find((each) => each.code === code)?.name ?? null });
}
