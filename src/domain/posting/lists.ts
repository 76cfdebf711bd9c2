import type { Enumeration, EnumerationKind, EnumerationValue } from '../enumeration.ts';
import type { Organisation } from '../organisation.ts';

/** A list of codes that drafts are checked against; null where it could not be read. */
export type CodeList = ReadonlyMap<string, EnumerationValue> | null;

/** A channel's lists, by what they are about. */
export interface CodeLists {
  values(kind: EnumerationKind): CodeList;
}
export type IctergezochtLists = CodeLists;
export interface CsoLists extends CodeLists {
  /** Null where they could not be read. */
  readonly organisations: readonly Organisation[] | null;
}

/** CSO's lists (CSO document, 5.6 and 5.7) as its source has them; null for what could not be read. */
export function csoLists(enumerations: readonly Enumeration[] | null, organisations: readonly Organisation[] | null): CsoLists {
  return { values: valuesByKind(enumerations), organisations };
}

/** ICTerGezocht's two lists as its source has them; null where they could not be read. */
export function ictergezochtLists(enumerations: readonly Enumeration[] | null): IctergezochtLists {
  return { values: valuesByKind(enumerations) };
}

/** A list without values is one that could not be read: it would refuse every code. */
function valuesByKind(enumerations: readonly Enumeration[] | null): (kind: EnumerationKind) => CodeList {
  const made = new Map<EnumerationKind, CodeList>();
  return (kind) => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const values = (enumerations ?? []).filter((one) => one.kind === kind).flatMap((one) => one.values);
    const list = values.length === 0 ? null : new Map(values.map((value) => [value.code, value]));
    made.set(kind, list);
    return list;
  };
}
