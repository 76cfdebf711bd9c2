import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { ConnectedUpstream } from '../../../src/datasources/shared/upstream.ts';
import { memoryStore } from '../../../src/http/shared.ts';
import { json, parseBody, type Exchange } from '../../../sandbox/kit/exchange.ts';
import { object } from '../../../src/http/parse.ts';
import { argumentsOf, CsoHarness, rejection } from './source.ts';

let cso: CsoHarness;
beforeEach(async () => {
  cso = new CsoHarness();
  await cso.start();
});
afterEach(() => cso.stop());

async function firstCodes(connected: ConnectedUpstream, offset = 0, limit = 2): Promise<(string | null)[]> {
  const plan = await cso.operation(connected).planVacancies(anyVacancy, 'SOURCE_ORDER');
  return (await plan.read({ offset, limit, fields: new Set(), values: true })).rows.map(({ sourceId }) => sourceId);
}
const codes = () => cso.sandbox.data.jobs.slice(0, 4).map(({ code }) => code);
const startRows = () => cso.calls('getJobs').map((call) => object(object(argumentsOf(call)['filter'], 'filter')['filterMetadata'], 'filterMetadata')['startRow']);

describe('names of arguments', () => {
  test.each(['example', 'both'] as const)('sends those of the examples where CSO takes %s', async (argumentNames) => {
    cso.sandbox.switches.argumentNames = argumentNames;
    await firstCodes(cso.connect({ startRowBase: 0 }));
    expect(Object.keys(cso.lastCall('getJobs'))).toEqual(['apiKey', 'filter', 'fieldSelection']);
    expect(cso.calls('getJobs').map(({ status }) => status)).toEqual([200]);
  });

  test('sends those of the tables once CSO has missed an argument, and remembers it a function', async () => {
    cso.sandbox.switches.argumentNames = 'table';
    const connected = cso.connect({ startRowBase: 0 });
    expect(await firstCodes(connected)).toEqual(codes().slice(0, 2));
    expect(await firstCodes(connected, 2)).toEqual(codes().slice(2, 4));
    expect(cso.calls('getJobs').map(({ status }) => status)).toEqual([400, 200, 200]);
    expect(Object.keys(cso.lastCall('getJobs'))).toEqual(['apiKey', 'remoteJobFilter', 'remoteJobFieldSelection']);
    const plan = await cso.operation(connected).planVacancies(anyVacancy, 'SOURCE_ORDER');
    expect((await plan.count()).value).toBe(cso.sandbox.data.jobs.length);
    expect(cso.calls('getJobCount').map(({ status }) => status)).toEqual([400, 200]);
  });

  test('goes back where CSO changes its mind', async () => {
    cso.sandbox.switches.argumentNames = 'table';
    const connected = cso.connect({ startRowBase: 0 });
    await firstCodes(connected);
    cso.sandbox.switches.argumentNames = 'example';
    expect(await firstCodes(connected, 2)).toEqual(codes().slice(2, 4));
    expect(await firstCodes(connected, 1)).toEqual(codes().slice(1, 3));
    expect(cso.calls('getJobs').map(({ status }) => status)).toEqual([400, 200, 400, 200, 200]);
  });

  test('asks no more than twice, and tells the first refusal', async () => {
    cso.upstream.faults.add({ kind: 'status', status: 400, path: 'getJobs', body: '{"message":"Missing required argument: moon"}' });
    const error = await rejection(firstCodes(cso.connect({ startRowBase: 0 })));
    expect(error).toMatchObject({ code: 'UPSTREAM_ERROR', message: 'CSO refused the call: Missing required argument: moon' });
    expect(cso.count('getJobs')).toBe(2);
  });

  test('another 400 is not asked again', async () => {
    cso.upstream.faults.add({ kind: 'status', status: 400, path: 'getJobs', body: '{"message":"Ongeldige data"}' });
    await rejection(firstCodes(cso.connect({ startRowBase: 0 })));
    expect(cso.count('getJobs')).toBe(1);
  });
});

describe('the first row', () => {
  test.each([0, 1] as const)('is found out once an account and shared by replicas: %i', async (startRowBase) => {
    cso.sandbox.switches.startRowBase = startRowBase;
    const shared = memoryStore(() => cso.clock.now());
    const replicas = [cso.connect({}, cso.services(shared)), cso.connect({}, cso.services(shared))];
    await Promise.all([...replicas, ...replicas].map((replica) => firstCodes(replica, 1)));
    expect(startRows().toSorted()).toEqual([0, 1, startRowBase + 1, startRowBase + 1]);
    expect(await Promise.all(replicas.map((replica) => firstCodes(replica, 1)))).toEqual([codes().slice(1, 3), codes().slice(1, 3)]);
  });

  test('is found out again after a day', async () => {
    const connected = cso.connect();
    await firstCodes(connected);
    cso.clock.advance(25 * 60 * 60 * 1000);
    cso.sandbox.switches.startRowBase = 1;
    expect(await firstCodes(connected)).toEqual(codes().slice(0, 2));
  });

  test('is 1 where CSO takes row 0 for row 1', async () => {
    await cso.stop();
    cso = new CsoHarness((sandbox) => ({ handle: (exchange) => sandbox.handle(fromOne(exchange)) }));
    cso.sandbox.switches.startRowBase = 1;
    await cso.start();
    const connected = cso.connect();
    expect(await firstCodes(connected, 0, 1)).toEqual(codes().slice(0, 1));
    expect(await firstCodes(connected, 1)).toEqual(codes().slice(1, 3));
  });

  test('is not concluded from an account that sees nothing', async () => {
    cso.upstream.faults.add({ kind: 'wrong-json', path: 'getJobs', body: '{"result":[]}', times: 3 });
    const connected = cso.connect();
    expect(await firstCodes(connected)).toEqual([]);
    cso.sandbox.switches.startRowBase = 1;
    cso.clock.advance(11 * 60_000);
    expect(await firstCodes(connected, 1)).toEqual(codes().slice(1, 3));
  });

  test('costs nothing where it is configured', async () => {
    cso.sandbox.switches.startRowBase = 1;
    expect(await firstCodes(cso.connect({ startRowBase: 1 }), 1)).toEqual(codes().slice(1, 3));
    expect(startRows()).toEqual([2]);
  });
});

test.each(['milliseconds', 'seconds'] as const)('reads publication dates in %s', async (publicationDates) => {
  cso.sandbox.switches.publicationDates = publicationDates;
  const job = cso.sandbox.data.jobs.find(({ publication }) => publication.sets.length > 0);
  const { value } = await cso.open().vacancyById(job?.code ?? '', new Set(['publishedAt', 'publicationSets']));
  const starts = job?.publication.sets[0]?.phases.map(({ startMs }) => startMs) ?? [];
  expect(value?.publishedAt?.getTime()).toBe(Math.min(...starts));
  expect(value?.publicationSets[0]?.phases.map(({ startsAt }) => startsAt?.getTime())).toEqual(starts);
});

test.each([
  ['ends-old', 2],
  ['same-while-valid', 2],
] as const)('lives with a new key that means %s', async (newKey, keys) => {
  cso.sandbox.switches.newKey = newKey;
  const connected = cso.connect();
  await firstCodes(connected);
  cso.clock.advance(19.5 * 60_000);
  await firstCodes(connected, 4);
  expect(cso.count('getApiKey')).toBe(keys);
  cso.clock.advance(60_000);
  await firstCodes(connected, 8);
  expect(cso.count('getJobs')).toBeGreaterThanOrEqual(5);
});

/** Row 0 as row 1, as a lenient upstream takes it. */
function fromOne(exchange: Exchange): Exchange {
  const text = JSON.stringify(parseBody(exchange) ?? null).replace('"startRow":0', '"startRow":1');
  return { ...exchange, body: Buffer.from(text) };
}

test('an answer says its class by its last part, in any case', async () => {
  await cso.stop();
  cso = new CsoHarness(() => ({
    handle: ({ path }) => {
      if (path.endsWith('getApiKey.json')) return json(200, { result: 'key' });
      return json(200, { result: [{ __type__: 'remotejob', code: 'a' }, { __type__: 'other.package.REMOTEJOB', code: 'b' }, { code: 'c' }, { __type__: 'x.RemoteOrganisation', code: 'd' }] });
    },
  }));
  await cso.start();
  expect(await firstCodes(cso.connect({ startRowBase: 0 }), 0, 10)).toEqual(['a', 'b', 'c', null]);
});
