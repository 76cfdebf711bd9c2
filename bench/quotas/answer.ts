import type { Question } from './arguments.ts';
import { busiest, callsAMinute, hitRate } from './figures.ts';
import { demandOf } from './load.ts';
import { neededFreshness } from './needed.ts';
import { steady } from './steady.ts';
import { duration, percent } from './words.ts';

const forMs = 10 * 60_000;

/** What becomes of one load, and what freshness it needs, in lines for a person. */
export function answer({ load, freshMs, quota, replicas, shared }: Question, seed: string): string {
  const demand = demandOf(load, seed);
  const world = { replicas, shared, seed, forMs };
  const free = steady(demand, { ...world, freshMs, quota: null }).outcome;
  const { operations, delayed, refused } = steady(demand, { ...world, freshMs, quota }).outcome;
  const needed = neededFreshness(demand, world, quota);
  return [
    `upstream calls a minute without a quota: ${callsAMinute(free, forMs).toFixed(0)}; in the busiest ${duration(quota.windowMs)}: ${busiest(free, quota.windowMs)}`,
    `pages and rows that caused no call: ${percent(hitRate(free))}; operations that waited for no call: ${percent(free.kept / free.operations)}`,
    `with ${quota.points} calls in ${duration(quota.windowMs)}: ${percent(delayed / operations)} of the operations wait for a slot, of ${percent(refused / operations)} a part is refused`,
    needed === null ? 'no freshness of up to a day keeps this load within the quota' : `freshness that keeps it within the quota: ${duration(needed)}`,
  ].join('\n');
}
