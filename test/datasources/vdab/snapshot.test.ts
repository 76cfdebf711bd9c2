import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RunningUpstream } from '../../../sandbox/kit/upstream.ts';
import { readIds } from '../../../src/datasources/vdab/id-stream.ts';
import { BodyError } from '../../../src/http/errors.ts';
import { ShapeError } from '../../../src/http/parse.ts';
import { calls, failureOf, type Key, lines, startWorld, type World } from './world.ts';

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

const date = '2026-04-20';
const minuteMs = 60_000;

function published(): string[] {
  return world.vdab.data.vacancies.filter(({ document, endedOn }) => document.publicatieDatum <= date && (endedOn === undefined || endedOn > date)).map(({ id }) => id);
}

/** A row as VDAB lists it. */
function row(id: unknown): object {
  return { vacatureReferentie: { interneReferentie: id } };
}

function idAt(index: number): string {
  return `a3e007c0-68d3-4fb7-aa35-${String(index).padStart(12, '0')}`;
}

/** A text as it may arrive: a byte at a time. */
async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  for (const byte of Buffer.from(text)) yield Buffer.from([byte]);
}

async function walk(limit: number): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (let more = true; more; ) {
    const slice = await key.operation().vacancySnapshot(date, { offset: ids.length, limit });
    ids.push(...slice.rows.map(({ sourceId }) => sourceId));
    ({ more } = slice);
  }
  return ids;
}

describe('the list of a date', () => {
  it('is one call for all pages over it, by whatever operation', async () => {
    const wanted = published();
    expect(wanted.length).toBeGreaterThan(1000);
    expect(await walk(100)).toEqual(wanted);
    expect(lines(world)).toEqual([`GET v2/vacatures/initial?datum=${date}`]);
  });

  it('is told with its length', async () => {
    expect(await key.operation().vacancySnapshot(date, { offset: 5, limit: 3 })).toMatchObject({ rows: published().slice(5, 8).map((sourceId) => ({ sourceId, value: null })), total: published().length, more: true, stale: false });
    expect(await key.operation().vacancySnapshot(date, { offset: 1_000_000, limit: 3 })).toMatchObject({ rows: [], more: false });
  });

  it('is kept for most of an hour, and another date is another list', async () => {
    await key.operation().vacancySnapshot(date, { offset: 0, limit: 3 });
    world.clock.advance(50 * minuteMs);
    await key.operation().vacancySnapshot(date, { offset: 3, limit: 3 });
    expect(lines(world)).toHaveLength(1);
    await key.operation().vacancySnapshot('2026-04-19', { offset: 0, limit: 3 });
    expect(lines(world)).toHaveLength(2);
    world.clock.advance(20 * minuteMs);
    await key.operation().vacancySnapshot(date, { offset: 3, limit: 3 });
    expect(lines(world)).toHaveLength(3);
  });

  it('is one call for operations that ask at once', async () => {
    await Promise.all([1, 2, 3].map(() => key.operation().vacancySnapshot(date, { offset: 0, limit: 3 })));
    expect(lines(world)).toHaveLength(1);
  });

  it('that takes longer than an operation has is read on behind it, once', async () => {
    const held = Promise.withResolvers<void>();
    world.hold(() => held.promise);
    const hurried = key.operation({ deadline: world.clock.now() + 30 });
    expect(await failureOf(hurried.vacancySnapshot(date, { offset: 0, limit: 3 }))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
    const patient = key.operation().vacancySnapshot(date, { offset: 0, limit: 3 });
    held.resolve();
    expect((await patient).rows).toHaveLength(3);
    expect(lines(world)).toHaveLength(1);
  });

  it.each(['total', 'page'] as const)('is read page by page where VDAB pages it and aantal is that of the %s', async (reading) => {
    world.vdab.switches.initialPaging = true;
    world.vdab.switches.aantalMeaning = reading;
    key = world.key({ initialPageSize: 500 });
    const wanted = published();
    expect(await walk(1000)).toEqual(wanted);
    expect(calls(world)['GET v2/vacatures/initial']).toBe(Math.ceil(wanted.length / 500));
    expect(lines(world)[1]).toBe(`GET v2/vacatures/initial?datum=${date}&vanaf=500&aantal=500`);
    expect(key.warnings).toEqual([]);
  });

  it('that says it holds more than it does is told to an operator', async () => {
    world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify({ aantal: 5000, resultaten: [{ vacatureReferentie: { interneReferentie: published()[0] } }] }) });
    expect((await key.operation().vacancySnapshot(date, { offset: 0, limit: 3 })).rows).toHaveLength(1);
    expect(key.warnings).toEqual([expect.stringMatching(/holds 1 of 5000 .* initialPageSize/)]);
  });

  it('has a row without an id cost itself and keep its place', async () => {
    const [first, second] = published();
    world.upstream.faults.add({ kind: 'wrong-json', body: JSON.stringify([row(first), row(null), row(second)]) });
    const slice = await key.operation().vacancySnapshot(date, { offset: 1, limit: 5 });
    expect(slice.rows).toMatchObject([{ sourceId: null, failure: { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('resultaten[1]') } }, { sourceId: second }]);
  });

  it.each([
    ['html', 'UPSTREAM_INVALID_RESPONSE'],
    ['truncate', 'UPSTREAM_INVALID_RESPONSE'],
    ['wrong-json', 'UPSTREAM_INVALID_RESPONSE'],
    ['empty', 'UPSTREAM_INVALID_RESPONSE'],
    ['status', 'UPSTREAM_UNAVAILABLE'],
    ['reset', 'UPSTREAM_UNAVAILABLE'],
  ] as const)('fails where its answer is %s, and is not kept', async (kind, code) => {
    world.upstream.faults.add({ kind });
    expect(await failureOf(key.operation().vacancySnapshot(date, { offset: 0, limit: 3 }))).toMatchObject({ code });
    world.upstream.faults.clear();
    expect((await key.operation().vacancySnapshot(date, { offset: 0, limit: 3 })).rows).toHaveLength(3);
  });

  it('is begun anew where its answer breaks off', async () => {
    world.upstream.faults.add({ kind: 'truncate', times: 1 });
    expect((await key.operation().vacancySnapshot(date, { offset: 0, limit: 3 })).total).toBe(published().length);
    expect(lines(world)).toHaveLength(2);
  });
});

describe('a list of hundreds of thousands', () => {
  const count = 200_000;
  const padding = '479-1430-VDAB-BE-131212';

  it('is read to its ids without being held whole', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: count }, (_, index) => ({ vacatureReferentie: { interneReferentie: idAt(index), hrxmlReferentie: padding }, status: 'GEPUBLICEERD' }));
    const body = JSON.stringify({ aantal: count, resultaten: rows });
    const large = new RunningUpstream({ name: 'large', basePath: '/', switches: {}, handle: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body }) }, world.clock);
    await large.start();
    try {
      key = world.key({ baseUrl: large.baseUrl });
      const slice = await key.operation().vacancySnapshot(date, { offset: count - 2, limit: 100 });
      expect(slice).toMatchObject({ total: count, more: false, rows: [{ sourceId: idAt(count - 2) }, { sourceId: idAt(count - 1) }] });
      expect((await key.operation().vacancySnapshot(date, { offset: 0, limit: 1 })).rows).toMatchObject([{ sourceId: idAt(0) }]);
      expect(large.requests).toHaveLength(1);
    } finally {
      await large.stop();
    }
  });

  it('of any length takes no more memory than its ids, however its rows are cut', { timeout: 60_000 }, async () => {
    const rows = 8000;
    const text = 'x'.repeat(2000);
    const collect = garbageCollector();
    collect();
    const before = process.memoryUsage().heapUsed;
    let grown = 0;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"resultaten":[');
      for (let index = 0; index < rows; index += 1) {
        const row = Buffer.from(`${index === 0 ? '' : ','}{"vacatureReferentie":{"interneReferentie":"${idAt(index)}"},"tekst":"é${text}"}`);
        yield row.subarray(0, index % row.length);
        yield row.subarray(index % row.length);
      }
      collect();
      grown = process.memoryUsage().heapUsed - before;
      yield Buffer.from(']}');
    }
    const read = await readIds(chunks(), { method: 'GET', path: 'initial' });
    expect(read.rows).toHaveLength(rows);
    expect([read.rows[0], read.rows[rows - 1]]).toEqual([idAt(0), idAt(rows - 1)]);
    expect(grown).toBeLessThan((rows * text.length) / 4);
  });
});

/** V8's own, so that what is left is what is held. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert(typeof collect === 'function');
  return () => void collect();
}

describe('a streamed list', () => {
  const target = { method: 'GET', path: 'initial' } as const;
  const id = 'a3e007c0-68d3-4fb7-aa35-c36e96ede172';
  const oneRow = `{"vacatureReferentie":{"interneReferentie":"${id}"}}`;

  it.each<[string, string, { rows: unknown[]; stated: number | null }]>([
    ['with its total before it', `{"aantal":7,"resultaten":[${oneRow}]}`, { rows: [id], stated: 7 }],
    ['with its total behind it', `{"resultaten":[${oneRow}],"aantal":7}`, { rows: [id], stated: 7 }],
    ['bare', `[${oneRow},${oneRow}]`, { rows: [id, id], stated: null }],
    ['behind a byte order mark', `\uFEFF[${oneRow}]`, { rows: [id], stated: null }],
    ['with nothing in it', '{"aantal":0,"resultaten":[]}', { rows: [], stated: 0 }],
    ['bare, with nothing in it', ' [] ', { rows: [], stated: null }],
    ['beside other lists', `{"filters":[1,[2]],"resultaten":[${oneRow}],"links":[${oneRow}]}`, { rows: [id], stated: null }],
    ['with rows of other kinds', `[${oneRow},5,"x",null,[${oneRow}],{}]`, { rows: [id, null, null, null, null, null], stated: null }],
  ])('%s is read', async (_, text, expected) => {
    expect(await readIds(bytes(text), target)).toEqual(expected);
  });

  it.each(['{}', '{"resultaten":{}}', '{"unexpected":[1,2,3]}', '5', 'null', '', '   ', '{"resultaten":null,"aantal":4}', '[{}]'])('that is none is of another shape: %s', async (text) => {
    await expect(readIds(bytes(text), target)).rejects.toThrow(ShapeError);
  });

  it.each(['<!doctype html>', `[${oneRow}`, `[${oneRow}]]`, `[${oneRow}] []`, '{"resultaten":[}', `{"resultaten":[${oneRow},]}`])('that is no JSON is told without a word of it: %s', async (text) => {
    const failure: unknown = await readIds(bytes(text), target).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BodyError);
    expect(failure).toMatchObject({ kind: 'not-json', message: 'GET initial: answer is not JSON' });
  });
});
