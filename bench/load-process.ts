// Sends what it is told at the pace that it is told, and tells how long each answer took.
import { setTimeout as sleep } from 'node:timers/promises';
import { Asking } from './asking.ts';
import type { LoadOrder, LoadRequest, LoadResult } from './load.ts';
import { percentile } from './statistics.ts';

async function run({ requests, connections, until, pace = 'as answered' }: LoadOrder, asking: Asking): Promise<LoadResult> {
  const latencies: number[] = [];
  const started = performance.now();
  const end = 'seconds' in until ? started + until.seconds * 1000 : Number.POSITIVE_INFINITY;
  const count = 'count' in until ? until.count : Number.POSITIVE_INFINITY;
  let turn = 0;
  let sent = 0;
  let failures = 0;
  let firstFailure: string | null = null;

  /** What is sent next; undefined when enough was. */
  function following(): LoadRequest | undefined {
    if (sent >= count || performance.now() >= end) return undefined;
    const request = requests[turn % requests.length];
    turn += 1;
    return request;
  }

  async function timed(request: LoadRequest, dueAt: number): Promise<void> {
    sent += 1;
    const outcome = await asking.ask(request);
    if (outcome !== 'left') latencies.push(performance.now() - dueAt);
    if (typeof outcome === 'string') return;
    failures += 1;
    firstFailure ??= `${request.path} ${request.body ?? ''}\n${outcome.failure}`;
  }

  async function asAnswered(): Promise<void> {
    for (let request = following(); request !== undefined; request = following()) await timed(request, performance.now());
  }

  async function together(): Promise<void> {
    for (let request = following(); request !== undefined; request = following()) {
      const [same, dueAt] = [request, performance.now()];
      await Promise.all(Array.from({ length: connections }, () => timed(same, dueAt)));
    }
  }

  async function steadily(perSecond: number): Promise<void> {
    const under: Promise<void>[] = [];
    for (let dueAt = started; dueAt < end && sent < count; dueAt += 1000 / perSecond) {
      const waitMs = dueAt - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      // Also after the end, where the timer or the machine is late: what was due counts.
      const request = requests[turn % requests.length];
      turn += 1;
      if (request !== undefined) under.push(timed(request, dueAt));
    }
    await Promise.all(under);
  }

  if (pace === 'as answered') await Promise.all(Array.from({ length: connections }, asAnswered));
  else if (pace === 'together') await together();
  else await steadily(pace.perSecond);
  const seconds = (performance.now() - started) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  return { requests: sent, failures, firstFailure, seconds, p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) };
}

/** What carries out one order after the other. Connections stay open while the same origin is asked, so that no run begins by connecting. */
function carrier(): (order: LoadOrder) => Promise<LoadResult> {
  let kept: { readonly to: string; readonly asking: Asking } | undefined;
  return async (order) => {
    const to = `${order.connections} to ${order.origin}`;
    if (kept?.to !== to) {
      kept?.asking.close();
      kept = { to, asking: new Asking(order.origin, order.connections) };
    }
    return run(order, kept.asking);
  };
}

const carryOut = carrier();
// The only sender is `startLoad`, in the same version.
process.on('message', (order: LoadOrder) => void carryOut(order).then((result) => process.send?.(result)));
