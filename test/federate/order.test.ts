import { describe, expect, test } from 'vitest';
import { type Vacancy, vacancy } from '../../src/domain/vacancy.ts';
import type { VacancyOrder } from '../../src/domain/vacancy-filter.ts';
import type { SourceName } from '../../src/domain/source-name.ts';
import { comparisons } from '../../src/federate/order.ts';

type Dates = Partial<Pick<Vacancy, 'publishedAt' | 'publishedOn' | 'updatedAt' | 'updatedOn'>>;

function row(source: SourceName, dates: Dates | null) {
  const sourceId = JSON.stringify(dates);
  return { source, sourceId, value: dates === null ? null : { ...vacancy({ source, sourceId }), ...dates }, failure: null, behind: 1 };
}

function sorted(order: VacancyOrder, rows: readonly ReturnType<typeof row>[]): readonly ReturnType<typeof row>[] {
  const compare = comparisons[order];
  if (compare === null) throw new Error(`${order} compares nothing`);
  return rows.toSorted(compare);
}

/** Every order of three or four rows. */
function permutations<T>(all: readonly T[]): T[][] {
  return all.length < 2 ? [[...all]] : all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

const early = row('CSO', { publishedAt: new Date('2026-03-01T08:00:00Z'), updatedAt: new Date('2026-03-01T08:00:00Z') });
const late = row('CEGID', { publishedAt: new Date('2026-03-04T08:00:00Z'), updatedAt: new Date('2026-03-04T08:00:00Z') });
const undated = row('CSO', {});
const unread = row('VDAB', null);

test.each([
  ['PUBLISHED_ASC', [early, late, undated, unread]],
  ['PUBLISHED_DESC', [late, early, undated, unread]],
  ['UPDATED_DESC', [late, early, undated, unread]],
] as const)('%s puts rows without the date last', (order, expected) => {
  for (const rows of permutations(expected)) expect(sorted(order, rows)).toEqual(expected);
});

describe('a date without a time beside instants', () => {
  // In winter the day begins an hour before that of UTC.
  const before = row('CSO', { publishedAt: new Date('2026-03-02T22:59:59Z') });
  const day = row('VDAB', { publishedOn: '2026-03-03' });
  const first = row('CSO', { publishedAt: new Date('2026-03-02T23:00:00Z') });
  const last = row('CEGID', { publishedAt: new Date('2026-03-03T22:59:59Z') });
  const after = row('CSO', { publishedAt: new Date('2026-03-03T23:00:00Z') });
  const ascending = [before, day, first, last, after];

  test('compares by the day in Dutch and Flemish time, in one order whatever they come in', () => {
    for (const rows of permutations(ascending)) {
      expect(sorted('PUBLISHED_ASC', rows)).toEqual(ascending);
      expect(sorted('PUBLISHED_DESC', rows)).toEqual(ascending.toReversed());
    }
  });
});

test('equal dates come in the order of the sources, both ways', () => {
  const rows = (['CEGID', 'VDAB', 'CSO'] as const).map((source) => row(source, { publishedOn: '2026-03-03' }));
  for (const order of ['PUBLISHED_ASC', 'PUBLISHED_DESC'] as const) expect(sorted(order, rows).map(({ source }) => source)).toEqual(['CSO', 'VDAB', 'CEGID']);
});
