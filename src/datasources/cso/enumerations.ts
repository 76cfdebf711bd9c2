import type { Enumeration, EnumerationValue } from '../../domain/enumeration.ts';
import type { Json } from '../../http/parse.ts';
import type { CsoList } from './lists.ts';
import { enumerationFromList, valueFromEnumeration } from './map-enumeration.ts';

/** The lists of one answer of getJobEnumerations, with their values by code. */
export class CsoEnumerations {
  readonly all: readonly Enumeration[];
  readonly #values: ReadonlyMap<string, ReadonlyMap<string, EnumerationValue>>;

  constructor(lists: Json, fetchedAt: number) {
    this.all = Object.entries(lists).flatMap(([name, values]) => (Array.isArray(values) ? [enumerationFromList(name, values, fetchedAt)] : []));
    this.#values = new Map(this.all.map(({ name, values }) => [name, new Map(values.map((value) => [value.code, value]))]));
  }

  /** Codes are case-sensitive: driving licence `a` is not the letter of `A1`. */
  find(list: string, code: string): EnumerationValue | null {
    return this.#values.get(list)?.get(code) ?? null;
  }

  values(list: CsoList): readonly EnumerationValue[] {
    return [...(this.#values.get(list)?.values() ?? [])];
  }

  /** The codes and all codes below them. */
  withBelow(list: CsoList, codes: Iterable<string>): ReadonlySet<string> {
    const covered = new Set<string>();
    const add = (code: string): void => {
      if (covered.has(code)) return;
      covered.add(code);
      for (const child of this.find(list, code)?.childCodes ?? []) add(child);
    };
    for (const code of codes) add(code);
    return covered;
  }
}

/** Coded values of jobs: as the lists have them, with their place among the others, else as they came. */
export class CodedValues {
  readonly #lists: CsoEnumerations | null;

  constructor(lists: CsoEnumerations | null) {
    this.#lists = lists;
  }

  one(list: CsoList, value: unknown): EnumerationValue | null {
    const found = valueFromEnumeration(list, value);
    return found === null ? null : (this.#lists?.find(list, found.code) ?? found);
  }

  many(list: CsoList, values: unknown): readonly EnumerationValue[] {
    return Array.isArray(values) ? values.map((value) => this.one(list, value)).filter((value) => value !== null) : [];
  }
}
