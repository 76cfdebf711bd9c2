import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { storeEngines, type StoreEngine } from '../../store/engines.ts';
import { post, signed, type CegidCall } from '../../support/cegid-call.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { storeEnvironment } from '../posting/story.ts';
import { listenToChanges, transports } from './listen.ts';

const redisUrl = process.env['TEST_REDIS_URL'];
const postgres = storeEngines.filter(({ engine }) => engine === 'PostgreSQL');
const path = '/webhooks/cegid/events';
const query = 'subscription { vacancyChanged { vacancyId kind } }';

async function start({ place }: StoreEngine, count: number): Promise<{ readonly sandbox: Sandbox; readonly gateways: readonly TestGateway[] }> {
  const [where, sandbox] = [await place(), await startSandbox({ scale: 0.05 })];
  const environment = { ...storeEnvironment(where), ANONYMOUS_SCOPES: 'vacancies:read admin', REDIS_URL: redisUrl, REDIS_PREFIX: `test:${randomUUID()}:` };
  const gateways = await Promise.all(Array.from({ length: count }, () => startGateway({ sandbox, environment })));
  onTestFinished(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await sandbox.close();
    await where.remove();
  });
  return { sandbox, gateways };
}

const seconds = (function* () {
  for (let second = Math.floor(Date.now() / 1000) + 300; ; second += 1) yield second;
})();

function callTo(sandbox: Sandbox, reference: string): (gateway: TestGateway) => Promise<number> {
  const { credentials } = sandbox.definitions.cegid;
  const call: CegidCall = { path, signedPath: path, query: `client_id=${credentials.clientId}`, headers: {}, body: JSON.stringify({ event_type: 'vacancy_update', reference }), expires: seconds.next().value, credentials };
  const { signature, headers } = signed(call);
  return async ({ url }) => (await post(url, `${path}?${call.query}&signature=${signature}`, headers, call.body)).status;
}

describe.each(postgres)('three replicas on one $engine and Redis', { timeout: 60_000 }, (engine) => {
  test.runIf(redisUrl !== undefined).each(transports)('take each event once, work on it once, and every replica’s listeners hear it once over %s', async (transport) => {
    const { sandbox, gateways } = await start(engine, 3);
    const [first] = gateways;
    if (first === undefined) throw new Error('no gateway');
    const listenings = await Promise.all(gateways.map((heardBy) => listenToChanges(transport, sandbox, first, { query }, heardBy)));
    const references = sandbox.definitions.cegid.data.vacancies.map(({ reference }) => reference).filter((reference) => /^[\d-]+$/.test(reference)).slice(0, 12);
    for (const reference of references) {
      const send = callTo(sandbox, reference);
      // The same call reaches all of them at once, as a sender that repeats it through a balancer would make it.
      expect((await Promise.all(gateways.map(send))).toSorted()).toEqual([200, 409, 409]);
    }
    const ends = sandbox.definitions.cegid;
    for (const { url } of gateways) await ends.sendEvent(`${url}${path}`, { event_type: 'vacancy_deleted', reference: `end-${url.slice(-5)}` });
    for (const listening of listenings) {
      const heard: string[] = [];
      while (heard.length < references.length + gateways.length) heard.push(String((await listening.next())?.data?.vacancyChanged?.vacancyId));
      expect(heard.filter((id) => !id.includes(':end-')).toSorted()).toEqual(references.map((reference) => `cegid:vacancy:${reference}`).toSorted());
    }
    const trials = async () => {
      const { data } = await first.query<{ webhookEvents: { nodes: { attempts: number; status: string }[] } }>('{ webhookEvents(first: 30) { nodes { attempts status } } }');
      return data?.webhookEvents.nodes ?? [];
    };
    // It is told first, and then written down as done.
    await expect.poll(async () => (await trials()).every(({ status }) => status === 'DONE')).toBe(true);
    expect((await trials()).filter(({ attempts }) => attempts !== 1)).toEqual([]);
  });
});
