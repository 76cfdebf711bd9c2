import { describe, expect, test } from 'vitest';
import type { NewApplication } from '../../src/store/new-application.ts';
import { openStore } from '../../src/store/index.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt, type TestStore } from './open.ts';

const hourMs = 60 * 60_000;
const claim = { client: 'portal-x', limit: 10, holder: 'one', leaseMs: hourMs };
const attempt = { at: new Date(startAt), durationMs: 12, httpStatus: 503, fault: 'STATUS' } as const;

/** An application of a client, with its delivery. @returns its number */
async function received({ store }: Pick<TestStore, 'store'>, owner: string, change: Partial<NewApplication> = {}, isForwarded = true): Promise<number> {
  const person = { name: 'Jip', email: 'jip@example.org', phone: null, city: null, motivation: null, resume: null, custom: {} };
  const application: NewApplication = { source: 'ICTERGEZOCHT', account: owner, referenceNumber: 'R-1', origin: '', campaign: '', ...person, ...change };
  return (await store.applications.receive(application, { sameWithinMs: hourMs, hasOwnAccount: () => false, isForwarded: () => isForwarded })).id;
}

const everything = { client: null, status: null, applicationId: null, first: 100, after: null } as const;

describe.each(storeEngines)('deliveries on $engine', (engine) => {
  test('come with the application that they are of, once however often it is delivered, and with no other', async () => {
    await using test = await openTestStore(engine);
    const id = await received(test, 'portal-x');
    expect(await received(test, 'portal-x')).toBe(id);
    await received(test, 'portal-y', {}, false);
    const { rows } = await test.store.deliveries.page(everything);
    expect(rows).toMatchObject([{ client: 'portal-x', applicationId: id, status: 'PENDING', attempts: [], nextAttemptAt: new Date(startAt), settledAt: null }]);
  });

  test('are claimed once by whoever comes, the longest due first, and again when the lease has run out', async () => {
    await using test = await openTestStore(engine);
    const { deliveries } = test.store;
    const ids: number[] = [];
    for (const name of ['Jip', 'Jap', 'Jop']) {
      ids.push(await received(test, 'portal-x', { name }));
      test.clock.at += 1;
    }
    await received(test, 'portal-y');
    expect((await deliveries.due()).toSorted()).toEqual(['portal-x', 'portal-y']);
    const first = await deliveries.claim({ ...claim, limit: 2 });
    expect(first.map(({ applicationId }) => applicationId).toSorted((a, b) => a - b)).toEqual(ids.slice(0, 2));
    expect(await deliveries.claim({ ...claim, holder: 'two' })).toMatchObject([{ applicationId: ids[2] }]);
    expect(await deliveries.claim({ ...claim, holder: 'three' })).toEqual([]);
    expect(await deliveries.due()).toEqual(['portal-y']);
    await deliveries.release(first.map(({ id }) => id), 'one');
    expect(await deliveries.claim({ ...claim, holder: 'four', leaseMs: 0 })).toHaveLength(2);
    expect(await deliveries.claim({ ...claim, holder: 'five' })).toHaveLength(2);
  });

  test('a hundred are claimed once each by several processes at once', async () => {
    const where = await engine.place();
    const stores = await Promise.all(Array.from({ length: 3 }, () => openStore({ ...where, now: Date.now })));
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    await Promise.all(Array.from({ length: 100 }, (_, index) => received({ store }, 'portal-x', { name: `Jip ${index}` })));
    const claimed = await Promise.all(Array.from({ length: 30 }, (_, index) => stores[index % 3]?.deliveries.claim({ ...claim, limit: 7, holder: `h${index}` })));
    const ids = claimed.flatMap((some) => some?.map(({ id }) => id) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = (await store.deliveries.claim({ ...claim, limit: 100, holder: 'rest' })).map(({ id }) => id);
    expect(new Set([...ids, ...rest]).size).toBe(100);
    await Promise.all(stores.map((one) => one.close()));
    await where.remove();
  });

  test('keep how each attempt went, and when the next is due', async () => {
    await using test = await openTestStore(engine);
    const { deliveries } = test.store;
    await received(test, 'portal-x');
    const [claimed] = await deliveries.claim(claim);
    if (claimed === undefined) throw new Error('nothing was claimed');
    expect(claimed).toMatchObject({ failures: 0, firstTriedAt: null });
    await deliveries.settle(claimed, 'one', attempt, { status: 'PENDING', nextAttemptAt: new Date(startAt + 5000) });
    expect(await deliveries.due()).toEqual([]);
    test.clock.at += 5000;
    const [again] = await deliveries.claim(claim);
    expect(again).toMatchObject({ id: claimed.id, failures: 1, firstTriedAt: new Date(startAt) });
    await deliveries.settle(claimed, 'one', { ...attempt, at: new Date(test.clock.at), httpStatus: 200, fault: null }, { status: 'DELIVERED' });
    expect(await deliveries.byId(claimed.id)).toMatchObject({
      status: 'DELIVERED',
      nextAttemptAt: null,
      settledAt: new Date(test.clock.at),
      attempts: [{ httpStatus: 503, fault: 'STATUS', durationMs: 12 }, { httpStatus: 200, fault: null }],
    });
  });

  test('are not changed by who lost the lease, but for what was delivered all the same', async () => {
    await using test = await openTestStore(engine);
    const { deliveries } = test.store;
    await received(test, 'portal-x');
    const [claimed] = await deliveries.claim({ ...claim, leaseMs: 0 });
    if (claimed === undefined) throw new Error('nothing was claimed');
    await deliveries.claim({ ...claim, holder: 'two' });
    await deliveries.settle(claimed, 'one', attempt, { status: 'FAILED' });
    expect(await deliveries.byId(claimed.id)).toMatchObject({ status: 'PENDING', attempts: [{ fault: 'STATUS' }] });
    await deliveries.settle(claimed, 'one', { ...attempt, httpStatus: 200, fault: null }, { status: 'DELIVERED' });
    expect(await deliveries.byId(claimed.id)).toMatchObject({ status: 'DELIVERED' });
  });

  test('are tried anew with all their tries where somebody asks', async () => {
    await using test = await openTestStore(engine);
    const { deliveries } = test.store;
    await received(test, 'portal-x');
    await received(test, 'portal-y');
    for (const client of ['portal-x', 'portal-y']) {
      const [claimed] = await deliveries.claim({ ...claim, client });
      if (claimed !== undefined) await deliveries.settle(claimed, 'one', attempt, { status: 'FAILED' });
    }
    expect(await deliveries.due()).toEqual([]);
    const [{ id } = { id: '' }] = (await deliveries.page({ ...everything, client: 'portal-x' })).rows;
    expect([await deliveries.replay(id), await deliveries.replay('nothing')]).toEqual([true, false]);
    expect(await deliveries.claim(claim)).toMatchObject([{ id, failures: 0, firstTriedAt: null }]);
    expect([await deliveries.replayFailed('portal-x'), await deliveries.replayFailed(null)]).toEqual([0, 1]);
    expect(await deliveries.due()).toEqual(['portal-y']);
  });

  test('go with their application, and hold nothing of the person', async () => {
    await using test = await openTestStore(engine);
    const { applications, deliveries } = test.store;
    await received(test, 'portal-x');
    test.clock.at += 1;
    await received(test, 'portal-x', { email: 'jap@example.org' });
    const [claimed] = await deliveries.claim({ ...claim, limit: 1 });
    expect(JSON.stringify(await deliveries.page(everything))).not.toMatch(/Jip|example\.org/);
    expect(await applications.removeOf('JIP@example.org')).toMatchObject({ applications: 1, pendingDeliveries: 1 });
    expect(await deliveries.count({ client: null, status: null, applicationId: null })).toBe(1);
    // One that is under way just then ends without a trace, and without a fault.
    if (claimed !== undefined) await deliveries.settle(claimed, 'one', { ...attempt, httpStatus: 200, fault: null }, { status: 'DELIVERED' });
    expect(await deliveries.byId(claimed?.id ?? '')).toBeNull();
  });

  test('are told of by page, by client, by status and by application, each once', async () => {
    await using test = await openTestStore(engine);
    const { deliveries } = test.store;
    const ids: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      test.clock.at = startAt + Math.floor(index / 2);
      ids.push(await received(test, 'portal-x', { name: `Jip ${index}` }));
      await received(test, 'portal-y', { name: `Jip ${index}` });
    }
    const seen: number[] = [];
    for (let after: { at: number; id: string } | null = null, more = true; more; ) {
      const page = await deliveries.page({ ...everything, client: 'portal-x', first: 3, after });
      seen.push(...page.rows.map(({ applicationId }) => applicationId));
      const last = page.rows.at(-1);
      after = last === undefined ? null : { at: last.createdAt.getTime(), id: last.id };
      more = page.more;
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(ids);
    expect((await deliveries.page({ ...everything, applicationId: ids[3] ?? 0 })).rows).toMatchObject([{ client: 'portal-x', applicationId: ids[3] }]);
    expect(await deliveries.count({ client: 'portal-y', status: 'PENDING', applicationId: null })).toBe(7);
    expect(await deliveries.count({ client: null, status: 'FAILED', applicationId: null })).toBe(0);
  });

  test('are forgotten some time after their end, and never while they are pending', async () => {
    await using test = await openTestStore(engine);
    const { deliveries } = test.store;
    await received(test, 'portal-x');
    await received(test, 'portal-x', { name: 'Jap' });
    const [claimed] = await deliveries.claim({ ...claim, limit: 1 });
    if (claimed !== undefined) await deliveries.settle(claimed, 'one', attempt, { status: 'FAILED' });
    expect(await deliveries.purge(new Date(startAt))).toBe(0);
    expect(await deliveries.purge(new Date(startAt + 1))).toBe(1);
    expect((await deliveries.page(everything)).rows).toMatchObject([{ status: 'PENDING' }]);
  });
});
