import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { storeEnvironment } from '../posting/story.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { type ChangeData, listen, type Listening, listenToChanges } from './listen.ts';

const query = 'subscription { vacancyChanged(sources: [VDAB, CEGID]) { vacancyId kind nativeStatus changedAt vacancy { title } } }';
const minuteMs = 60_000;
const redisUrl = process.env['TEST_REDIS_URL'];
const postgres = storeEngines.find(({ engine }) => engine === 'PostgreSQL');

async function start(count: number, environment: Readonly<Record<string, string>> = {}): Promise<{ readonly sandbox: Sandbox; readonly gateways: readonly TestGateway[] }> {
  const sandbox = await startSandbox({ scale: 0.05 });
  const now = () => sandbox.clock.now();
  const gateways = await Promise.all(Array.from({ length: count }, () => startGateway({ sandbox, now, environment: { VDAB_POLL_SECONDS: '60', ...environment } })));
  onTestFinished(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await sandbox.close();
  });
  return { sandbox, gateways };
}

const vdabCalls = (sandbox: Sandbox) => Object.fromEntries(Object.entries(callsOf(sandbox)).filter(([name]) => name.startsWith('vdab')));
const idAt = (sandbox: Sandbox, index: number) => sandbox.definitions.vdab.data.vacancies[index]?.id ?? '';
const idsOf = async (listening: Listening<ChangeData>, count: number) => {
  const ids: string[] = [];
  while (ids.length < count) ids.push(String((await listening.next())?.data?.vacancyChanged?.vacancyId));
  return ids;
};
const polls = (sandbox: Sandbox) => sandbox.upstreams.vdab.count('GET', /bulk$/);

/**
 * As if the next poll were due; it looks once a second. One that was still under way when the clock was moved is due later. A machine that
 * is busy looks more seldom: the clock is not moved so often that it would seem that nobody wants to be told any more.
 */
async function pollAgain(sandbox: Sandbox): Promise<void> {
  const before = polls(sandbox);
  for (let tries = 0; polls(sandbox) === before; tries += 1) {
    if (tries % 100 === 0) sandbox.clock.advance(minuteMs + 1000);
    if (tries > 250) throw new Error('nobody polls');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('changes at VDAB', () => {
  test('are asked for while somebody waits for them, once for all who do, and each is told once', async () => {
    const { sandbox, gateways } = await start(1);
    const [gateway] = gateways;
    if (gateway === undefined) throw new Error('no gateway');
    sandbox.clock.advance(10 * minuteMs);
    const [one, other] = [await listenToChanges('SSE', sandbox, gateway, { query }), await listenToChanges('WebSocket', sandbox, gateway, { query })];
    const [changed, gone] = [idAt(sandbox, 3), idAt(sandbox, 4)];
    await gateway.query(`{ vacancy(id: "vdab:vacancy:${changed}") { title } }`);
    sandbox.upstreams.vdab.requests.length = 0;
    sandbox.clock.advance(5000);
    const functie = sandbox.definitions.vdab.data.vacancies[3]?.document.functie;
    sandbox.definitions.vdab.updateVacancy(changed, functie === undefined ? {} : { functie: { ...functie, functieTitel: 'Brugwachter' } });
    sandbox.definitions.vdab.removeVacancy(gone);
    await pollAgain(sandbox);
    for (const listening of [one, other]) {
      const told = [(await listening.next())?.data?.vacancyChanged, (await listening.next())?.data?.vacancyChanged];
      expect(told).toEqual(
        expect.arrayContaining([
          { vacancyId: `vdab:vacancy:${changed}`, kind: 'PUBLISHED', nativeStatus: 'GEPUBLICEERD', changedAt: null, vacancy: { title: 'Brugwachter' } },
          { vacancyId: `vdab:vacancy:${gone}`, kind: 'DELETED', nativeStatus: 'VERWIJDERD', changedAt: null, vacancy: null },
        ]),
      );
    }
    expect(vdabCalls(sandbox)).toEqual({ 'vdab GET v2/vacatures/bulk': 1, 'vdab GET v2/vacatures/{id}': 1 });
    sandbox.definitions.vdab.updateVacancy(changed, {});
    await pollAgain(sandbox);
    await pollAgain(sandbox);
    expect([await idsOf(one, 1), await idsOf(other, 1)]).toEqual([[`vdab:vacancy:${changed}`], [`vdab:vacancy:${changed}`]]);
  });

  test('are not asked for by nobody, nor where polling is off', async () => {
    const { sandbox, gateways } = await start(2, { VDAB_POLL_SECONDS: '60' });
    const off = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { VDAB_POLL_SECONDS: '0' } });
    const [gateway] = gateways;
    if (gateway === undefined) throw new Error('no gateway');
    const listening = await listenToChanges('SSE', sandbox, off, { query });
    const left = await listenToChanges('SSE', sandbox, gateway, { query });
    left.stop();
    const cegid = await listenToChanges('WebSocket', sandbox, gateway, { query: query.replace('VDAB, ', '') });
    sandbox.clock.advance(10 * minuteMs);
    // Longer than it takes to look whether a poll is due.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(polls(sandbox)).toBe(0);
    listening.stop();
    cegid.stop();
    await off.close();
  });

  test('that happened while VDAB failed are told when it answers again', async () => {
    const { sandbox, gateways } = await start(1);
    const [gateway] = gateways;
    if (gateway === undefined) throw new Error('no gateway');
    sandbox.clock.advance(10 * minuteMs);
    const listening = await listenToChanges('SSE', sandbox, gateway, { query });
    sandbox.clock.advance(1000);
    sandbox.definitions.vdab.updateVacancy(idAt(sandbox, 0), {});
    sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 400, path: 'bulk' });
    await pollAgain(sandbox);
    sandbox.definitions.vdab.updateVacancy(idAt(sandbox, 1), {});
    await pollAgain(sandbox);
    sandbox.upstreams.vdab.faults.clear();
    await pollAgain(sandbox);
    expect((await idsOf(listening, 2)).toSorted()).toEqual([`vdab:vacancy:${idAt(sandbox, 0)}`, `vdab:vacancy:${idAt(sandbox, 1)}`].toSorted());
    expect(gateway.logged.some((line) => line.includes('a poll for changes failed'))).toBe(true);
  });

  test.runIf(redisUrl !== undefined && postgres !== undefined)('are asked for by one replica, and heard at each', async () => {
    const where = await postgres?.place();
    if (where === undefined || redisUrl === undefined) throw new Error('no place');
    const { sandbox, gateways } = await start(3, { ...storeEnvironment(where), REDIS_URL: redisUrl, REDIS_PREFIX: `test:${randomUUID()}:` });
    onTestFinished(() => where.remove());
    sandbox.clock.advance(10 * minuteMs);
    const [first] = gateways;
    if (first === undefined) throw new Error('no gateway');
    const listenings = await Promise.all(gateways.map((heardBy) => listenToChanges('SSE', sandbox, first, { query }, heardBy)));
    sandbox.clock.advance(1000);
    sandbox.definitions.vdab.updateVacancy(idAt(sandbox, 0), {});
    const before = polls(sandbox);
    await pollAgain(sandbox);
    for (const listening of listenings) expect(await idsOf(listening, 1)).toEqual([`vdab:vacancy:${idAt(sandbox, 0)}`]);
    sandbox.definitions.vdab.updateVacancy(idAt(sandbox, 1), {});
    await pollAgain(sandbox);
    for (const listening of listenings) expect(await idsOf(listening, 1)).toEqual([`vdab:vacancy:${idAt(sandbox, 1)}`]);
    expect(polls(sandbox) - before).toBe(2);
  });
});

test('a listener that listens to nothing that can change waits for nothing', async () => {
  const { gateways } = await start(1, { VDAB_CLIENT_ID: '', CEGID_BASE_URL: '', CEGID_CLIENT_ID: '', CEGID_CLIENT_SECRET: '' });
  const told = await listen('SSE', gateways[0]?.url ?? '', { query: 'subscription { vacancyChanged(sources: [VDAB]) { id } }' }).next();
  expect(told).toMatchObject({ errors: [{ extensions: { code: 'SOURCE_NOT_CONFIGURED', source: 'VDAB' } }] });
});
