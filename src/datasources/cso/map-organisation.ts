import { organisation, type Organisation } from '../../domain/organisation.ts';
import { isObject, type Json, optionalInt, optionalText } from '../../http/parse.ts';

/** An organisation of the lists (CSO document, 5.7), or of a job, where only its code and name are told. Null without a code. */
export function organisationFromRemote(remote: Json | null): Organisation | null {
  const code = optionalText(remote?.['code']);
  if (remote === null || code === null) return null;
  const { code: sectorCode, name: sectorName } = sectorOf(remote);
  return organisation({
    source: 'CSO',
    code,
    name: optionalText(remote['name']),
    abbreviation: optionalText(remote['abbreviation']),
    slug: optionalText(remote['slug']),
    sector: sectorName ?? sectorCode,
    hpkDays: optionalInt(remote['HPKdays']),
  });
}

/** The sector that an organisation carries: the document's example has none, its filters have one (`RemoteSector`). */
export function sectorOf(remote: Json): { readonly code: string | null; readonly name: string | null } {
  const sector = remote['sector'];
  if (!isObject(sector)) return { code: optionalText(sector), name: null };
  return { code: optionalText(sector['code']), name: optionalText(sector['name']) };
}
