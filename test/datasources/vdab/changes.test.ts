import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import { BadInput } from '../../../src/domain/errors.ts';
import type { ChangeSlice } from '../../../src/domain/slice.ts';
import { calls, failureOf, type Key, lines, parameter, startWorld, type World } from './world.ts';

let world: World;
let key: Key;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
  key = world.key();
});

const dayMs = 86_400_000;

interface Span {
  readonly since: Date;
  readonly until: Date;
}
type Of = 'vacancyChanges' | 'candidateChanges';

/** The span between so many days ago. */
function daysAgo(since: number, until: number): Span {
  const now = world.clock.now();
  return { since: new Date(now - since * dayMs), until: new Date(now - until * dayMs) };
}

/** Every change of a span, slice after slice; `from` says where each slice begins. */
async function walk(of: Of, span: Span, limit: number, from: (slice: ChangeSlice) => string | null = ({ end }) => end): Promise<Change[]> {
  const changes: Change[] = [];
  for (let position: string | null = null, more = true; more; ) {
    const slice: ChangeSlice = await key.operation()[of]({ ...span, position, limit });
    changes.push(...slice.changes);
    position = from(slice);
    ({ more } = slice);
  }
  return changes;
}

/** Ids that the sandbox changed within a span, `until` itself left out. */
function changed(of: Of, { since, until }: Span): string[] {
  const records = of === 'vacancyChanges' ? world.vdab.data.vacancies : world.vdab.data.candidates;
  return records.filter(({ changes }) => changes.some((at) => at >= since.getTime() && at < until.getTime())).map(({ id }) => id);
}

function windows(): [number, number][] {
  return world.upstream.requests.map((request) => [Date.parse(parameter(request, 'van')[0] ?? ''), Date.parse(parameter(request, 'tot')[0] ?? '')]);
}

describe.each<Of>(['vacancyChanges', 'candidateChanges'])('%s', (of) => {
  it('of a short span is one call', async () => {
    const span = daysAgo(3, 0);
    const slice = await key.operation()[of]({ ...span, position: null, limit: 2000 });
    expect(new Set(slice.changes.map(({ sourceId }) => sourceId))).toEqual(new Set(changed(of, span)));
    expect(slice).toMatchObject({ more: false, end: null });
    expect(lines(world)).toHaveLength(1);
  });

  it('of twelve days are cut into adjoining windows of at most five', async () => {
    const span = daysAgo(12, 0);
    const changes = await walk(of, span, 2000);
    expect(new Set(changes.map(({ sourceId }) => sourceId))).toEqual(new Set(changed(of, span)));
    expect(windows()).toEqual([
      [span.since.getTime(), span.since.getTime() + 5 * dayMs],
      [span.since.getTime() + 5 * dayMs, span.since.getTime() + 10 * dayMs],
      [span.since.getTime() + 10 * dayMs, span.until.getTime()],
    ]);
  });

  it.each([1, 7, 100])('come all, each once a window, in slices of %i', async (limit) => {
    const span = limit === 1 ? daysAgo(1, 0.8) : daysAgo(12, 0);
    const whole = await walk(of, span, 2000);
    expect(await walk(of, span, limit)).toEqual(whole);
    expect(whole.length).toBeGreaterThan(limit);
  });

  it('go on exactly behind any of them', async () => {
    const span = daysAgo(12, 0);
    const whole = await walk(of, span, 2000);
    const first = await key.operation()[of]({ ...span, position: null, limit: 300 });
    for (const at of [0, 1, 17, first.changes.length - 1]) {
      const rest = await key.operation()[of]({ ...span, position: first.positions[at] ?? '', limit: 5 });
      expect(rest.changes).toEqual(whole.slice(at + 1, at + 6));
    }
    expect(await walk(of, span, 50, ({ positions, end }) => positions.at(-1) ?? end)).toEqual(whole);
  });
});

describe('a change', () => {
  it('is DELETED only where VDAB says so, and UNKNOWN where it says what nobody knows', async () => {
    const changes = await walk('vacancyChanges', daysAgo(90, 0), 2000);
    const kinds = new Map(changes.map(({ nativeStatus, kind }) => [nativeStatus, kind]));
    expect(Object.fromEntries(kinds)).toEqual({ GEPUBLICEERD: 'PUBLISHED', NIET_GEPUBLICEERD: 'UNPUBLISHED', AFGESLOTEN: 'UNPUBLISHED', VERWIJDERD: 'DELETED', HERINGEDIEND: 'UNKNOWN', IN_CONTROLE: 'UNKNOWN' });
    const people = await walk('candidateChanges', daysAgo(365, 0), 2000);
    expect(Object.fromEntries(people.map(({ nativeStatus, kind }) => [nativeStatus, kind]))).toEqual({ OPEN: 'UPDATED', GESLOTEN: 'UNKNOWN', VERWIJDERD: 'DELETED', IN_CONTROLE: 'UNKNOWN' });
  });

  it('of an id that VDAB itself does not find is passed over, and positions count it', async () => {
    const span = daysAgo(4, 0);
    const raw = await fetch(`${world.upstream.baseUrl}v2/vacatures/bulk?van=${span.since.toISOString()}&tot=${span.until.toISOString()}&aantal=2000`, { headers: { 'X-IBM-Client-Id': world.vdab.switches.clientId } });
    const listed = (await raw.text()).match(/"interneReferentie":"[^"]*"/g) ?? [];
    expect(listed.filter((id) => id.includes('NOT_FOUND')).length).toBeGreaterThan(3);
    const slice = await key.operation().vacancyChanges({ ...span, position: null, limit: 2000 });
    expect(slice.changes).toHaveLength(listed.filter((id) => !id.includes('NOT_FOUND')).length);
    expect(slice.changes.some(({ sourceId }) => sourceId.includes('NOT_FOUND'))).toBe(false);
    expect(slice.positions.at(-1)).toBe(`0:${listed.findLastIndex((id) => !id.includes('NOT_FOUND')) + 1}`);
    expect(key.warnings).toEqual([]);
  });

  it('that names nothing is lost, and an operator is told', async () => {
    const [{ id } = { id: '' }] = world.vdab.data.vacancies;
    const resultaten = [{ status: 'GEPUBLICEERD' }, { vacatureReferentie: { interneReferentie: id }, status: 'GEPUBLICEERD' }];
    world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify({ aantal: 2, resultaten }) });
    const slice = await key.operation().vacancyChanges({ ...daysAgo(1, 0), position: null, limit: 10 });
    expect(slice).toMatchObject({ changes: [{ sourceId: id }], positions: ['0:2'] });
    expect(key.warnings).toEqual(['VDAB: 1 changes could not be read.']);
    world.upstream.faults.clear();
    world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify({ resultaten: [{ status: 'GEPUBLICEERD' }] }) });
    expect(await failureOf(key.operation().vacancyChanges({ ...daysAgo(1, 0), position: null, limit: 10 }))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it.each(['exclusive', 'inclusive'] as const)('at the very end of a window is there at least once where tot is %s', async (reading) => {
    world.vdab.switches.bulkUntil = reading;
    const record = world.vdab.data.vacancies.find(({ changes }) => changes.length === 1 && (changes[0] ?? 0) > world.clock.now() - 20 * dayMs);
    const at = record?.changes[0] ?? 0;
    const changes = await walk('vacancyChanges', { since: new Date(at - 5 * dayMs), until: new Date(at + dayMs) }, 2000);
    expect(changes.filter(({ sourceId }) => sourceId === record?.id)).toHaveLength(reading === 'inclusive' ? 2 : 1);
  });
});

describe('a span', () => {
  it('travels as instants of UTC with milliseconds, percent-encoded', async () => {
    await key.operation().vacancyChanges({ since: new Date('2026-05-01T02:00:00.250+02:00'), until: new Date('2026-05-01T13:30:00+05:30'), position: null, limit: 10 });
    expect(lines(world)).toEqual(['GET v2/vacatures/bulk?van=2026-05-01T00%3A00%3A00.250Z&tot=2026-05-01T08%3A00%3A00.000Z&vanaf=0&aantal=10']);
  });

  it('without a limit on its windows is one call where that is configured', async () => {
    world.vdab.switches.maxBulkDays = 0;
    key = world.key({ bulkWindowDays: 365 });
    const span = daysAgo(60, 0);
    const changes = await walk('vacancyChanges', span, 2000);
    expect(new Set(changes.map(({ sourceId }) => sourceId))).toEqual(new Set(changed('vacancyChanges', span)));
    expect(new Set(windows().map(String)).size).toBe(1);
  });

  it.each(['total', 'page'] as const)('of more changes than one call gives is read to its end where aantal is that of the %s', async (reading) => {
    world.vdab.switches.aantalMeaning = reading;
    world.hold(async ({ query }) => {
      if (reading === 'total' && Number(query.get('aantal')) > 40) query.set('aantal', '40');
    });
    const span = daysAgo(4, 0);
    const changes = await walk('vacancyChanges', span, 2000);
    expect(new Set(changes.map(({ sourceId }) => sourceId))).toEqual(new Set(changed('vacancyChanges', span)));
  });

  it('that runs backwards or is nothing costs no call', async () => {
    for (const span of [daysAgo(1, 2), daysAgo(1, 1)]) {
      expect(await key.operation().vacancyChanges({ ...span, position: null, limit: 10 })).toMatchObject({ changes: [], more: false, end: null, stale: false });
    }
    expect(lines(world)).toEqual([]);
  });

  it('of quiet years is read in several slices, none of many calls', async () => {
    const span = daysAgo(2000, 1000);
    const slice = await key.operation().vacancyChanges({ ...span, position: null, limit: 100 });
    expect(slice).toMatchObject({ changes: [], more: true, end: '20:0' });
    expect(calls(world)).toEqual({ 'GET v2/vacatures/bulk': 20 });
  });

  it('whose later call fails is given as far as it was read, and the next slice begins with that call', async () => {
    const span = daysAgo(12, 0);
    const whole = await walk('vacancyChanges', span, 2000);
    world.reset();
    let seen = 0;
    world.hold(async () => {
      seen += 1;
      if (seen === 2) world.upstream.faults.add({ kind: 'status', status: 404 });
    });
    const slice = await key.operation().vacancyChanges({ ...span, position: null, limit: 2000 });
    expect(slice.more).toBe(true);
    expect(slice.changes).toEqual(whole.slice(0, slice.changes.length));
    expect(await failureOf(key.operation().vacancyChanges({ ...span, position: slice.end, limit: 2000 }))).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 404 });
    world.reset();
    const rest = await key.operation().vacancyChanges({ ...span, position: slice.end, limit: 2000 });
    expect([...slice.changes, ...rest.changes]).toEqual(whole);
  });

  it.each(['', '1', '9:0', '-1:0', '0:-1', '0:1:2', '0:1x', '99999999:0', 'NaN:0'])('has no position %j', async (position) => {
    await expect(key.operation().vacancyChanges({ ...daysAgo(3, 0), position, limit: 10 })).rejects.toThrow(BadInput);
    expect(lines(world)).toEqual([]);
  });

  it('is never answered from the cache', async () => {
    const span = daysAgo(1, 0);
    await key.operation().vacancyChanges({ ...span, position: null, limit: 10 });
    await key.operation().vacancyChanges({ ...span, position: null, limit: 10 });
    expect(lines(world)).toHaveLength(2);
  });
});
