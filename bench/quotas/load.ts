import { Random } from '../../sandbox/kit/random.ts';
import type { Operation } from './model.ts';
import { type Popularity, zipf } from './popularity.ts';

/** What callers ask. Each list is pages with their rows; what is no list is one row by its id. */
export interface Load {
  readonly perSecond: number;
  /** The part of the operations that are lists, from 0 to 1. */
  readonly listShare: number;
  /** Different lists, and pages that each has. */
  readonly lists: number;
  readonly pagesAList: number;
  /** Rows of a list that are read by their ids; 0 where pages hold whole rows. */
  readonly rowsAList: number;
  /** Different rows. */
  readonly rows: number;
  /** Of Zipf's law, over lists and over rows. */
  readonly exponent: number;
}

/** A load, ready to be drawn from. */
export interface Demand {
  readonly load: Load;
  readonly lists: Popularity;
  readonly rows: Popularity;
  /** Of each list, the pages and rows that it shows: always the same. */
  readonly shown: readonly Pick<Operation, 'pages' | 'rows'>[];
}

/** @param seed equal for equal lists */
export function demandOf(load: Load, seed: string): Demand {
  const random = new Random(`${seed} lists`);
  const shown = Array.from({ length: load.lists }, (_list, list) => ({
    pages: Array.from({ length: load.pagesAList }, (_page, page) => list * load.pagesAList + page),
    rows: distinctRows(random, Math.min(load.rowsAList, load.rows), load.rows),
  }));
  return { load, lists: zipf(load.lists, load.exponent), rows: zipf(load.rows, load.exponent), shown };
}

/** Any rows: what a search finds is not what is looked at most. */
function distinctRows(random: Random, count: number, of: number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.int(0, of - 1));
  return [...chosen];
}

/** Operations as they come when callers know nothing of each other (Poisson), for so long, each to any replica. */
export function* operationsOf({ load, lists, rows, shown }: Demand, { seed, forMs, replicas }: { readonly seed: string; readonly forMs: number; readonly replicas: number }): Generator<Operation, void, undefined> {
  const random = new Random(`${seed} operations`);
  const gapMs = 1000 / load.perSecond;
  for (let atMs = -gapMs * Math.log(1 - random.next()); atMs < forMs; atMs += -gapMs * Math.log(1 - random.next())) {
    const replica = random.int(0, replicas - 1);
    const what = random.chance(load.listShare) ? shown[lists.draw(random)] : { pages: [], rows: [rows.draw(random)] };
    if (what !== undefined) yield { atMs, replica, ...what };
  }
}
