import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { SourceFailure } from '../../../src/domain/errors.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { CsoDataSource } from '../../../src/datasources/cso/index.ts';
import { CsoHarness, rejection } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(async () => {
  cso.upstream.reset();
  await cso.upstream.start();
});
const code = cso.sandbox.data.jobs[0]?.code ?? '';
const everyOrganisation = { codes: null, name: null, sector: null, levels: null, includeSubOrganisations: null };

async function page(source: CsoDataSource) {
  const plan = await source.planVacancies(anyVacancy, 'SOURCE_ORDER');
  return plan.read({ offset: 0, limit: 5, fields: new Set(['title']), values: true });
}
const count = async (source: CsoDataSource) => (await source.planVacancies(anyVacancy, 'SOURCE_ORDER')).count();
const everywhere = { kinds: null, names: null };

describe.each<[string, Omit<Fault, 'path'>, string]>([
  ['JSON of another shape', { kind: 'wrong-json' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a null result', { kind: 'wrong-json', body: '{"result":null}' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a list of nothing useful', { kind: 'wrong-json', body: '[]' }, 'UPSTREAM_INVALID_RESPONSE'],
  ["a proxy's page", { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['an empty body', { kind: 'empty' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['half of an answer', { kind: 'truncate' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
  ['an HTML error', { kind: 'html', status: 502 }, 'UPSTREAM_UNAVAILABLE'],
  ['400', { kind: 'status', status: 400 }, 'UPSTREAM_ERROR'],
  ['405', { kind: 'status', status: 405 }, 'UPSTREAM_ERROR'],
  ['429', { kind: 'status', status: 429 }, 'RATE_LIMITED'],
  ['a cut connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
])('%s', (_name, fault, failure) => {
  test.each<[string, string, (source: CsoDataSource) => Promise<unknown>]>([
    ['getApiKey', 'of the key', count],
    ['getJobs', 'of a page', page],
    ['getJobCount', 'of a count', count],
    ['getJob', 'of a job', (source) => source.vacancyById(code, new Set())],
    ['getJobEnumerations', 'of the lists', (source) => source.enumerations(everywhere)],
    ['getOrganisations', 'of the organisations', (source) => source.organisationByCode('01130')],
    ['getJobCountForEnumeration', 'of a facet', (source) => source.vacancyFacets('REGION', anyVacancy)],
  ])('for %s is the failure %s', async (name, _of, ask) => {
    cso.upstream.faults.add({ ...fault, path: `${name}\\.json` });
    const error = await rejection(ask(cso.open({ startRowBase: 0 })));
    expect(error).toBeInstanceOf(SourceFailure);
    expect(error).toMatchObject({ source: 'CSO', code: failure });
  });
});

test('a row that cannot be read costs itself', async () => {
  const rows = [{ code: 'a', content: { name: 'first' } }, null, { code: 7, content: 'x' }, { content: {} }, 'text', { code: 'b', features: { featuresDetail: [], location: 3 } }];
  cso.upstream.faults.add({ kind: 'wrong-json', path: 'getJobs', body: JSON.stringify({ result: rows }) });
  const { rows: read, more } = await page(cso.open({ startRowBase: 0 }));
  expect(read.map(({ sourceId }) => sourceId)).toEqual(['a', null, '7', null, null, 'b']);
  expect(read[3]).toMatchObject({ failure: { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('result[3].code') } });
  expect(more).toBe(true);
});

test('what cannot be read is not kept', async () => {
  cso.upstream.faults.add({ kind: 'wrong-json', path: 'getJobEnumerations', times: 1 });
  const connected = cso.connect();
  await rejection(cso.operation(connected).enumerations(everywhere));
  expect((await cso.operation(connected).enumerations(everywhere)).value).toHaveLength(13);
});

test('a passing failure is not seen', async () => {
  cso.upstream.faults.add({ kind: 'status', status: 503, path: 'getJobs', times: 1 }, { kind: 'reset', path: 'getApiKey', times: 1 });
  expect((await page(cso.open({ startRowBase: 0 }))).rows).toHaveLength(5);
});

test('what is kept is served as stale while CSO fails', async () => {
  const connected = cso.connect();
  const fresh = await cso.operation(connected).organisations(everyOrganisation);
  cso.clock.advance(10 * 60 * 60 * 1000);
  await cso.upstream.stop();
  await expect.poll(() => cso.operation(connected).organisations(everyOrganisation)).toMatchObject({ value: fresh.value, fetchedAt: fresh.fetchedAt, stale: true });
});

test('a silent upstream costs no more than the operation has', async () => {
  cso.upstream.faults.add({ kind: 'hang', path: 'getJobCount' });
  const error = await rejection(count(cso.operation(cso.connect(), { deadline: cso.clock.now() + 60 })));
  expect(error).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
});

test('a caller that leaves takes its call along', async () => {
  cso.upstream.faults.add({ kind: 'hang', path: 'getJobCount' });
  const caller = new AbortController();
  const counted = rejection(count(cso.operation(cso.connect(), { signal: caller.signal })));
  await expect.poll(() => cso.count('getJobCount')).toBe(1);
  caller.abort();
  expect(await counted).toMatchObject({ name: 'SourceFailure', code: 'UPSTREAM_TIMEOUT' });
});

test('no message tells a key', async () => {
  const source = cso.open();
  await count(source);
  const key = cso.sandbox.liveKey() ?? '';
  cso.upstream.faults.add({ kind: 'status', status: 400, path: 'getOrganisations', body: JSON.stringify({ message: `Bad call with ${key}\n${'x'.repeat(5000)}` }) });
  const error = await rejection(source.organisationByCode('01130'));
  expect(error).toMatchObject({ message: expect.stringMatching(/^CSO refused the call: Bad call with … x{200,300}…$/) });
});

test('is unhealthy while CSO fails', async () => {
  const connected = cso.connect();
  expect(connected.healthy()).toBe(true);
  await cso.upstream.stop();
  for (let calls = 0; calls < 5; calls += 1) await rejection(cso.operation(connected).vacancyById(`${calls}`, new Set()));
  expect(connected.healthy()).toBe(false);
});

test('keeps to a rate limit that is configured', async () => {
  const connected = cso.connect({ rateLimit: { calls: 3, windowSeconds: 60 } });
  expect(connected.rateLimit()).toMatchObject({ limit: 3, remaining: 3 });
  const operation = cso.operation(connected, { deadline: cso.clock.now() + 50 });
  await Promise.all(['a', 'b'].map((code) => operation.vacancyById(code, new Set())));
  expect(await rejection(operation.vacancyById('c', new Set()))).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  expect([cso.upstream.requests.length, connected.rateLimit()]).toMatchObject([3, { remaining: 0 }]);
});
