import { describe, expect, test } from 'vitest';
import { SourceFailure } from '../../src/domain/errors.ts';
import { type Happening, NotToldToAll } from '../../src/domain/happening.ts';
import type { DataSource } from '../../src/domain/source.ts';
import type { UpstreamEvent } from '../../src/domain/upstream-event.ts';
import { vacancy } from '../../src/domain/vacancy.ts';
import { mostAttempts, retryPauseMs } from '../../src/events/retry-pause.ts';
import { startWorker, type WorkerParts } from '../../src/events/worker.ts';
import { storeEngines } from '../store/engines.ts';
import { openTestStore, startAt, type TestStore } from '../store/open.ts';

const hourMs = 60 * 60_000;

const pauses = (random: number) => Array.from({ length: mostAttempts }, (_, index) => retryPauseMs(index + 1, () => random));

describe('the pause behind a failed attempt', () => {
  test('grows to an hour, and ends after some hours', () => {
    expect(pauses(0.5)).toEqual([10_000, 30_000, 90_000, 270_000, 810_000, 2_430_000, hourMs, hourMs, hourMs, hourMs, hourMs, null]);
    expect([pauses(0)[0], pauses(1)[0]]).toEqual([8000, 12_000]);
    expect(retryPauseMs(1, () => 0.5, 120_000)).toBe(120_000);
  });
});

/** A source that fails, hangs or answers as it is told. */
class Site {
  fails: Error | null = null;
  readonly read: string[][] = [];
  readonly forgotten: string[][] = [];
  readonly told: Happening[] = [];

  source(): DataSource {
    const batch: string[] = [];
    this.read.push(batch);
    return {
      source: 'CEGID',
      forgetVacancies: async (ids) => void this.forgotten.push([...ids]),
      vacancyById: async (sourceId) => {
        batch.push(sourceId);
        if (this.fails !== null) throw this.fails;
        return { value: { ...vacancy({ source: 'CEGID', sourceId }), status: 'CLOSED' }, fetchedAt: startAt, stale: false };
      },
    };
  }
}

const sourcesOf = (source: DataSource) => ({ sources: { get: () => source, ownFilters: () => ({}), failureOf: () => new SourceFailure('CEGID', 'UPSTREAM_ERROR', 'x'), describe: () => [] } });

/** A source that answers nothing, and is broken off as a call is: also where it is asked when all is over. */
const hanging = (signal: AbortSignal): DataSource => ({
  source: 'CEGID',
  async vacancyById() {
    signal.throwIfAborted();
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('broken off'))));
  },
});

function startOn({ store, clock }: TestStore, site: Site, change: Partial<WorkerParts> = {}) {
  const deaths: boolean[] = [];
  const worker = startWorker({
    store,
    now: () => clock.at,
    random: () => 0.5,
    contextOf: async () => sourcesOf(site.source()),
    happenings: { tell: async (happening) => void site.told.push(happening) },
    unexpected: () => undefined,
    unknown: () => undefined,
    failed: (_event, _failure, isDead) => void deaths.push(isDead),
    storeFailed: (error) => {
      throw error;
    },
    settings: { lookEveryMs: 20 },
    ...change,
  });
  return { worker, deaths, [Symbol.asyncDispose]: () => worker.stop() };
}

type Told = UpstreamEvent & { readonly owner: string | null };
const event = (sourceId: string, owner: string | null = null): Told => ({ event: 'vacancy_status', about: 'vacancy', sourceId, change: 'UNKNOWN', nativeStatus: null, owner });
const receive = ({ store }: TestStore, name: string, ...events: readonly Told[]) => store.webhookEvents.receive({ source: 'CEGID', fingerprint: name, expiresAt: startAt, events });

describe.each(storeEngines)('a worker on $engine', (engine) => {
  test('forgets, reads together and tells what is told of one account, what is unsaid from how the object is now', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    await receive(opened, '1', event('A'), event('B'), event('C'));
    await using working = startOn(opened, site);
    await expect.poll(() => opened.store.webhookEvents.count('DONE')).toBe(3);
    await working.worker.stop();
    expect([site.forgotten, site.read]).toEqual([[['A', 'B', 'C']], [['A', 'B', 'C']]]);
    expect(site.told.map((told) => ('change' in told ? `${told.sourceId} ${told.change}` : ''))).toEqual(['A UNPUBLISHED', 'B UNPUBLISHED', 'C UNPUBLISHED']);
  });

  test('tries again with growing pauses, tells nothing before it succeeds, and keeps the order of an object', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    site.fails = new SourceFailure('CEGID', 'UPSTREAM_UNAVAILABLE', 'Cegid does not answer.');
    await receive(opened, '1', event('A'));
    opened.clock.at += 1;
    await receive(opened, '2', { ...event('A'), change: 'DELETED' });
    await using working = startOn(opened, site);
    await expect.poll(() => working.deaths).toEqual([false]);
    opened.clock.at += 9000;
    working.worker.wake();
    opened.clock.at += 1001;
    await expect.poll(() => working.deaths).toEqual([false, false]);
    expect([site.told, await opened.store.webhookEvents.count('PENDING')]).toEqual([[], 2]);
    site.fails = null;
    opened.clock.at += 30_000;
    await expect.poll(() => opened.store.webhookEvents.count('DONE')).toBe(2);
    expect(site.told.map((told) => ('change' in told ? told.change : ''))).toEqual(['UNPUBLISHED', 'DELETED']);
  });

  test('tells again what other replicas were not told, and takes it for done when they were', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    let isAway = true;
    const tell = async (happening: Happening) => {
      if (isAway) throw new NotToldToAll(new Error('away'));
      site.told.push(happening);
    };
    const unexpected: unknown[] = [];
    await receive(opened, '1', event('A'));
    await using working = startOn(opened, site, { happenings: { tell }, unexpected: (error) => void unexpected.push(error) });
    await expect.poll(() => working.deaths).toEqual([false]);
    expect((await opened.store.webhookEvents.page({ status: 'PENDING', first: 5, after: null })).rows).toMatchObject([{ sourceId: 'A', error: { message: expect.stringContaining('Redis') } }]);
    isAway = false;
    opened.clock.at += 10_001;
    await expect.poll(() => opened.store.webhookEvents.count('DONE')).toBe(1);
    expect([site.told.length, unexpected]).toEqual([1, []]);
  });

  test('gives up after its last attempt, and takes it up again when it is replayed', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    site.fails = new Error('a person’s name');
    await receive(opened, '1', event('A'));
    await using working = startOn(opened, site);
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
      await expect.poll(() => working.deaths.length).toBe(attempt);
      opened.clock.at += 2 * hourMs;
      working.worker.wake();
    }
    await expect.poll(() => working.deaths.at(-1)).toBe(true);
    const { rows } = await opened.store.webhookEvents.page({ status: 'DEAD', first: 5, after: null });
    expect(rows).toMatchObject([{ sourceId: 'A', attempts: mostAttempts, error: { code: 'INTERNAL_SERVER_ERROR', message: expect.not.stringContaining('person') } }]);
    site.fails = null;
    await opened.store.webhookEvents.replay(String(rows[0]?.id));
    await expect.poll(() => opened.store.webhookEvents.count('DONE')).toBe(1);
  });

  test('tries nothing again that has no account any more, and each account apart', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    await receive(opened, '1', event('A'), event('A', 'gone'));
    const { contextOf } = { contextOf: async (owner: string | null) => (owner === null ? { sources: { get: () => site.source(), ownFilters: () => ({}), failureOf: () => new SourceFailure('CEGID', 'UPSTREAM_ERROR', 'x'), describe: () => [] } } : null) };
    await using working = startOn(opened, site, { contextOf });
    await expect.poll(() => working.deaths).toEqual([true]);
    expect(site.told).toMatchObject([{ sourceId: 'A', owner: null }]);
    expect((await opened.store.webhookEvents.page({ status: 'DEAD', first: 5, after: null })).rows).toMatchObject([{ owner: 'gone', attempts: 1, error: { code: 'SOURCE_NOT_CONFIGURED' } }]);
  });

  test('stops when what it works on is done', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    const { promise: gate, resolve: go } = Promise.withResolvers<void>();
    await receive(opened, '1', event('A'));
    await using working = startOn(opened, site, { happenings: { tell: () => gate } });
    await expect.poll(() => opened.store.webhookEvents.count('RUNNING')).toBe(1);
    const stopped = working.worker.stop();
    await receive(opened, '2', event('B'));
    working.worker.wake();
    go();
    await stopped;
    expect([await opened.store.webhookEvents.count('DONE'), await opened.store.webhookEvents.count('PENDING')]).toEqual([1, 1]);
  });

  test('breaks off what it waits for when it stops, and gives it back as if it had not been tried', async () => {
    await using opened = await openTestStore(engine);
    await receive(opened, '1', event('A'));
    const unexpected: unknown[] = [];
    await using working = startOn(opened, new Site(), { contextOf: async (_owner, signal) => sourcesOf(hanging(signal)), unexpected: (error) => void unexpected.push(error) });
    await expect.poll(() => opened.store.webhookEvents.count('RUNNING')).toBe(1);
    await working.worker.stop();
    const { rows } = await opened.store.webhookEvents.page({ status: 'PENDING', first: 5, after: null });
    expect(rows).toMatchObject([{ sourceId: 'A', attempts: 0, error: null }]);
    expect([unexpected, working.deaths]).toEqual([[], []]);
  });

  test('lets an event be dead whose workers ended without a word as often as it may be tried', async () => {
    await using opened = await openTestStore(engine);
    const site = new Site();
    await receive(opened, '1', event('A'), event('B'));
    const { webhookEvents } = opened.store;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const claimed = await webhookEvents.claim({ holder: `crash ${attempt}`, leaseMs: 0 }, 1);
      expect(claimed).toMatchObject([{ sourceId: 'A', attempts: attempt }]);
    }
    await using working = startOn(opened, site);
    await expect.poll(() => working.deaths).toEqual([true]);
    await expect.poll(() => webhookEvents.count('DONE')).toBe(1);
    expect((await webhookEvents.page({ status: 'DEAD', first: 5, after: null })).rows).toMatchObject([{ sourceId: 'A', error: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(site.read.flat()).toEqual(['B']);
  });
});
