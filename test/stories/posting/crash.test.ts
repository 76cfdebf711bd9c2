import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { type GatewayProcess, startProcess } from './gateway-process.ts';
import { both, counts, on, publish, publishInput } from './story.ts';

interface Step {
  readonly step: string;
  readonly at: 'cso' | 'ictergezocht';
  readonly fault: Fault;
}
const steps: readonly Step[] = [
  { step: 'while it reads the lists', at: 'cso', fault: { kind: 'hang', path: 'getJobEnumerations' } },
  { step: 'while CSO has not begun', at: 'cso', fault: { kind: 'hang', path: 'saveJob' } },
  { step: 'while CSO has done it and not said so', at: 'cso', fault: { kind: 'hang', path: 'saveJob', when: 'after' } },
  { step: 'while ICTerGezocht has not begun', at: 'ictergezocht', fault: { kind: 'hang', method: 'POST', path: '/vacancy$' } },
  { step: 'while ICTerGezocht has done it and not said so', at: 'ictergezocht', fault: { kind: 'hang', method: 'POST', path: '/vacancy$', when: 'after' } },
];

describe.each(storeEngines)('a gateway on $engine that is killed', { timeout: 60_000 }, ({ place }) => {
  test.each(steps)('$step posts one vacancy on each channel when it is asked again', async ({ at, fault, step }) => {
    await using sandbox = await ownSandbox();
    const where = await place();
    let gateway = await startProcess(sandbox, where);
    try {
      const upstream = sandbox.upstreams[at];
      upstream.faults.add(fault);
      const cutOff = publish(gateway, publishInput(step), 'key-1');
      await Promise.all([expect(cutOff).rejects.toThrow(), struckThenKilled(sandbox, at, fault, gateway)]);
      upstream.faults.clear();
      gateway = await startProcess(sandbox, where);
      // The upstream may have done the job: the log says that it was begun.
      expect(await logged(gateway)).toEqual(['BEGUN', 'BEGUN']);
      const again = await publish(gateway, publishInput(step), 'key-1');
      expect(await logged(gateway)).toEqual(expect.arrayContaining(['INTERRUPTED', 'INTERRUPTED']));
      expect(again.channels.map(({ status }) => status)).toEqual(['PUBLISHED', 'PUBLISHED']);
      expect(counts(sandbox, step)).toEqual({ cso: 1, board: 1 });
      expect(again.channels.map(({ vacancyId }) => vacancyId)).toEqual((await publish(gateway, publishInput(step), 'key-1')).channels.map(({ vacancyId }) => vacancyId));
    } finally {
      await gateway.kill();
      await where.remove();
    }
  });

  test.each([60, 170, 280, 400])('after %i ms posts one vacancy on each channel when it is asked again', async (afterMs) => {
    await using sandbox = await ownSandbox();
    for (const { faults } of [sandbox.upstreams.cso, sandbox.upstreams.ictergezocht]) faults.add({ kind: 'latency', ms: 80 });
    const where = await place();
    let gateway = await startProcess(sandbox, where);
    try {
      const first = publish(gateway, publishInput('R-1'), 'key-1').catch(() => 'cut off');
      await sleep(afterMs);
      await gateway.kill();
      await first;
      gateway = await startProcess(sandbox, where);
      const again = await publish(gateway, publishInput('R-1'), 'key-1');
      expect(again.channels.map(({ status }) => status)).toEqual(['PUBLISHED', 'PUBLISHED']);
      expect(counts(sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
    } finally {
      await gateway.kill();
      await where.remove();
    }
  });
});

describe.each(storeEngines)('a gateway on $engine that is asked to stop', ({ place }) => {
  test('sees a posting through whose caller has left', async () => {
    await using sandbox = await ownSandbox();
    const where = await place();
    const first = await startProcess(sandbox, where);
    sandbox.upstreams.cso.faults.add({ kind: 'latency', ms: 600, path: 'saveJob' });
    const left = new AbortController();
    const cutOff = publishAndLeave(first, left.signal);
    await expect.poll(() => sandbox.upstreams.cso.count('POST', /saveJob/), { timeout: 10_000, interval: 10 }).toBe(1);
    left.abort();
    await expect(cutOff).rejects.toThrow();
    expect(await first.stop()).toBe(0);
    const second = await startProcess(sandbox, where);
    const payload = await publish(second, publishInput('R-1'), 'key-1');
    expect(payload.channels.map(({ status, replayed }) => [status, replayed])).toEqual(both.map(() => ['PUBLISHED', true]));
    expect(on('CSO', payload).vacancyId).toBe(`cso:vacancy:${sandbox.definitions.cso.data.jobs.find((job) => job.internalReferenceCode === 'R-1')?.code}`);
    await second.kill();
    await where.remove();
  });
});

async function logged({ gateway }: GatewayProcess): Promise<readonly string[]> {
  const { data } = await gateway.query<{ mutationLog: { nodes: readonly { outcome: string }[] } }>('{ mutationLog { nodes { outcome } } }');
  return data?.mutationLog.nodes.map(({ outcome }) => outcome) ?? [];
}

function publishAndLeave({ gateway }: GatewayProcess, signal: AbortSignal): Promise<unknown> {
  return publish({ gateway: { ...gateway, query: (document, variables, options) => gateway.query(document, variables, { ...options, signal }) } }, publishInput('R-1'), 'key-1');
}

/** Waits until the fault has struck and everything else that goes on beside it has been answered. */
async function struckThenKilled(sandbox: Sandbox, at: Step['at'], { path = '' }: Fault, gateway: GatewayProcess): Promise<void> {
  await expect.poll(() => sandbox.upstreams[at].count('POST', new RegExp(path)), { timeout: 10_000, interval: 10 }).toBeGreaterThan(0);
  await sleep(100);
  await gateway.kill();
}

async function ownSandbox(): Promise<Sandbox & AsyncDisposable> {
  const sandbox = await startSandbox();
  return { ...sandbox, [Symbol.asyncDispose]: () => sandbox.close() };
}
