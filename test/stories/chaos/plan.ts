import type { Random } from '../../../sandbox/kit/random.ts';
import { type SourceName, sourceNames } from '../../../src/domain/source-name.ts';
import { type Act, ownActs, type Stage, troubleNames, upstreamAct } from './acts.ts';

/** Upstreams in trouble at once: as many others are left to answer. */
const atOnce = 2;

/**
 * What happens in each window: two upstreams in different troubles, and in turn something to Redis or to a replica. Every trouble comes up
 * before one comes up again, each time at another upstream.
 */
export function* windowsOf(stage: Stage, random: Random): Generator<readonly Act[]> {
  const troubles = troubleNames.map((name) => ({ name, at: random.next() })).toSorted((a, b) => a.at - b.at);
  const sources = sourceNames.map((name) => ({ name, at: random.next() })).toSorted((a, b) => a.at - b.at);
  const own = ownActs(stage);
  const offset = random.int(0, own.length - 1);
  for (let turn = 0; ; turn += 1) {
    const acts: Act[] = [];
    for (let one = turn * atOnce; one < (turn + 1) * atOnce; one += 1) {
      const round = Math.floor(one / troubles.length);
      const source: SourceName = sources[(one + round) % sources.length]?.name ?? 'CSO';
      const trouble = troubles[one % troubles.length]?.name ?? 'slow';
      // Two in a row differ in their source but where a round begins.
      if (!acts.some((act) => act.sources.includes(source))) acts.push(upstreamAct(stage, source, trouble));
    }
    const troubled = new Set(acts.flatMap((act) => act.sources));
    const ours = [...own.keys()].map((more) => own[(turn + offset + more) % own.length]?.(turn)).find((act) => act?.needs?.every((source) => troubled.has(source)) !== true);
    yield ours === undefined ? acts : [...acts, ours];
  }
}
