import { describe, expect, it, test } from 'vitest';
import { Random } from '../../sandbox/kit/random.ts';
import { createLimiter } from '../../src/http/limiter.ts';
import { SlotQueue } from '../../src/http/slot-queue.ts';
import { readQuotasArguments } from '../../bench/quotas/arguments.ts';
import { Agenda } from '../../bench/quotas/agenda.ts';
import { busiest, callsAMinute, hitRate } from '../../bench/quotas/figures.ts';
import { Kept } from '../../bench/quotas/kept.ts';
import { demandOf, type Load, operationsOf } from '../../bench/quotas/load.ts';
import type { Operation, Outcome, Setting } from '../../bench/quotas/model.ts';
import { neededFreshness } from '../../bench/quotas/needed.ts';
import { zipf } from '../../bench/quotas/popularity.ts';
import { settled } from '../../bench/quotas/settled.ts';
import { keyOfPage, keyOfRow, simulate } from '../../bench/quotas/simulate.ts';
import { Slots } from '../../bench/quotas/slots.ts';
import { steady } from '../../bench/quotas/steady.ts';
import { duration, percent } from '../../bench/quotas/words.ts';

const minuteMs = 60_000;
const seed = 'test';
const life = (freshSeconds: number, staleSeconds = 0) => ({ freshMs: freshSeconds * 1000, staleMs: staleSeconds * 1000 });

/** One process in front of an upstream that answers at once, with freshness that does not vary. */
const plain: Setting = { pageLife: life(10), rowLife: life(10), jitter: 0, rowsACall: 100, replicas: 1, shared: false, maxEntries: Number.POSITIVE_INFINITY, latencyMs: 0, quota: null };

const row = (second: number, id: number, replica = 0): Operation => ({ atMs: second * 1000, replica, pages: [], rows: [id] });
const page = (second: number, ...pages: readonly number[]): Operation => ({ atMs: second * 1000, replica: 0, pages, rows: [] });
const of = (operations: readonly Operation[], changes: Partial<Setting> = {}): Outcome => simulate(operations, { ...plain, ...changes }, { seed });

/** Different rows that come at random to one process. */
const rowLoad = (perSecond: number, rows: number, exponent = 0): Load => ({ perSecond, listShare: 0, lists: 1, pagesAList: 1, rowsAList: 0, rows, exponent });

describe('Zipf’s law', () => {
  it('gives each thing its part, which together are all', () => {
    const popularity = zipf(3, 1);
    expect([0, 1, 2].map((thing) => popularity.partOf(thing))).toEqual([6 / 11, 3 / 11, 2 / 11].map((part) => expect.closeTo(part, 10)));
  });

  it('draws each as often as that', () => {
    const popularity = zipf(50, 0.8);
    const random = new Random(seed);
    const drawn = Array.from({ length: 50_000 }, () => popularity.draw(random));
    for (const thing of [0, 1, 10, 49]) expect(drawn.filter((one) => one === thing).length / drawn.length).toBeCloseTo(popularity.partOf(thing), 2);
  });

  it('of nothing is refused', () => {
    expect(() => zipf(0, 1)).toThrow('there have to be things to ask for, not 0');
  });
});

describe('one row', () => {
  it('is one call for as long as it is fresh, and another after that', () => {
    const { rowCalls, reads, hits, kept } = of([row(0, 1), row(5, 1), row(9, 1), row(11, 1), row(20, 1), row(22, 1)]);
    expect(rowCalls).toEqual([0, 11_000, 22_000]);
    expect({ reads, hits, kept }).toEqual({ reads: 6, hits: 3, kept: 3 });
  });

  it('that is fresh for ever is one call', () => {
    expect(of(Array.from({ length: 1000 }, (_, second) => row(second, 1)), { rowLife: life(Number.POSITIVE_INFINITY) }).rowCalls).toEqual([0]);
  });

  it('that is never fresh is a call each time', () => {
    expect(of([row(0, 1), row(1, 1), row(2, 1)], { rowLife: life(0) }).rowCalls).toHaveLength(3);
  });

  it('is fresh for a tenth more or less than others', () => {
    const rows = Array.from({ length: 1000 }, (_, id) => id);
    const askedAgainAt = (seconds: number) => of([...rows.map((id) => row(0, id)), ...rows.map((id) => row(seconds, id))], { jitter: 0.1 }).rowCalls.length - rows.length;
    expect([askedAgainAt(8.9), askedAgainAt(11.1)]).toEqual([0, 1000]);
    expect(Math.abs(askedAgainAt(9.5) - 250)).toBeLessThan(60);
  });

  it('asked for at random causes no call for λT / (1 + λT) of the askings', () => {
    for (const [perSecond, freshSeconds] of [[0.05, 10], [0.5, 10], [2, 30]] as const) {
      const demand = demandOf(rowLoad(perSecond, 1), seed);
      const outcome = simulate(operationsOf(demand, { seed, forMs: (20_000 / perSecond) * 1000, replicas: 1 }), { ...plain, rowLife: life(freshSeconds) }, { seed });
      const askings = perSecond * freshSeconds;
      expect(Math.abs(hitRate(outcome) - askings / (1 + askings))).toBeLessThan(0.01);
    }
  });

  it('is told apart from a page of the same number', () => {
    expect(of([{ atMs: 0, replica: 0, pages: [3], rows: [3] }]).reads).toBe(2);
    expect(of([page(0, 3), row(1, 3)]).rowCalls).toEqual([1000]);
  });
});

describe('rows of a list', () => {
  it('come in one call, but only those that are not kept', () => {
    const list: Operation = { atMs: 1000, replica: 0, pages: [0], rows: [1, 2, 3] };
    expect(of([row(0, 2), list])).toMatchObject({ pageCalls: [1000], rowCalls: [0, 1000], reads: 5, hits: 1 });
  });

  it('come in as many calls as the upstream’s largest takes', () => {
    expect(of([{ atMs: 0, replica: 0, pages: [], rows: Array.from({ length: 250 }, (_, id) => id) }]).rowCalls).toEqual([0, 0, 0]);
  });
});

describe('a page past its freshness', () => {
  const setting = { pageLife: life(10, 60), latencyMs: 2000 };

  it('is served while it is loaded anew, once', () => {
    expect(of([page(0, 1), page(15, 1), page(16, 1), page(18, 1)], setting)).toMatchObject({ pageCalls: [0, 15_000], kept: 3, operations: 4 });
  });

  it('is waited for where it may no longer be served', () => {
    expect(of([page(0, 1), page(100, 1)], setting)).toMatchObject({ pageCalls: [0, 100_000], kept: 0 });
  });

  it('that others are waiting for is one call', () => {
    expect(of([page(0, 1), page(1, 1), page(1.5, 1)], setting)).toMatchObject({ pageCalls: [0], kept: 0, hits: 2 });
  });

  it('is asked for behind the page before it', () => {
    expect(of([page(0, 1, 2, 3)], setting).pageCalls).toEqual([0, 2000, 4000]);
  });
});

describe('replicas', () => {
  const operations = [row(0, 1, 0), row(1, 1, 1), row(2, 1, 2), row(3, 1, 0)];

  it('by themselves each ask once', () => {
    expect(of(operations, { replicas: 3 }).rowCalls).toEqual([0, 1000, 2000]);
  });

  it('that share ask once together', () => {
    expect(of(operations, { replicas: 3, shared: true }).rowCalls).toEqual([0]);
  });

  it('have a cache of their own size: what was not used for longest goes', () => {
    expect(of([row(0, 1), row(1, 2), row(2, 1), row(3, 3), row(4, 1), row(5, 2)], { maxEntries: 2 }).rowCalls).toEqual([0, 1000, 3000, 5000]);
  });
});

describe('a quota', () => {
  const quota = { points: 2, windowMs: 59_000, patienceMs: 8000 };

  it('lets no stretch of its window, and the second that the gateway adds, have more calls', () => {
    const outcome = of(Array.from({ length: 600 }, (_, second) => row(second / 2, second)), { quota });
    expect(busiest(outcome, 60_000)).toBe(2);
    expect(outcome.operations).toBe(600);
    expect(outcome.rowCalls).toEqual([0, 500, 60_000, 60_500, 120_000, 120_500, 180_000, 180_500, 240_000, 240_500, 300_000, 300_500]);
  });

  it('has calls wait that get their turn in time, and refuses the others at once', () => {
    expect(of([row(0, 1), row(1, 2), row(30, 3), row(55, 4), row(56, 5), row(57, 6)], { quota })).toMatchObject({ rowCalls: [0, 1000, 60_000, 61_000], delayed: 2, refused: 2 });
  });

  it('has pages wait as it has rows', () => {
    expect(of([page(0, 1), page(1, 2), page(55, 3), page(60, 4)], { quota })).toMatchObject({ pageCalls: [0, 1000, 60_000, 61_000], delayed: 2, refused: 0 });
  });

  it('refuses nobody who can be served what is past its freshness', () => {
    expect(of([row(0, 1), row(1, 2), row(20, 1)], { quota, rowLife: life(10, 3600) })).toMatchObject({ rowCalls: [0, 1000], refused: 0, delayed: 0 });
    expect(of([page(0, 1), page(1, 2), page(20, 1)], { quota, pageLife: life(10, 3600) })).toMatchObject({ pageCalls: [0, 1000], refused: 0, kept: 1 });
  });

  it('gives turns when the gateway’s own queue does', async () => {
    const arrivals = [0, 1, 2, 3, 30, 54, 55, 56, 59, 60, 61, 62, 119, 121, 200].map((second) => second * 1000);
    const slots = new Slots({ points: 3, windowMs: 59_000, patienceMs: 8000 });
    const simulated = arrivals.map((at) => slots.take(at));
    expect(simulated).toEqual(await turnsOf({ points: 3, windowSeconds: 59, patienceMs: 8000 }, arrivals));
    expect(simulated).toContain(null);
    expect(simulated.some((at, index) => at !== null && at > (arrivals[index] ?? 0))).toBe(true);
  });
});

/** What becomes of calls at these times in `src/http/slot-queue.ts`, on a clock that moves from one event to the next. */
async function turnsOf({ points, windowSeconds, patienceMs }: { points: number; windowSeconds: number; patienceMs: number }, arrivals: readonly number[]): Promise<(number | null)[]> {
  let time = 0;
  const agenda = new Agenda();
  const now = () => time;
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      agenda.add(time + ms, resolve);
      signal?.addEventListener('abort', () => resolve());
    });
  const queue = new SlotQueue([createLimiter({ key: 'test', points, windowSeconds, now })], { now, sleep });
  const turns = Array.from(arrivals, (): number | null => null);
  async function turnOf(index: number, at: number): Promise<void> {
    try {
      await queue.slot({ method: 'GET', path: '', repeatable: true }, at + patienceMs);
      turns[index] = time;
    } catch {
      // Refused: it has no turn.
    }
  }
  for (const [index, at] of arrivals.entries()) agenda.add(at, () => void turnOf(index, at));
  for (time = 0; time <= 300_000; time += 250) {
    agenda.workUntil(time);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return turns;
}

describe('operations', () => {
  const operations = [...operationsOf(demandOf({ ...rowLoad(10, 100), listShare: 0.3, lists: 5, rowsAList: 4 }, seed), { seed, forMs: 1_000_000, replicas: 4 })];
  const part = (isOne: (operation: Operation) => boolean) => operations.filter(isOne).length / operations.length;

  it('are lists in the part that is stated, each of a page with its rows, and single rows else', () => {
    expect(part(({ pages }) => pages.length === 1)).toBeCloseTo(0.3, 1);
    expect(part(({ pages, rows }) => rows.length === (pages.length === 1 ? 4 : 1))).toBe(1);
  });

  it('come to all replicas alike', () => {
    for (const replica of [0, 1, 2, 3]) expect(part((operation) => operation.replica === replica)).toBeCloseTo(0.25, 1);
  });
});

describe('a load that has been there for long', () => {
  const world = { quota: null, replicas: 1, shared: true, seed, forMs: 20 * minuteMs };

  it.each([
    // Some 270 and some 980 calls: three times what chance does to as many.
    ['one process', 1, 0.2],
    ['replicas by themselves, each of which has its part of the askings', 4, 0.1],
  ])('is found as it would be after hours, at %s', (_name, replicas, tolerance) => {
    const demand = demandOf(rowLoad(20, 5000, 0.8), seed);
    const calls = callsAMinute(steady(demand, { ...world, replicas, shared: false, freshMs: 360 * minuteMs }).outcome, world.forMs);
    const perMinute = (id: number) => (20 * 60 * demand.rows.partOf(id)) / replicas;
    const expected = replicas * Array.from({ length: 5000 }, (_, id) => perMinute(id) / (1 + perMinute(id) * 360)).reduce((sum, one) => sum + one, 0);
    expect(Math.abs(calls / expected - 1)).toBeLessThan(tolerance);
  });

  it('has pages and rows, those of lists among them, kept in the parts in which they are asked for', () => {
    const demand = demandOf({ ...rowLoad(1, 40), listShare: 0.5, lists: 20, rowsAList: 2 }, seed);
    const fill = settled(demand, { ...plain, pageLife: life(10, 30), rowLife: life(10, 30) }, new Random(seed));
    // Half of all askings come here.
    const caches = Array.from({ length: 400 }, () => {
      const kept = new Kept(1000);
      fill(kept, 0.5);
      return kept;
    });
    const inLists = Array.from({ length: 40 }, (_, id) => demand.shown.filter(({ rows }) => rows.includes(id)).length);
    const once = inLists.flatMap((lists, id) => (lists === 1 ? [keyOfRow(id)] : []));
    const never = inLists.flatMap((lists, id) => (lists === 0 ? [keyOfRow(id)] : []));
    const pages = Array.from({ length: 20 }, (_, id) => keyOfPage(id));
    for (const [keys, perSecond] of [[pages, (0.5 * 0.5) / 20], [never, (0.5 * 0.5) / 40], [once, 0.5 * (0.5 / 40 + 0.5 / 20)]] as const) {
      const found = keys.flatMap((key) => caches.map((kept) => kept.look(key, 0)));
      const part = (condition: string) => found.filter((one) => one === condition).length / found.length;
      const [askings, askingsPast] = [perSecond * 10, perSecond * 30];
      expect(Math.abs(part('fresh') - askings / (1 + askings))).toBeLessThan(0.02);
      expect(Math.abs(part('stale') - (1 - Math.exp(-askingsPast)) / (1 + askings))).toBeLessThan(0.02);
    }
  });

  it('is equal for equal seeds, and another for others', () => {
    const demand = demandOf(rowLoad(2, 100), seed);
    const calls = (which: string) => steady(demand, { ...world, seed: which, freshMs: minuteMs }).outcome.rowCalls;
    expect(calls('a')).toEqual(calls('a'));
    expect(calls('a')).not.toEqual(calls('b'));
  });

  it('needs the more freshness the smaller the quota, and none where all its calls fit', () => {
    const demand = demandOf(rowLoad(1, 20), seed);
    const needed = [10, 30, 1000].map((points) => neededFreshness(demand, world, { points, windowMs: minuteMs }));
    expect(needed[2]).toBe(1000);
    expect(needed[0]).toBeGreaterThan(needed[1] ?? Number.POSITIVE_INFINITY);
    expect(busiest(steady(demand, { ...world, freshMs: needed[0] ?? 0 }).outcome, minuteMs)).toBeLessThanOrEqual(10);
  });

  it('may take all of its quota', () => {
    const demand = demandOf(rowLoad(1, 20), seed);
    const most = busiest(steady(demand, { ...world, freshMs: minuteMs }).outcome, minuteMs);
    expect(neededFreshness(demand, world, { points: most, windowMs: minuteMs })).toBe(minuteMs);
    expect(neededFreshness(demand, world, { points: most - 1, windowMs: minuteMs })).toBeGreaterThan(minuteMs);
  });
});

test('the busiest stretch is the one with the most calls, wherever it begins', () => {
  const outcome = { ...of([]), pageCalls: [0, 50_000, 70_000], rowCalls: [55_000, 109_999, 110_000] };
  expect([busiest(outcome, 60_000), busiest(outcome, 1000), busiest(of([]), 1000)]).toEqual([4, 2, 0]);
});

test('times and parts are told in words', () => {
  expect([500, 90_000, 120_000, 21_600_000, 86_400_000].map(duration)).toEqual(['500 ms', '90 s', '2 min', '6 h', '1 d']);
  expect([0, 0.004, 0.25, 1].map(percent)).toEqual(['0 %', '0.4 %', '25 %', '100 %']);
});

describe('the command line', () => {
  it('makes the tables when it says nothing', () => {
    expect(readQuotasArguments([])).toEqual({ what: 'tables', write: false });
  });

  it('takes a load of one’s own', () => {
    expect(readQuotasArguments(['--ask', '--per-second', '5', '--freshness', '60', '--no-redis', '--replicas', '3']).what).toMatchObject({ load: { perSecond: 5 }, freshMs: minuteMs, replicas: 3, shared: false });
  });

  it.each([
    [['--ask', '--rows', '0'], '--rows must be a number from 1 to 10000000, not "0"'],
    [['--ask', '--lists', '1.5'], '--lists must be a whole number, not "1.5"'],
    [['--check', '--sizes'], '--check, --sizes and --ask are one each'],
  ])('refuses %j', (args, message) => {
    expect(() => readQuotasArguments(args)).toThrow(message);
  });
});

// Popped in the order of time, and of arrival where that is equal: everything above relies on it.
test('an agenda does what is due in order, and what that leads to', () => {
  const agenda = new Agenda();
  const done: string[] = [];
  for (const [at, name] of [[5, 'e'], [1, 'a'], [3, 'c'], [3, 'd'], [2, 'b'], [9, 'z']] as const) agenda.add(at, () => void done.push(name));
  agenda.add(4, () => agenda.add(4.5, () => void done.push('new')));
  agenda.workUntil(5);
  expect(done).toEqual(['a', 'b', 'c', 'd', 'new', 'e']);
});
