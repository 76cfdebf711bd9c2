import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CegidDataSource } from '../../../src/datasources/cegid/index.ts';
import type { Change } from '../../../src/domain/change.ts';
import type { ChangeSlice } from '../../../src/domain/slice.ts';
import { rejection, Site } from './site.ts';

const site = new Site();
const { data, switches } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const dayMs = 86_400_000;
const idOf = (reference: string) => (/[\s%]/.test(reference) ? encodeURIComponent(reference) : reference);
const span = (days: number) => ({ since: new Date(site.clock.now() - days * dayMs), until: new Date(site.clock.now()) });
type Span = ReturnType<typeof span>;
type Changes = 'vacancyChanges' | 'candidateChanges';

/** Every change of a span; `between` runs after each slice. */
async function walk(source: CegidDataSource, kind: Changes, { since, until }: Span, limit: number, between: (slices: number) => void = () => undefined): Promise<Change[]> {
  const all: Change[] = [];
  let position: string | null = null;
  for (let slices = 1; ; slices += 1) {
    const slice: ChangeSlice = await source[kind]({ since, until, position, limit });
    all.push(...slice.changes);
    expect(slice.positions).toHaveLength(slice.changes.length);
    expect(slice.changes.length).toBeLessThanOrEqual(limit);
    if (!slice.more) return all;
    position = slice.end;
    between(slices);
  }
}

const within = ({ since, until }: Span, date: string) => Date.parse(date) >= since.getTime() && Date.parse(date) < until.getTime();

describe('changes of vacancies', () => {
  test.each([7, 50, 100])('are exactly those of the span, %i at a time', async (limit) => {
    const days = span(60);
    const expected = data.vacancies.filter(({ modificationDate }) => within(days, modificationDate));
    expect(expected.length).toBeGreaterThan(120);
    const changes = await walk(site.open(), 'vacancyChanges', days, limit);
    expect(changes.map(({ sourceId }) => sourceId)).toEqual(expected.map(({ reference }) => idOf(reference)));
    expect(changes.map(({ changedAt }) => changedAt?.getTime())).toEqual(expected.map(({ modificationDate }) => Date.parse(modificationDate)));
  });

  test('are created where they are of the span, hidden where they are not shown any more, updated otherwise, and never deleted', async () => {
    const days = span(60);
    const changes = await walk(site.open(), 'vacancyChanges', days, 100);
    const kinds = data.vacancies
      .filter(({ modificationDate }) => within(days, modificationDate))
      .map(({ status, creationDate }) => (/Archive|Finalise|Suspendue/.test(status.id) ? 'UNPUBLISHED' : within(days, creationDate) ? 'CREATED' : 'UPDATED'));
    expect(changes.map(({ kind }) => kind)).toEqual(kinds);
    expect(new Set(kinds).size).toBe(3);
    expect(changes[0]?.nativeStatus).toMatch(/^_TS_CO_OfferStatus_/);
  });

  test('of adjoining spans are each told once', async () => {
    const { since, until } = span(60);
    const middle = data.vacancies.map(({ modificationDate }) => new Date(modificationDate)).find((date) => date > since && date < until);
    const source = site.open();
    const cut = middle ?? until;
    const halves = [...(await walk(source, 'vacancyChanges', { since, until: cut }, 100)), ...(await walk(source, 'vacancyChanges', { since: cut, until }, 100))];
    const whole = await walk(source, 'vacancyChanges', { since, until }, 100);
    expect(halves.map(({ sourceId }) => sourceId).toSorted()).toEqual(whole.map(({ sourceId }) => sourceId).toSorted());
  });

  test('are not lost where earlier ones change again while the span is paged, and leave it', async () => {
    const days = span(30);
    const expected = data.vacancies.filter(({ modificationDate }) => within(days, modificationDate)).map(({ reference }) => reference);
    site.clock.advance(60_000);
    const changes = await walk(site.open(), 'vacancyChanges', days, 20, (slices) => {
      if (slices !== 2) return;
      // The row that the next slice would begin with, and two before it.
      for (const reference of [expected[3], expected[30], expected[39]]) site.sandbox.changeVacancy(reference ?? '', { title: 'Anders' });
    });
    expect(new Set(changes.map(({ sourceId }) => sourceId))).toEqual(new Set(expected.map(idOf)));
    expect(site.asked().some((call) => call.includes('offset=0&limit=100'))).toBe(true);
  });

  test('of one vacancy are told with what it is now', async () => {
    const first = data.vacancies.find(({ reference }) => !/\s/.test(reference));
    const since = new Date(site.clock.now());
    site.clock.advance(5000);
    site.sandbox.changeVacancy(first?.reference ?? '', { statusId: '_TS_CO_OfferStatus_Archive' });
    site.clock.advance(5000);
    const changes = await walk(site.open(), 'vacancyChanges', { since, until: new Date(site.clock.now()) }, 100);
    expect(changes).toEqual([{ source: 'CEGID', sourceId: first?.reference, kind: 'UNPUBLISHED', nativeStatus: '_TS_CO_OfferStatus_Archive', changedAt: expect.any(Date) }]);
  });

  test('that cannot be read are said to be lost', async () => {
    site.upstream.faults.add({ kind: 'wrong-json', path: 'vacancies', body: JSON.stringify([{ reference: 'A' }, { title: 'x' }]) });
    const slice = await site.open().vacancyChanges({ ...span(1), position: null, limit: 100 });
    expect(slice.changes).toEqual([{ source: 'CEGID', sourceId: 'A', kind: 'UPDATED', nativeStatus: null, changedAt: null }]);
    expect(site.warnings).toEqual(['Cegid: 1 changed vacancies could not be read.']);
  });

  test('that cannot be read, a whole page of them, do not hold up what comes behind', async () => {
    const bad = Array.from({ length: 9 }, () => ({ title: 'x' }));
    const list = [{ reference: 'A' }, ...bad, ...bad, { reference: 'B' }];
    const broken = new Site((exchange) => (exchange.path === '/api/token' ? broken.sandbox.handle(exchange) : { status: 200, body: JSON.stringify(list.slice(Number(exchange.query.get('offset'))).slice(0, Number(exchange.query.get('limit')))) }));
    await broken.upstream.start();
    const changes = await walk(broken.open({ pageSize: 10 }), 'vacancyChanges', span(1), 10);
    await broken.stop();
    expect(changes.map(({ sourceId }) => sourceId)).toEqual(['A', 'B']);
  });

  test('come from archives too', async () => {
    switches.exportFormat = 'zip';
    const days = span(3);
    const expected = data.vacancies.filter(({ modificationDate }) => within(days, modificationDate));
    expect((await walk(site.open(), 'vacancyChanges', days, 50)).length).toBe(expected.length);
  });

  test.each(['x', '-1', '0:abcdefghijkl', '5:', '5:not a tag ', '99999999999'])('refuse the position %j before anything is asked', async (position) => {
    expect(await rejection(site.open().vacancyChanges({ ...span(1), position, limit: 10 }))).toMatchObject({ name: 'BadInput', argument: ['after'] });
    expect(site.upstream.requests).toEqual([]);
  });
});

describe('changes of candidates', () => {
  test('are exactly those of the span', async () => {
    const days = span(90);
    const expected = data.candidates.map(({ candidateDetail }) => candidateDetail).filter(({ modificationDate }) => within(days, modificationDate));
    expect(expected.length).toBeGreaterThan(20);
    const changes = await walk(site.open(), 'candidateChanges', days, 15);
    expect(changes.map(({ sourceId, kind }) => ({ sourceId, kind }))).toEqual(expected.map(({ id, creationDate }) => ({ sourceId: id, kind: within(days, creationDate) ? 'CREATED' : 'UPDATED' })));
  });

  test('hold nobody’s number in their positions', async () => {
    const { positions, changes } = await site.open().candidateChanges({ ...span(90), position: null, limit: 5 });
    expect(changes.length).toBeGreaterThan(0);
    expect(positions.join()).not.toContain('_TS');
  });
});
