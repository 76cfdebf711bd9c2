import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../../support/gateway.ts';
import { askedMeanwhile, upstreamOf } from './acts.ts';
import { headersOf } from './askers.ts';
import type { LoadParts } from './load.ts';
import type { Timeline } from './timeline.ts';

const paths: Readonly<Record<(typeof askedMeanwhile)[number], string>> = { VDAB: 'kandidaten', CEGID: 'exports/v1/candidates' };
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
  const from = performance.now();
  const well = askedMeanwhile.filter((source) => times.disturbances.every((one) => one.until !== undefined || !one.sources.includes(source)));
  // Its trouble may be over and its recovery not.
  const free = well.find((source) => !times.troubled(source, from, from)) ?? well[0];
  if (serving === null || free === undefined) throw new Error('there is nothing that it could be asked meanwhile');
  const upstream = sandbox.upstreams[upstreamOf[free]];
  const arrived = (): number => upstream.requests.filter(({ path }) => path.includes(paths[free])).length;
  const before = arrived();
  upstream.faults.add({ kind: 'latency', ms: latencyMs, path: paths[free], times: questions });
  const answers = Promise.allSettled(
    Array.from({ length: questions }, (_, number) => ask<{ candidates: { nodes: unknown[] } | null }>(serving.replica.url, document, { first: number + 2, source: free }, { headers: headersOf('desk'), signal: AbortSignal.timeout(patienceMs) })),
  );
  const until = performance.now() + longestWaitMs;
  while (arrived() < before + questions && performance.now() < until) await sleep(5);
  const code = await stop();
  if (code !== 0) ledger.complain(`replica ${index} was asked to stop and ended with ${String(code)}`);
  for (const answer of await answers) {
    if (answer.status === 'rejected') ledger.complain(`replica ${index} was asked to stop and lost what it had begun: ${String(answer.reason)}`);
    else if (answer.value.data?.candidates?.nodes.length === 0 && !times.troubled(free, from, from)) ledger.complain(`replica ${index} was asked to stop and answered with nothing: ${JSON.stringify(answer.value)}`);
  }
  upstream.faults.clear();
}
