import { referentialTables } from './referential-tables.ts';

/** A coded value as a vacancy or candidate holds it; the switch `codedValues` decides how it is written. */
export interface Coded {
  readonly id: string;
  readonly label: string;
}

export interface ReferentialItem extends Coded {
  /** Its number, the `code` of the other spelling of coded values. */
  readonly code: number;
  readonly parentId: string | undefined;
  /** Its labels by LCID. */
  readonly translations: ReadonlyMap<number, string>;
}

export interface Referential {
  readonly name: string;
  readonly items: readonly ReferentialItem[];
}

/** Dutch (Netherlands, Belgium), French (France, Belgium) and English, by Windows LCID. */
const lcids = { dutch: [1043, 2067], french: [1036, 2060], english: [1033] };

/** All referentials, and the ways to find an item in them. */
export class Referentials {
  readonly all: readonly Referential[];
  readonly #byId = new Map<string, ReferentialItem>();

  constructor() {
    this.all = referentialTables.map(({ name, prefix, rows }, index) => ({ name, items: rows.map((row, at) => itemOf(prefix, row, (index + 1) * 1000 + at)) }));
    for (const { items } of this.all) for (const item of items) this.#byId.set(item.id, item);
  }

  /** A referential by its name; case does not matter, as in the vendor's own spellings. */
  named(name: string): Referential | undefined {
    return this.all.find((referential) => referential.name.toLowerCase() === name.toLowerCase());
  }

  /** @throws Error where there is no such referential: a slip of the sandbox itself. */
  items(name: string): readonly ReferentialItem[] {
    const referential = this.named(name);
    if (referential === undefined) throw new Error(`no referential ${name}`);
    return referential.items;
  }

  byId(id: string): ReferentialItem | undefined {
    return this.#byId.get(id);
  }
}

export function codedOf(item: ReferentialItem): Coded {
  return { id: item.id, label: item.label };
}

function itemOf(prefix: string, row: string, code: number): ReferentialItem {
  const [suffix = '', dutch = '', french = '', english = '', parent = ''] = row.split('|');
  const translations = new Map<number, string>();
  for (const lcid of lcids.dutch) translations.set(lcid, dutch);
  if (french !== '') for (const lcid of lcids.french) translations.set(lcid, french);
  if (english !== '') for (const lcid of lcids.english) translations.set(lcid, english);
  return { id: prefix + suffix, code, label: dutch, parentId: parent === '' ? undefined : prefix + parent, translations };
}
