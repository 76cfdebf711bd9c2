import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { ReceivedCall, WebhookEvents } from '../../src/store/webhook-events.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt } from './open.ts';

const minuteMs = 60_000;
const hold = { holder: 'a', leaseMs: 60_000 };
const other = { holder: 'b', leaseMs: 60_000 };

function call(fingerprint: string, ...references: readonly string[]): ReceivedCall {
  const events = references.map((sourceId) => ({ event: 'vacancy_update', about: 'vacancy' as const, sourceId, change: 'UPDATED' as const, nativeStatus: null, owner: null }));
  return { source: 'CEGID', fingerprint, expiresAt: startAt + 5 * minuteMs, events };
}

const claimed = async (events: WebhookEvents, by = hold, most = 10) => (await events.claim(by, most)).map(({ sourceId }) => sourceId);

describe.each(storeEngines)('webhook events on $engine', (engine) => {
  test('of one call are kept once, however often it comes', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    // Which of two at once is the first, nobody knows.
    const twice = await Promise.all([webhookEvents.receive(call('x', 'R-1', 'R-2')), webhookEvents.receive(call('x', 'R-1', 'R-2'))]);
    expect(twice.toSorted()).toEqual([false, true]);
    expect(await webhookEvents.receive(call('x', 'R-9'))).toBe(false);
    expect((await webhookEvents.page({ status: null, first: 10, after: null })).rows.map(({ sourceId }) => sourceId).toSorted()).toEqual(['R-1', 'R-2']);
    expect([await webhookEvents.count(null), await webhookEvents.count('DEAD')]).toEqual([2, 0]);
  });

  test('with texts that cannot be kept as they are come back with U+FFFD in their place, the same on every engine', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    const odd = { event: 'x\u0000y', about: 'vacancy' as const, sourceId: 'a\ud800', change: 'UNKNOWN' as const, nativeStatus: '\u0000', owner: null };
    expect(await webhookEvents.receive({ ...call('x'), events: [odd] })).toBe(true);
    expect(await webhookEvents.receive({ ...call('x'), events: [odd] })).toBe(false);
    expect(await webhookEvents.claim(hold, 5)).toMatchObject([{ event: 'x\ufffdy', sourceId: 'a\ufffd', nativeStatus: '\ufffd' }]);
  });

  test('are given to one at a time, in the order of their arrival, and of one object only the first', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    await webhookEvents.receive(call('1', 'R-1', 'R-2', 'R-1'));
    opened.clock.at += 1;
    await webhookEvents.receive(call('2', 'R-2', 'R-3'));
    expect(await claimed(webhookEvents, hold, 1)).toEqual(['R-1']);
    expect(await claimed(webhookEvents, other)).toEqual(['R-2', 'R-3']);
    expect(await claimed(webhookEvents, other)).toEqual([]);
    const first = (await webhookEvents.page({ status: 'RUNNING', first: 10, after: null })).rows.find(({ sourceId }) => sourceId === 'R-1');
    await webhookEvents.done([String(first?.id)], 'a');
    expect(await claimed(webhookEvents)).toEqual(['R-1']);
  });

  test('are taken over from one that gives no sign of life, which can then end nothing', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    await webhookEvents.receive(call('1', 'R-1'));
    const [event] = await webhookEvents.claim({ holder: 'dead', leaseMs: 0 }, 1);
    await webhookEvents.renew({ holder: 'dead', leaseMs: 0 });
    expect(await webhookEvents.claim(hold, 1)).toMatchObject([{ sourceId: 'R-1', status: 'RUNNING', attempts: 2 }]);
    await webhookEvents.done([String(event?.id)], 'dead');
    await webhookEvents.failed(String(event?.id), 'dead', { code: 'X', message: 'x', nextAt: null });
    expect(await webhookEvents.byId(String(event?.id))).toMatchObject({ status: 'RUNNING' });
    await webhookEvents.release('a');
    expect(await webhookEvents.byId(String(event?.id))).toMatchObject({ status: 'PENDING', attempts: 1, nextAt: new Date(startAt) });
  });

  test('that failed wait for their time, hold up what else is told of their object, and are dead when there is none', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    await webhookEvents.receive(call('1', 'R-1', 'R-1'));
    const [first] = await webhookEvents.claim(hold, 5);
    const id = String(first?.id);
    await webhookEvents.failed(id, 'a', { code: 'UPSTREAM_TIMEOUT', message: 'It took too long.', nextAt: startAt + minuteMs });
    expect(await claimed(webhookEvents)).toEqual([]);
    expect(await webhookEvents.byId(id)).toMatchObject({ status: 'PENDING', nextAt: new Date(startAt + minuteMs), endedAt: null, error: { code: 'UPSTREAM_TIMEOUT', message: 'It took too long.' } });
    opened.clock.at += minuteMs;
    await webhookEvents.claim(hold, 5);
    await webhookEvents.failed(id, 'a', { code: 'UPSTREAM_TIMEOUT', message: 'It took too long.', nextAt: null });
    expect(await webhookEvents.byId(id)).toMatchObject({ status: 'DEAD', attempts: 2, nextAt: null, endedAt: new Date(startAt + minuteMs) });
    expect(await claimed(webhookEvents)).toEqual(['R-1']);
  });

  test('are worked on anew when they are replayed, those that ended only', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    await webhookEvents.receive(call('1', 'R-1', 'R-2', 'R-3'));
    const [dead, done, running] = (await webhookEvents.claim(hold, 5)).map(({ id }) => id);
    await webhookEvents.failed(String(dead), 'a', { code: 'X', message: 'x', nextAt: null });
    await webhookEvents.done([String(done)], 'a');
    expect(await Promise.all([running, 'none'].map((id) => webhookEvents.replay(String(id))))).toEqual([false, false]);
    expect([await webhookEvents.replayDead(), await webhookEvents.replayDead()]).toEqual([1, 0]);
    expect(await webhookEvents.replay(String(done))).toBe(true);
    expect(await webhookEvents.claim(hold, 5)).toMatchObject([{ sourceId: 'R-1', attempts: 1 }, { sourceId: 'R-2', attempts: 1 }]);
  });

  test('are told the newest first, a page at a time', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    for (const name of ['1', '2', '3']) {
      await webhookEvents.receive(call(name, name));
      opened.clock.at += 1;
    }
    const page = await webhookEvents.page({ status: 'PENDING', first: 2, after: null });
    expect([page.more, page.rows.map(({ sourceId }) => sourceId)]).toEqual([true, ['3', '2']]);
    const last = page.rows.at(-1);
    const rest = await webhookEvents.page({ status: null, first: 2, after: { at: Number(last?.receivedAt), id: String(last?.id) } });
    expect([rest.more, rest.rows.map(({ sourceId }) => sourceId)]).toEqual([false, ['1']]);
  });

  test('are forgotten some time after they ended, and calls once nobody can send them again', async () => {
    await using opened = await openTestStore(engine);
    const { webhookEvents } = opened.store;
    await webhookEvents.receive(call('1', 'R-1', 'R-2'));
    const [done] = await webhookEvents.claim(hold, 1);
    await webhookEvents.done([String(done?.id)], 'a');
    expect(await webhookEvents.purge(new Date(startAt))).toBe(0);
    opened.clock.at += 6 * minuteMs;
    expect(await webhookEvents.purge(new Date(startAt + 1))).toBe(1);
    expect([await webhookEvents.count(null), await webhookEvents.receive(call('1', 'R-3'))]).toEqual([1, true]);
  });

  test('are worked on once each by several processes', async () => {
    const where = await engine.place();
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ ...where, now: Date.now })));
    const references = Array.from({ length: 200 }, (_, index) => `R-${index % 20}`);
    await stores[0]?.webhookEvents.receive(call('1', ...references));
    const worked = await Promise.all(
      stores.map(async ({ webhookEvents }, index) => {
        const ids: string[] = [];
        for (let idle = 0; idle < 20; ) {
          const events = await webhookEvents.claim({ holder: `worker ${index}`, leaseMs: 30_000 }, 7);
          idle = events.length === 0 ? idle + 1 : 0;
          ids.push(...events.map(({ id }) => id));
          await webhookEvents.done(events.map(({ id }) => id), `worker ${index}`);
        }
        return ids;
      }),
    );
    expect([worked.flat().length, new Set(worked.flat()).size, await stores[0]?.webhookEvents.count('DONE')]).toEqual([200, 200, 200]);
    await Promise.all(stores.map((store) => store.close()));
    await where.remove();
  });
});

describe.each(storeEngines)('polls for changes on $engine', (engine) => {
  const turn = { name: 'VDAB', holder: 'a', everyMs: minuteMs, leaseMs: 30_000 };

  test('begin at the present, and go on where the last one ended', async () => {
    await using opened = await openTestStore(engine);
    const { changePolls } = opened.store;
    expect(await changePolls.take(turn)).toBeNull();
    opened.clock.at += minuteMs;
    expect(await changePolls.take(turn)).toBe(startAt);
    await changePolls.settle(turn, startAt + 50_000);
    expect(await changePolls.take(turn)).toBeNull();
    opened.clock.at += minuteMs;
    expect(await changePolls.take(turn)).toBe(startAt + 50_000);
    await changePolls.settle(turn, null);
    opened.clock.at += minuteMs;
    expect(await changePolls.take(turn)).toBe(startAt + 50_000);
  });

  test('are one’s at a time, until it gives no sign of life', async () => {
    await using opened = await openTestStore(engine);
    const { changePolls } = opened.store;
    await changePolls.take(turn);
    opened.clock.at += minuteMs;
    const taken = await Promise.all(['a', 'b', 'c'].map((holder) => changePolls.take({ ...turn, holder })));
    expect(taken.filter((since) => since !== null)).toEqual([startAt]);
    expect(await changePolls.take({ ...turn, holder: 'd' })).toBeNull();
    await changePolls.settle({ ...turn, holder: 'nobody' }, startAt + 1);
    expect(await changePolls.take({ ...turn, holder: 'd' })).toBeNull();
  });

  test('begin anew where nobody wanted them for a while', async () => {
    await using opened = await openTestStore(engine);
    const { changePolls } = opened.store;
    await changePolls.take(turn);
    opened.clock.at += 10 * minuteMs;
    expect(await changePolls.take(turn)).toBeNull();
    opened.clock.at += minuteMs;
    expect(await changePolls.take(turn)).toBe(startAt + 10 * minuteMs);
    await changePolls.purge(new Date(startAt + 60 * minuteMs));
    expect(await changePolls.take(turn)).toBeNull();
  });
});
