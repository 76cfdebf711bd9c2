import { describe, expect, test } from 'vitest';
import { callsOf } from '../../support/upstream-calls.ts';
import { page, redisUrl, startReplicas } from './start.ts';

const both = ['CSO', 'CEGID'];

function keysAndTokens(calls: Readonly<Record<string, number>>) {
  return { keys: calls['cso getApiKey'] ?? 0, tokens: calls['cegid POST api/token'] ?? 0 };
}

describe.skipIf(redisUrl === undefined)('two gateways on one Redis', { timeout: 60_000 }, () => {
  test('have one CSO key and one Cegid token between them, however many ask first', async () => {
    const { sandbox, one, two } = await startReplicas();
    await Promise.all(Array.from({ length: 20 }, (_, index) => page(index % 2 === 0 ? one : two, both, 1 + index)));
    expect(keysAndTokens(callsOf(sandbox))).toEqual({ keys: 1, tokens: 1 });
  });

  test('renew a key that died once, and neither ends the other’s', async () => {
    const { sandbox, one, two, forgetLogs } = await startReplicas();
    await Promise.all([page(one, ['CSO']), page(two, ['CSO'], 4)]);
    forgetLogs();
    sandbox.definitions.cso.expireKey();
    await Promise.all(Array.from({ length: 10 }, (_, index) => page(index % 2 === 0 ? one : two, ['CSO'], 10 + index)));
    expect(keysAndTokens(callsOf(sandbox)).keys).toBe(1);
  });

  test('ask an upstream once for what both are asked: search, details and lists', async () => {
    const { sandbox, one, two, forgetLogs } = await startReplicas();
    const lists = '{ enumerations { nodes { name values { code } } } organisations(first: 5, sources: [CSO]) { nodes { id name } } }';
    const first = [await page(one, ['CSO', 'VDAB', 'CEGID'], 9), (await one.query(lists)).data];
    // What was read is written behind the answer.
    await one.query('{ __typename }');
    forgetLogs();
    expect([await page(two, ['CSO', 'VDAB', 'CEGID'], 9), (await two.query(lists)).data]).toEqual(first);
    expect(callsOf(sandbox)).toEqual({});
  });

  test('keep within one rate limit together, and the upstream never has to say so', async () => {
    const { sandbox, one, two } = await startReplicas({ ICTERGEZOCHT_REQUESTS_PER_MINUTE: '6' });
    // Every day is a call of its own.
    const ask = (index: number) => (index % 2 === 0 ? one : two).query(`{ insights(first: 1, period: { from: "2024-01-${10 + index}", to: "2024-01-${10 + index}" }) { nodes { title } sources { error { code } } } }`);
    const told = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(index)));
    expect(sandbox.upstreams.ictergezocht.requests.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(JSON.stringify(told).split('RATE_LIMITED').length - 1).toBeGreaterThanOrEqual(6);
  });

  test('forget what an event drops at either', async () => {
    const { sandbox, one, two } = await startReplicas();
    const before = await page(one, ['CEGID']);
    expect(await page(two, ['CEGID'])).toEqual(before);
    const [{ reference } = { reference: '' }] = sandbox.definitions.cegid.data.vacancies;
    sandbox.definitions.cegid.changeVacancy(reference, { title: 'Sluiswachter' });
    await sandbox.definitions.cegid.sendEvent(`${two.url}/webhooks/cegid/events`, { event_type: 'vacancy_update', reference });
    // What is kept would be fresh for a minute.
    await expect.poll(async () => (await page(one, ['CEGID'])).nodes.map((node) => node?.title), { timeout: 15_000 }).toContain('Sluiswachter');
  });
});
