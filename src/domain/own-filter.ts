import { type SourceName, sourceNames } from './source-name.ts';

/** What a filter states for single sources, by source. Only the source's own folder knows what it means, and reads it again. */
export type OwnFilters = Readonly<Partial<Record<SourceName, unknown>>>;

/** How a source reads its own filter: the field of `VacancyFilter` that has the source's name in lower case. */
export interface OwnFilterReader {
  /** The fields of its input type in the schema. */
  readonly fields: readonly string[];
  /**
   * Everything of it that can be judged without asking the source.
   * @param path where it stands in the arguments
   * @throws BadInput naming the criterion that is wrong
   */
  read(stated: unknown, path: readonly string[]): unknown;
}

/**
 * The own filters in the argument of a filter, each read by its source, so that a mistake is told before anything is asked.
 * @throws BadInput
 */
export function readOwnFilters(filter: object, path: readonly string[], readerOf: (source: SourceName) => OwnFilterReader | undefined): OwnFilters {
  const stated = new Map<string, unknown>(Object.entries(filter));
  const own = sourceNames.flatMap((source) => {
    const name = source.toLowerCase();
    const value = stated.get(name) ?? null;
    if (value === null) return [];
    const reader = readerOf(source);
    if (reader === undefined) throw new Error(`${source} does not read its own filter`);
    return [[source, reader.read(value, [...path, name])] as const];
  });
  return Object.fromEntries(own);
}
