import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../../support/gateway.ts';
import { upstreamOf } from './acts.ts';
import { headersOf } from './askers.ts';
import type { LoadParts } from './load.ts';
import type { Timeline } from './timeline.ts';

/** Whose candidates are asked for: they are never kept, so that every question comes to its upstream. */
const asked = [
  { source: 'VDAB', path: 'kandidaten' },
  { source: 'CEGID', path: 'exports/v1/candidates' },
] as const;
const questions = 4;
const longestWaitMs = 10_000;
const document = 'query($first: Int, $source: Source!) { candidates(first: $first, sources: [$source]) { nodes { id } sources { status } } }';

interface StopParts extends LoadParts {
  readonly times: Timeline;
  readonly latencyMs: number;
}

/**
 * Stops a replica while an upstream, one that is well, is at work on what it asked: what a replica has begun it answers, whatever comes.
 * Complains of each question that it does not answer, and of another exit code than 0.
 */
export async function stopUnderWay({ sandbox, replicas, ledger, times, latencyMs, patienceMs }: StopParts, index: number, stop: () => Promise<number | null>): Promise<void> {
  const serving = replicas.serving(index);
  const free = asked.find(({ source }) => times.disturbances.every((one) => one.until !== undefined || !one.sources.includes(source)));
  if (serving === null || free === undefined) throw new Error('there is nothing that it could be asked meanwhile');
  const upstream = sandbox.upstreams[upstreamOf[free.source]];
  const arrived = (): number => upstream.requests.filter(({ path }) => path.includes(free.path)).length;
  const before = arrived();
  upstream.faults.add({ kind: 'latency', ms: latencyMs, path: free.path, times: questions });
  const answers = Promise.allSettled(
    Array.from({ length: questions }, (_, number) => ask<{ candidates: { nodes: unknown[] } | null }>(serving.replica.url, document, { first: number + 2, source: free.source }, { headers: headersOf('desk'), signal: AbortSignal.timeout(patienceMs) })),
  );
  const until = performance.now() + longestWaitMs;
  while (arrived() < before + questions && performance.now() < until) await sleep(5);
  const code = await stop();
  if (code !== 0) ledger.complain(`replica ${index} was asked to stop and ended with ${String(code)}`);
  for (const answer of await answers) {
    if (answer.status === 'rejected') ledger.complain(`replica ${index} was asked to stop and lost what it had begun: ${String(answer.reason)}`);
    else if (answer.value.data?.candidates?.nodes.length === 0) ledger.complain(`replica ${index} was asked to stop and answered with nothing: ${JSON.stringify(answer.value)}`);
  }
  upstream.faults.clear();
}
