import { expect, test } from 'vitest';
import { CodedValues } from '../../../src/datasources/cso/enumerations.ts';
import { instantOf } from '../../../src/datasources/cso/instant.ts';
import { publicationFrom, statusOf } from '../../../src/datasources/cso/map-publication.ts';
import { Lasting } from '../../../src/domain/lasting.ts';

const now = Date.UTC(2026, 2, 10);
const span = (startsIn: number | null, endsIn: number | null) => ({
  startsAt: startsIn === null ? null : new Date(now + startsIn),
  endsAt: endsIn === null ? null : new Date(now + endsIn),
});
const past = span(-20, -10);
const running = span(-10, 10);
const future = span(10, 20);

test.each([
  ['PUBLISHED', 'one phase runs', [past, running], true],
  ['PUBLISHED', 'a phase began and has no end', [span(-1, null)], true],
  ['PUBLISHED', 'a phase begins this moment', [span(0, 1)], true],
  ['PUBLISHED', 'nothing is said of its visibility', [running], null],
  ['UNPUBLISHED', 'it is hidden while a phase runs', [running], false],
  ['UNPUBLISHED', 'it is between two phases', [past, future], true],
  ['UNPUBLISHED', 'it has no phase', [], true],
  ['CLOSED', 'every phase is over', [past, span(-5, 0)], true],
  ['CLOSED', 'every phase of a hidden one is over', [past], false],
  ['DRAFT', 'every phase is to come', [future], true],
] as const)('is %s where %s', (status, _where, spans, visible) => {
  expect(statusOf(spans, visible, now)).toBe(status);
});

test.each([
  [10, 'a phase that runs ends', [past, running]],
  [5, 'the first of those to come begins', [span(-10, 20), span(5, 30)]],
  [null, 'no phase begins or ends any more', [past, span(-1, null)]],
] as const)('is that until %j ms later, where %s', (laterMs, _where, spans) => {
  const lasting = new Lasting();
  const publications = spans.map(({ startsAt, endsAt }) => ({ dateStart: startsAt?.getTime() ?? null, dateEnd: endsAt?.getTime() ?? null }));
  publicationFrom({ visible: true, publicationSets: [{ publications }] }, new CodedValues(null), now, lasting);
  expect(lasting.end).toBe(laterMs === null ? Number.POSITIVE_INFINITY : now + laterMs);
});

test('reads an epoch number by its magnitude', () => {
  expect(instantOf(1_397_080_800)).toEqual(new Date('2014-04-09T22:00:00Z'));
  expect(instantOf(1_397_080_800_000)).toEqual(new Date('2014-04-09T22:00:00Z'));
  expect(instantOf(99_999_999_999)).toEqual(new Date('5138-11-16T09:46:39Z'));
  expect(instantOf(100_000_000_000)).toEqual(new Date('1973-03-03T09:46:40Z'));
  expect([instantOf(null), instantOf('soon'), instantOf(Number.NaN), instantOf(1e300)]).toEqual([null, null, null, null]);
});
