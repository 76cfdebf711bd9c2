import type { Enumeration, EnumerationValue } from '../../domain/enumeration.ts';
import { kindOfReferential, valueOf } from './codes.ts';
import type { ReferentialItem } from './wire.ts';

/** A referential as an enumeration; parents are told by their code or by their number, as the items are. */
export function enumerationFromReferential(name: string, items: readonly ReferentialItem[], labelLocale: string): Omit<Enumeration, 'fetchedAt'> {
  const codes = new Map(items.flatMap(({ code, numericId }) => [[numericId ?? code, code] as const, [code, code] as const]));
  const parents = items.map(({ code, parent }) => {
    const parentCode = parent === null ? null : (codes.get(parent) ?? null);
    return parentCode === code ? null : parentCode;
  });
  const children = Map.groupBy(items.keys(), (index) => parents[index] ?? null);
  const values = items.map((item, index): EnumerationValue => ({
    ...valueOf(name, item, labelLocale),
    parentCode: parents[index] ?? null,
    childCodes: (children.get(item.code) ?? []).flatMap((child) => items.slice(child, child + 1).map(({ code }) => code)),
  }));
  return { source: 'CEGID', kind: kindOfReferential(name), name, values };
}
