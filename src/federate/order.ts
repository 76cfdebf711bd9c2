import { dayInAmsterdam } from '../domain/amsterdam.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import type { VacancyOrder } from '../domain/vacancy-filter.ts';
import type { Compare } from './interleave.ts';

/** How rows of different sources compare; null where sources take turns. Rows without the date come last, equal dates in the order of the sources. */
export const comparisons: Readonly<Record<VacancyOrder, Compare<Vacancy> | null>> = {
  SOURCE_ORDER: null,
  PUBLISHED_DESC: by((vacancy) => dateKey(vacancy.publishedAt, vacancy.publishedOn), -1),
  PUBLISHED_ASC: by((vacancy) => dateKey(vacancy.publishedAt, vacancy.publishedOn), 1),
  UPDATED_DESC: by((vacancy) => dateKey(vacancy.updatedAt, vacancy.updatedOn), -1),
};

/** Dates are compared by code units, so that it does not depend on the machine's language. */
function by(keyOf: (vacancy: Vacancy) => string | null, direction: 1 | -1): Compare<Vacancy> {
  return (a, b) => {
    const one = a.value === null ? null : keyOf(a.value);
    const other = b.value === null ? null : keyOf(b.value);
    if (one === other) return inSourceOrder(a.source, b.source);
    if (one === null) return 1;
    if (other === null) return -1;
    return one < other ? -direction : direction;
  };
}

/**
 * The day in Dutch and Flemish time, then the instant where there is one. A date without a time compares with an instant by the
 * day, and as the first of it, so that any number of rows have one order.
 */
function dateKey(instant: Date | null, day: string | null): string | null {
  return instant === null ? day : `${dayInAmsterdam(instant)} ${instant.toISOString()}`;
}

function inSourceOrder(a: SourceName, b: SourceName): number {
  return sourceNames.indexOf(a) - sourceNames.indexOf(b);
}
