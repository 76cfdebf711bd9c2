import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../../sandbox/kit/random.ts';
import type { Act, Stage } from './acts.ts';
import { ledger } from './ledger.ts';
import { type LoadParts, post, startLoad } from './load.ts';
import { paceOf } from './pace.ts';
import { windowsOf } from './plan.ts';
import { postingsOf } from './postings.ts';
import { type Recovery, recoveryFrom } from './recovery.ts';
import { type Replica, startReplica } from './replica.ts';
import { startReplicas } from './replicas.ts';
import { stopUnderWay } from './stop-under-way.ts';
import { summaryOf } from './summary.ts';
import { surroundings } from './surroundings.ts';
import { timeline } from './timeline.ts';
import { chaosTruth } from './truth.ts';
import { type Trouble, verdictOf } from './verdict.ts';

/** What a run came to. */
export interface ChaosRun {
  /** What nothing explains; empty where the gateway did well. */
  readonly wrong: readonly string[];
  readonly summary: string;
}

const callers = 6;

/**
 * Runs replicas of the gateway on one sandbox under a mixed load, while in one window after another upstreams fail, Redis goes away and
 * replicas are killed or replaced, with calm between. Everything that it started has ended when it returns or throws. It ends early where
 * something is wrong.
 * @param seconds at the least; a window that has begun is seen through, and there is one in any case
 */
export async function runChaos(seconds: number, seed: number, redisUrl: string | undefined): Promise<ChaosRun> {
  await using around = await surroundings(seed, redisUrl);
  const { sandbox, shared, machine } = around;
  const pace = paceOf(await startTime(() => startReplica(sandbox, around.environment(paceOf()))));
  await using replicas = await startReplicas(shared === null ? 1 : 2, () => startReplica(sandbox, around.environment(pace)));

  const random = new Random(`${seed}:plan`);
  const times = timeline(pace.recoveryMs, () => performance.now());
  const book = ledger(times, machine.stalled);
  const postings = postingsOf(sandbox, `chaos-${seed}`);
  const parts: LoadParts = { sandbox, truth: chaosTruth(sandbox), replicas, postings, ledger: book, patienceMs: 5 * pace.operationMs + 20_000, pauseMs: pace.pauseMs };
  const stage: Stage = { sandbox, replicas, shared, latencyMs: pace.latencyMs, stopUnderWay: (index, stop) => stopUnderWay({ ...parts, times, latencyMs: pace.latencyMs }, index, stop) };

  async function trouble(acts: readonly Act[]): Promise<Trouble> {
    await shared?.evict();
    const from = performance.now();
    const lasting = acts.map((act) => ({ act, mark: times.begin({ name: act.name, sources: act.sources, replicas: act.replicas }) }));
    for (const { act } of lasting) await act.begin();
    await sleep(Math.max(0, from + pace.troubleMs - performance.now()));
    for (const { act, mark } of lasting) {
      await act.end();
      times.end(mark);
    }
    return { names: acts.map(({ name }) => name), sources: acts.flatMap(({ sources }) => sources), from, until: performance.now() };
  }

  const begunAt = performance.now();
  const load = startLoad(parts, callers, seed);
  const recoveries: Recovery[] = [];
  try {
    await sleep(pace.warmMs);
    const baseline = { from: performance.now(), until: performance.now() + pace.baselineMs };
    await sleep(pace.baselineMs);
    for (const acts of windowsOf(stage, random)) {
      if ((recoveries.length > 0 && performance.now() - begunAt >= seconds * 1000) || book.wrong.length > 0) break;
      const past = await trouble(acts);
      const recovery = await recoveryFrom(past, pace, (from, end) => verdictOf(past, { from, until: end }, book, baseline, machine), machine.stalled);
      recoveries.push(recovery);
      for (const what of [...recovery.wrong, ...postings.check()]) book.complain(what);
    }
  } finally {
    await load.stop();
  }
  const until = performance.now() + pace.settlingMs;
  for (let [open] = postings.unsettled(); open !== undefined && performance.now() < until; [open] = postings.unsettled()) await post(parts, random, open);
  for (const what of [...postings.unsettled().map((reference) => `${reference} did not come to its end`), ...postings.check(), ...replicas.complaints()]) book.complain(what);
  await replicas.end();
  const summary = summaryOf(book.calls, times.disturbances, recoveries, postings.count, (performance.now() - begunAt) / 1000);
  return { wrong: book.wrong, summary: `${summary}; everything ${pace.times.toFixed(1)} times as long as on a fast machine` };
}

/** How long a gateway takes to start, milliseconds: the shorter of two times, as something else may have been at work during one. */
async function startTime(start: () => Promise<Replica>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    const from = performance.now();
    const replica = await start();
    times.push(performance.now() - from);
    await replica.kill();
  }
  return Math.min(...times);
}
