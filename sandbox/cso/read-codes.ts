import type { Enumeration } from './enumerations.ts';
import { invalid } from './fault.ts';
import type { CsoOrganisation, CsoSector } from './model.ts';
import { type Read, type TypedObject, amount, text, typed } from './typed.ts';

/** An enumeration value of a request: `code` must be there and exist, the read-only rest is not looked at (5.6, 5.12). */
export function codeOf(list: Enumeration): Read<string> {
  return typed(list.className, (object) => {
    object.ignore('ID', 'label', 'children', 'parent');
    if (list.name === 'payScales') ignorePayScale(object);
    return known(object, object.take('code', text), (code) => list.find(code) !== undefined);
  });
}

/** An organisation of a request: `code` must be there and exist; the name is not read in (5.7). */
export function organisationCode(organisations: readonly CsoOrganisation[]): Read<string> {
  return typed('RemoteOrganisation', (object) => {
    object.ignore('name', 'abbreviation', 'slug', 'HPKdays', 'sector');
    return known(object, object.take('code', text), (code) => organisations.some((each) => each.code === code));
  });
}

export function sectorCode(sectors: readonly CsoSector[]): Read<string> {
  return typed('RemoteSector', (object) => {
    object.ignore('name');
    return known(object, object.take('code', text), (code) => sectors.some((each) => each.code === code));
  });
}

function ignorePayScale(object: TypedObject): void {
  object.take('scale', amount);
  object.take('salaryMin', amount);
  object.take('salaryMax', amount);
  object.take('displayOrder', amount);
  object.ignore('persistentOrganisation');
}

function known(object: TypedObject, code: string | null, exists: (code: string) => boolean): string {
  if (code === null) throw invalid(`${object.path} has no code`);
  if (!exists(code)) throw invalid(`${object.path} has an unknown code: ${code}`);
  return code;
}
