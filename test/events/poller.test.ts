import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SourceFailure } from '../../src/domain/errors.ts';
import type { ChangeSlice } from '../../src/domain/slice.ts';
import type { DataSource } from '../../src/domain/source.ts';
import { type PollerParts, startPoller } from '../../src/events/poller.ts';
import { storeEngines } from '../store/engines.ts';
import { openTestStore, startAt, type TestStore } from '../store/open.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Bulk synchronisation whose slices are given one by one. */
class Bulk {
  readonly asked: { readonly since: Date; readonly until: Date; readonly position: string | null }[] = [];
  readonly told: string[] = [];
  readonly failures: unknown[] = [];
  answer: (position: string | null) => Promise<readonly [id: string, end: string | null]> = async () => ['A', null];

  readonly source: DataSource = {
    source: 'VDAB',
    vacancyChanges: async ({ since, until, position }): Promise<ChangeSlice> => {
      this.asked.push({ since, until, position });
      const [sourceId, end] = await this.answer(position);
      return { changes: [{ source: 'VDAB', sourceId, kind: 'UPDATED', nativeStatus: null, changedAt: null }], positions: [''], more: end !== null, end, fetchedAt: startAt, stale: false };
    },
  };
}

function pollerOn({ store, clock }: TestStore, bulk: Bulk, leaseMs?: number) {
  const parts: PollerParts = {
    hub: { watched: () => [{ source: 'VDAB', owner: null }], onWatch: () => undefined },
    store,
    happenings: { tell: async (happening) => void bulk.told.push('sourceId' in happening ? happening.sourceId : '') },
    pollMsOf: async () => minuteMs,
    contextOf: async () => ({ sources: { get: () => bulk.source, ownFilters: () => ({}), failureOf: () => new SourceFailure('VDAB', 'UPSTREAM_ERROR', 'x'), describe: () => [] } }),
    isShared: true,
    now: () => clock.at,
    failed: (error) => void bulk.failures.push(error),
    ...(leaseMs !== undefined && { leaseMs }),
  };
  const poller = startPoller(parts);
  onTestFinished(() => poller.stop());
  return poller;
}

// Leases go by the store's own clock, which no test moves.
describe.each(storeEngines)('polls on $engine', (engine) => {
  test('that take long are one replica’s as long as its slices come, which are told one by one', async () => {
    await using opened = await openTestStore(engine);
    const [bulk, others] = [new Bulk(), new Bulk()];
    const [one, other] = [pollerOn(opened, bulk, 2000), pollerOn(opened, others)];
    await one.look();
    opened.clock.at += 61_000;
    const toldBefore: string[][] = [];
    bulk.answer = async (position) => {
      const slice = Number(position ?? 0);
      toldBefore.push([...bulk.told]);
      await sleep(600);
      await other.look();
      return [`${slice}`, slice === 4 ? null : String(slice + 1)];
    };
    await one.look();
    expect(toldBefore).toEqual([[], ['0'], ['0', '1'], ['0', '1', '2'], ['0', '1', '2', '3']]);
    expect([bulk.told.length, others.asked, others.told, bulk.failures]).toEqual([5, [], [], []]);
  });

  test('whose replica lost its turn tell no more: another reads the same', async () => {
    await using opened = await openTestStore(engine);
    const [bulk, others] = [new Bulk(), new Bulk()];
    const [one, other] = [pollerOn(opened, bulk, 0), pollerOn(opened, others)];
    await one.look();
    opened.clock.at += 61_000;
    bulk.answer = async () => {
      await other.look();
      return ['A', null];
    };
    await one.look();
    expect([bulk.told, others.told, bulk.failures]).toEqual([[], ['A'], []]);
  });

  test('of a long time fail without what was told to its end being told again', async () => {
    await using opened = await openTestStore(engine);
    const bulk = new Bulk();
    const poller = pollerOn(opened, bulk);
    await poller.look();
    bulk.answer = () => Promise.reject(new Error('away'));
    for (let passed = 0; passed < 150; passed += 2) {
      opened.clock.at += 2 * minuteMs;
      await poller.look();
    }
    bulk.asked.length = 0;
    let calls = 0;
    bulk.answer = async () => {
      calls += 1;
      if (calls === 2) throw new Error('away');
      return [String(calls), null];
    };
    opened.clock.at += 2 * minuteMs;
    await poller.look();
    opened.clock.at += 2 * minuteMs;
    await poller.look();
    expect(bulk.told).toEqual(['1', '3', '4']);
    expect(bulk.asked.map(({ since }) => since.getTime() - startAt)).toEqual([0, hourMs, hourMs, 2 * hourMs]);
  });
});
