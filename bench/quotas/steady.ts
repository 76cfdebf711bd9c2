import { Random } from '../../sandbox/kit/random.ts';
import { type Demand, operationsOf } from './load.ts';
import type { Outcome, Quota, Setting } from './model.ts';
import { settled } from './settled.ts';
import { simulate } from './simulate.ts';

/** What a simulation of a lasting load is told. */
export interface World {
  readonly freshMs: number;
  /** Served for so long past its freshness; an hour where it does not say. */
  readonly staleMs?: number;
  readonly quota: Quota | null;
  readonly replicas: number;
  readonly shared: boolean;
  readonly seed: string;
  /** How long is counted. */
  readonly forMs: number;
}

/** As the gateway has them where nobody sets them. */
export const usual = { jitter: 0.1, rowsACall: 100, maxEntries: 10_000, latencyMs: 150 } as const;

const usualStaleMs = 60 * 60_000;
/** Before anything is counted: rows of a list come to be loaded together. */
const shortestWarmUpMs = 2 * 60_000;
const longestWarmUpMs = 20 * 60_000;

/** A load that has been there for long, at a gateway with one freshness for pages and rows. */
export function steady(demand: Demand, { freshMs, staleMs = usualStaleMs, quota, replicas, shared, seed, forMs }: World): { readonly outcome: Outcome; readonly forMs: number } {
  const life = { freshMs, staleMs };
  const setting: Setting = { ...usual, pageLife: life, rowLife: life, replicas, shared, quota };
  const fromMs = Math.min(longestWarmUpMs, Math.max(shortestWarmUpMs, freshMs));
  const operations = operationsOf(demand, { seed, forMs: fromMs + forMs, replicas });
  return { outcome: simulate(operations, setting, { seed, fromMs, fill: settled(demand, setting, new Random(`${seed} settled`)) }), forMs };
}
