import { afterEach, beforeEach, expect, test } from 'vitest';
import { SourceFailure } from '../../../src/domain/errors.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import { createCsoClient } from '../../../src/datasources/cso/client.ts';
import type { CsoDataSource } from '../../../src/datasources/cso/index.ts';
import { memoryStore } from '../../../src/http/shared.ts';
import { argumentsOf, CsoHarness, rejection } from './source.ts';

const minuteMs = 60_000;
let cso: CsoHarness;

beforeEach(async () => {
  cso = new CsoHarness();
  await cso.start();
});
afterEach(() => cso.stop());

async function count(source: CsoDataSource): Promise<number | null> {
  return (await (await source.planVacancies(anyVacancy, 'SOURCE_ORDER')).count()).value;
}

test('asks for one key for 200 first operations at once', async () => {
  const connected = cso.connect();
  const codes = cso.sandbox.data.jobs.slice(0, 200).map((job) => job.code);
  const found = await Promise.all(codes.map((code) => cso.operation(connected).vacancyById(code, new Set())));
  expect(found.map(({ value }) => value?.sourceId)).toEqual(codes);
  expect(cso.count('getApiKey')).toBe(1);
  expect(cso.upstream.requests.every(({ status }) => status === 200)).toBe(true);
});

test('replaces the key in its last minute, without a refused call', async () => {
  const connected = cso.connect();
  await count(cso.operation(connected));
  cso.clock.advance(18.9 * minuteMs);
  await count(cso.operation(connected));
  expect(cso.count('getApiKey')).toBe(1);
  cso.clock.advance(0.2 * minuteMs);
  // Past its freshness the count is served at once and read anew behind; another search is not kept yet.
  const plan = await cso.operation(connected).planVacancies({ ...anyVacancy, title: 'a' }, 'SOURCE_ORDER');
  await Promise.all([plan.count(), count(cso.operation(connected)), plan.read({ offset: 0, limit: 5, fields: new Set(), values: true })]);
  expect(cso.count('getApiKey')).toBe(2);
  expect(cso.upstream.requests.every(({ status }) => status === 200)).toBe(true);
});

test('renews a key that died early once, and repeats the calls, unseen by their callers', async () => {
  const connected = cso.connect();
  await count(cso.operation(connected));
  cso.sandbox.expireKey();
  const codes = cso.sandbox.data.jobs.slice(0, 20).map((job) => job.code);
  const found = await Promise.all(codes.map((code) => cso.operation(connected).vacancyById(code, new Set())));
  expect(found.map(({ value }) => value?.sourceId)).toEqual(codes);
  expect(cso.count('getApiKey')).toBe(2);
});

test('one call with a dead key costs one renewal and one repetition', async () => {
  const connected = cso.connect();
  await count(cso.operation(connected));
  cso.sandbox.expireKey();
  await cso.operation(connected).organisationByCode('01130');
  expect(cso.calls('getOrganisations').map(({ status }) => status)).toEqual([403, 200]);
  expect([cso.count('isValidApiKey'), cso.count('getApiKey')]).toEqual([1, 2]);
});

test('keeps a good key where the account has no right to a function, and reports that', async () => {
  const source = cso.open();
  await count(source);
  cso.upstream.faults.add({ kind: 'status', status: 403, path: 'getOrganisations', body: '{"message":"No access to getOrganisations for sandbox-cso"}' });
  const error = await rejection(source.organisationByCode('01130'));
  expect(error).toBeInstanceOf(SourceFailure);
  expect(error).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 403, message: expect.not.stringContaining('sandbox-cso') });
  expect([cso.count('getOrganisations'), cso.count('getApiKey')]).toEqual([2, 1]);
});

test('does not try wrong credentials again and again', async () => {
  const connected = cso.connect({ password: 'wrong' });
  const codes = cso.sandbox.data.jobs.slice(0, 50).map((job) => job.code);
  const operation = cso.operation(connected);
  const errors = await Promise.all(codes.map((code) => rejection(operation.vacancyById(code, new Set()))));
  expect(new Set(errors.map((error) => (error instanceof SourceFailure ? error.upstreamStatus : error)))).toEqual(new Set([403]));
  expect(cso.upstream.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['getApiKey.json']);
  cso.clock.advance(minuteMs);
  await rejection(cso.operation(connected).vacancyById('x', new Set()));
  expect(cso.count('getApiKey')).toBe(2);
});

test('replicas share one key', async () => {
  const shared = memoryStore(() => cso.clock.now());
  const replicas = [1, 2, 3].map(() => cso.connect({}, cso.services(shared)));
  await Promise.all(replicas.map((replica) => count(cso.operation(replica))));
  expect(cso.count('getApiKey')).toBe(1);
  cso.sandbox.expireKey();
  await Promise.all(replicas.map((replica) => cso.operation(replica).organisationByCode('01130')));
  expect(cso.count('getApiKey')).toBe(2);
});

test('accounts share neither keys nor answers', async () => {
  const services = cso.services();
  const all = await count(cso.operation(cso.connect({}, services)));
  const fewer = await count(cso.operation(cso.connect({ username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' }, services)));
  expect([all, fewer]).toEqual([cso.sandbox.data.jobsFor('sandbox-cso').length, cso.sandbox.data.jobsFor('sandbox-cso-2').length]);
  expect(all).not.toBe(fewer);
});

test('the key travels in the body and the password to getApiKey alone', async () => {
  const source = cso.open();
  await count(source);
  const [getApiKey, getJobCount] = cso.upstream.requests;
  expect(argumentsOf(getApiKey)).toEqual({ username: 'sandbox-cso', password: 'sandbox-cso-password' });
  expect(argumentsOf(getJobCount)).toMatchObject({ apiKey: cso.sandbox.liveKey() });
  for (const { query, headers } of cso.upstream.requests) expect(JSON.stringify([query, headers])).not.toMatch(/sandbox-cso|[0-9a-f]{8}-/);
});

test('tells whether its key is valid', async () => {
  const client = createCsoClient(cso.config(), cso.services());
  expect(await client.isValidApiKey()).toBe(true);
  cso.sandbox.expireKey();
  expect(await client.isValidApiKey()).toBe(false);
  await client.close();
});
