import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VacancyField } from '../../../src/domain/fields.ts';
import { argumentsOf, CsoHarness, rejection } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const [first, second] = cso.sandbox.data.jobs;
const code = first?.code ?? '';
const fields = (...names: readonly VacancyField[]) => new Set(names);
const selections = () => cso.calls('getJob').map((call) => argumentsOf(call)['remoteJobFieldSelection']);

test('asks once for the fields of all who ask at the same time', async () => {
  const source = cso.open();
  const [title, location, again, other] = await Promise.all([
    source.vacancyById(code, fields('title')),
    source.vacancyById(code, fields('location')),
    source.vacancyById(code, fields('title')),
    source.vacancyById(second?.code ?? '', fields('title')),
  ]);
  expect([title.value?.title, again.value?.title, other.value?.title]).toEqual([first?.content.name, first?.content.name, second?.content.name]);
  expect(location.value?.location?.city).toBe(first?.features.location.city);
  expect(selections()).toEqual([
    { __type__: 'RemoteJobFieldSelection', jobContent: { __type__: 'RemoteJobContentFieldSelection' }, jobFeatures: { __type__: 'RemoteJobFeaturesFieldSelection', location: true } },
    { __type__: 'RemoteJobFieldSelection', jobContent: { __type__: 'RemoteJobContentFieldSelection' } },
  ]);
});

test('later in the operation it asks only for what was not brought', async () => {
  const source = cso.open();
  await source.vacancyById(code, fields('title', 'department'));
  expect((await source.vacancyById(code, fields('description', 'locked'))).value?.title).toBe(first?.content.name);
  expect(cso.count('getJob')).toBe(1);
  const { value } = await source.vacancyById(code, fields('organisation'));
  expect([value?.organisation?.code, value?.title]).toEqual([first?.organisation, first?.content.name]);
  expect(cso.count('getJob')).toBe(2);
});

test('a second operation is served from the cache', async () => {
  const connected = cso.connect();
  const before = await cso.operation(connected).vacancyById(code, fields('title', 'location'));
  cso.clock.advance(30_000);
  const after = await cso.operation(connected).vacancyById(code, fields('location', 'title'));
  expect(after).toMatchObject({ fetchedAt: before.fetchedAt, stale: false });
  expect(cso.count('getJob')).toBe(1);
});

test('the same job asked for by two operations at once is one call', async () => {
  const connected = cso.connect();
  await Promise.all(Array.from({ length: 20 }, () => cso.operation(connected).vacancyById(code, fields('title'))));
  expect(cso.count('getJob')).toBe(1);
});

test('is null for a code that CSO does not know, beside those that it knows', async () => {
  const source = cso.open();
  const [known, unknown, strange] = await Promise.all([source.vacancyById(code, fields()), source.vacancyById('01130-000000000000', fields()), source.vacancyById('../x', fields())]);
  expect([known.value?.sourceId, unknown.value, strange.value]).toEqual([code, null, null]);
});

test('a code that CSO does not know is asked for once in a minute, and again when that is over', async () => {
  const connected = cso.connect();
  const ask = async () => (await cso.operation(connected).vacancyById('01130-000000000000', fields('title'))).value;
  expect([await ask(), await ask(), await ask()]).toEqual([null, null, null]);
  expect(cso.count('getJob')).toBe(1);
  cso.clock.advance(20 * 60_000);
  expect(await ask()).toBeNull();
  expect(cso.count('getJob')).toBe(2);
});

test("a 404 that is not CSO's is a failure", async () => {
  cso.upstream.faults.add({ kind: 'html', status: 404, path: 'getJob\\.json' });
  expect(await rejection(cso.open().vacancyById(code, fields()))).toMatchObject({ name: 'SourceFailure', code: 'UPSTREAM_ERROR', upstreamStatus: 404 });
});

test('one failure costs its own code', async () => {
  cso.upstream.faults.add({ kind: 'wrong-json', path: 'getJob\\.json', times: 1 });
  const source = cso.open({ detailsAtOnce: 1 });
  const codes = cso.sandbox.data.jobs.slice(0, 3).map((job) => job.code);
  const found = await Promise.allSettled(codes.map((each) => source.vacancyById(each, fields())));
  expect(found.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(found[0]).toMatchObject({ reason: { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('result') } });
});

test('never more calls at once than configured', async () => {
  let open = 0;
  let most = 0;
  const watched = new CsoHarness((sandbox) => ({
    async handle(exchange) {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 2));
      open -= 1;
      return sandbox.handle(exchange);
    },
  }));
  await watched.start();
  const source = watched.open({ detailsAtOnce: 4 });
  await Promise.all(watched.sandbox.data.jobs.slice(0, 40).map((job) => source.vacancyById(job.code, fields())));
  expect([most, watched.count('getJob')]).toEqual([4, 40]);
  await watched.stop();
});
