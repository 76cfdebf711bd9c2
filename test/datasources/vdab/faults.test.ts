import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import type { VdabDataSource } from '../../../src/datasources/vdab/index.ts';
import type { CandidateFilter } from '../../../src/domain/candidate.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import { failureOf, type Key, lines, someVacancies, startWorld, type World } from './world.ts';

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

const minuteMs = 60_000;
const page = { offset: 0, limit: 20, fields: new Set<never>(), values: false };
const anyCandidate: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };

function ids(count: number): string[] {
  return someVacancies(world, count).map(({ id }) => id);
}

async function search() {
  return (await key.operation().planVacancies(anyVacancy, 'SOURCE_ORDER')).read(page);
}

function detail() {
  return key.operation().vacancyById(ids(1)[0] ?? '');
}

/** One read of each kind. */
const reads: Readonly<Record<string, (operation: VdabDataSource) => Promise<unknown>>> = {
  'the detail of a vacancy': (operation) => operation.vacancyById(ids(1)[0] ?? ''),
  'the multi-fetch': (operation) => Promise.all(ids(3).map((id) => operation.vacancyById(id))),
  'the search of vacancies': async (operation) => (await operation.planVacancies(anyVacancy, 'SOURCE_ORDER')).read(page),
  'the count of vacancies': async (operation) => (await operation.planVacancies(anyVacancy, 'SOURCE_ORDER')).count(),
  'the bulk of vacancies': (operation) => operation.vacancyChanges({ since: new Date(world.clock.now() - 1000), until: new Date(world.clock.now()), position: null, limit: 5 }),
  'the detail of a candidate': (operation) => operation.candidateById(world.vdab.data.candidates[0]?.id ?? ''),
  'the search of candidates': async (operation) => (await operation.planCandidates(anyCandidate)).read(page),
  'the bulk of candidates': (operation) => operation.candidateChanges({ since: new Date(world.clock.now() - 1000), until: new Date(world.clock.now()), position: null, limit: 5 }),
};

const faults: readonly (readonly [string, Fault, object])[] = [
  ['answers 500', { kind: 'status', status: 500 }, { code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500, message: 'The upstream answered 500.' }],
  ['answers 503 and says when to come back', { kind: 'status', status: 503, headers: { 'retry-after': '120' } }, { code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 120 }],
  ['answers 429', { kind: 'status', status: 429, headers: { 'retry-after': '90' } }, { code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: 90 }],
  ['answers 403', { kind: 'status', status: 403 }, { code: 'UPSTREAM_ERROR', upstreamStatus: 403, message: 'The upstream refused the call with 403.' }],
  ['redirects', { kind: 'status', status: 302, headers: { location: 'https://example.invalid/' } }, { code: 'UPSTREAM_ERROR', upstreamStatus: 302 }],
  ['answers HTML', { kind: 'html' }, { code: 'UPSTREAM_INVALID_RESPONSE', message: "The upstream's answer is not JSON." }],
  ['answers half of it', { kind: 'truncate' }, { code: 'UPSTREAM_INVALID_RESPONSE', message: "The upstream's answer was cut off." }],
  ['answers JSON of another shape', { kind: 'wrong-json' }, { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringMatching(/^The upstream's answer is not as documented: expected an? .+ at .+\.$/) }],
  ['answers nothing', { kind: 'empty' }, { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('not as documented') }],
  ['cuts the connection', { kind: 'reset' }, { code: 'UPSTREAM_UNAVAILABLE', message: 'The upstream could not be reached.' }],
];

describe.each(Object.keys(reads))('%s', (name) => {
  const read = (operation: VdabDataSource) => reads[name]?.(operation) ?? Promise.resolve();

  it.each(faults)('fails as VDAB where it %s', async (_, fault, expected) => {
    world.upstream.faults.add(fault);
    expect(await failureOf(read(key.operation()))).toMatchObject({ source: 'VDAB', ...expected });
  });

  it('fails at its deadline where VDAB hangs', async () => {
    world.upstream.faults.add({ kind: 'hang' });
    expect(await failureOf(read(key.operation({ deadline: world.clock.now() + 40 })))).toMatchObject({ source: 'VDAB', code: 'UPSTREAM_TIMEOUT' });
  });

  it('succeeds where a second attempt does', async () => {
    world.upstream.faults.add({ kind: 'status', status: 503, times: 1 });
    await read(key.operation());
    expect(world.upstream.requests.slice(0, 2).map(({ status }) => status)).toEqual([503, 200]);
  });

  it('sends nothing once its time is over', async () => {
    expect(await failureOf(read(key.operation({ deadline: world.clock.now() - 1 })))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    expect(lines(world)).toEqual([]);
  });
});

describe('a VDAB that is refused or gone', () => {
  it('fails every read without a trace of the key', async () => {
    const elsewhere = world.key({ baseUrl: 'http://127.0.0.1:9/services/openservices/', clientId: 'secret-key' });
    const failure = await failureOf(elsewhere.operation().vacancyById(ids(1)[0] ?? ''));
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(JSON.stringify([failure.message, failure.stack, String(failure.cause)])).not.toContain('secret-key');
  });

  it('is left alone after failing again and again, and asked again later', async () => {
    world.upstream.faults.add({ kind: 'status', status: 500 });
    expect(key.shared.client.healthy()).toBe(true);
    for (const id of ids(5)) await failureOf(key.operation().vacancyById(id));
    expect(key.shared.client.healthy()).toBe(false);
    const before = lines(world).length;
    const failure = await failureOf(key.operation().candidateById(world.vdab.data.candidates[0]?.id ?? ''));
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: expect.any(Number) });
    expect(lines(world)).toHaveLength(before);
    const other = world.key();
    expect(other.shared.client.healthy()).toBe(true);
  });
});

describe('past its freshness', () => {
  it.each(faults.filter(([name]) => !name.includes('403') && !name.includes('redirects')))('a vacancy is served as it was and told as stale where VDAB %s', async (_, fault) => {
    const [id = ''] = ids(1);
    const fresh = await key.operation().vacancyById(id);
    world.clock.advance(3 * minuteMs);
    world.upstream.faults.add(fault);
    const late = await key.operation().vacancyById(id);
    expect(late).toMatchObject({ value: fresh.value, stale: true });
    expect(late.fetchedAt).toBeLessThan(fresh.fetchedAt + minuteMs);
    world.upstream.faults.clear();
    const again = await key.operation().vacancyById(id);
    expect(again.stale).toBe(false);
    expect(again.fetchedAt).toBeGreaterThan(fresh.fetchedAt + minuteMs);
  });

  it('a vacancy is no longer served after an hour', async () => {
    const [id = ''] = ids(1);
    await key.operation().vacancyById(id);
    world.clock.advance(63 * minuteMs);
    world.upstream.faults.add({ kind: 'status', status: 500 });
    expect(await failureOf(key.operation().vacancyById(id))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('only what cannot be had anew is stale', async () => {
    const [old = '', young = ''] = ids(2);
    await key.operation().vacancyById(old);
    world.clock.advance(3 * minuteMs);
    await key.operation().vacancyById(young);
    world.upstream.faults.add({ kind: 'status', status: 500 });
    const operation = key.operation();
    expect(await Promise.all([old, young].map(async (id) => (await operation.vacancyById(id)).stale))).toEqual([true, false]);
  });

  it.each(faults.filter(([name]) => !name.includes('403') && !name.includes('redirects')))('a page is served at once, and told as stale once VDAB %s', async (_, fault) => {
    const fresh = await search();
    world.clock.advance(2 * minuteMs);
    world.upstream.faults.add(fault);
    expect(await search()).toEqual(fresh);
    while ((await search()).stale === false) await new Promise((resolve) => setImmediate(resolve));
    expect(await search()).toEqual({ ...fresh, stale: true });
  });
});

it('an answer of another shape is not kept: the next operation asks again', async () => {
  world.upstream.faults.add({ kind: 'wrong-json' });
  await failureOf(search());
  await failureOf(detail());
  world.upstream.faults.clear();
  expect((await search()).rows).toHaveLength(20);
  expect((await detail()).value).not.toBeNull();
});
