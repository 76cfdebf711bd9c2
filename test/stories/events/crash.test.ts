import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { startProcess } from '../inbound/gateway-process.ts';
import { listen } from './listen.ts';

const listed = '{ webhookEvents(first: 100) { totalCount nodes { sourceId status attempts } } }';
interface Listed {
  readonly webhookEvents: { readonly totalCount: number; readonly nodes: readonly { readonly sourceId: string; readonly status: string; readonly attempts: number }[] };
}

async function whenAsked(isAsked: () => boolean): Promise<void> {
  while (!isAsked()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe.each(storeEngines)('a gateway on $engine that is killed', { timeout: 90_000 }, ({ place }) => {
  test('works on all that it answered when it is back, once each', async () => {
    const [where, sandbox] = [await place(), await startSandbox({ scale: 0.05 })];
    const environment = { ANONYMOUS_SCOPES: 'vacancies:read admin' };
    let gateway = await startProcess(sandbox, where, { environment });
    onTestFinished(async () => {
      await gateway.kill();
      await sandbox.close();
      await where.remove();
    });
    const references = sandbox.definitions.cegid.data.vacancies.map(({ reference }) => reference).filter((reference) => /^[\d-]+$/.test(reference)).slice(0, 25);
    const { upstreams, definitions } = sandbox;
    // Every event that is worked on hangs at the site, so that the kill strikes between the store and the work.
    upstreams.cegid.faults.add({ kind: 'hang', path: 'exports' });
    const accepted: string[] = [];
    const killed = whenAsked(() => upstreams.cegid.count('GET', /exports/) > 0).then(() => gateway.kill());
    for (const reference of references) {
      const status = await definitions.cegid.sendEvent(`${gateway.url}/webhooks/cegid/events`, { event_type: 'vacancy_update', reference }).then((answer) => answer.status, () => 0);
      if (status === 200) accepted.push(reference);
    }
    await killed;
    upstreams.cegid.faults.clear();
    gateway = await startProcess(sandbox, where, { environment });
    const hearing = listen<{ vacancyChanged: { sourceId: string } }>('SSE', gateway.url, { query: 'subscription { vacancyChanged { sourceId } }' }).next();
    const events = async () => (await gateway.query<Listed>(listed)).data?.webhookEvents.nodes ?? [];
    await expect.poll(async () => (await events()).filter(({ status }) => status !== 'DONE'), { timeout: 60_000, interval: 500 }).toEqual([]);
    const done = (await events()).map(({ sourceId }) => sourceId);
    // One that was on the disk when its answer was cut off may be among them.
    expect(done).toEqual(expect.arrayContaining(accepted));
    expect([accepted.length > 0, new Set(done).size, done.length - accepted.length <= 1]).toEqual([true, done.length, true]);
    expect((await hearing)?.data?.vacancyChanged.sourceId).toBeDefined();
  });
});
