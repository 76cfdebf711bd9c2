import { describe, expect, test } from 'vitest';
import type { Audit, AuditEntry } from '../../src/store/audit.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt } from './open.ts';

const entry: AuditEntry = { client: 'portal-x', operation: 'publishVacancy', channel: 'CSO', target: 'R-1', outcome: 'PUBLISHED', upstreamStatus: 200, inputHash: 'ab' };

describe.each(storeEngines)('audit and webhook subscriptions on $engine', (engine) => {
  test('rows are read back the newest first, of one client or of all', async () => {
    await using test = await openTestStore(engine);
    const { audit } = test.store;
    await leave(audit, entry);
    test.clock.at += 1000;
    await leave(audit, { ...entry, client: 'portal-y', channel: null, target: null, upstreamStatus: null, inputHash: null, outcome: 'INVALID' });
    expect(await audit.begin([])).toEqual([]);
    const all = await audit.page({ client: null, first: 1, after: null });
    expect(all).toMatchObject({ more: true, rows: [{ client: 'portal-y', outcome: 'INVALID', upstreamStatus: null, at: new Date(startAt + 1000) }] });
    const [newest] = all.rows;
    const rest = await audit.page({ client: null, first: 1, after: { at: startAt + 1000, id: String(newest?.id) } });
    expect(rest).toMatchObject({ more: false, rows: [{ ...entry, at: new Date(startAt) }] });
    expect((await audit.page({ client: 'portal-x', first: 5, after: null })).rows).toMatchObject([entry]);
    expect([await audit.count(null), await audit.count('portal-y'), await audit.count('nobody')]).toEqual([2, 1, 0]);
  });

  test('rows are forgotten by when their mutation began', async () => {
    await using test = await openTestStore(engine);
    const { audit } = test.store;
    await leave(audit, entry);
    test.clock.at += 1000;
    await leave(audit, { ...entry, client: 'portal-y' });
    expect(await audit.purge(new Date(startAt))).toBe(0);
    expect(await audit.purge(new Date(startAt + 1000))).toBe(1);
    expect((await audit.page({ client: null, first: 5, after: null })).rows).toMatchObject([{ client: 'portal-y' }]);
  });

  test('what nobody ended stands as begun, and as interrupted once it is taken up again or no mutation takes that long', async () => {
    await using test = await openTestStore(engine);
    const { audit } = test.store;
    const outcomes = async () => (await audit.page({ client: null, first: 5, after: null })).rows.map(({ outcome }) => outcome);
    const [id] = await audit.begin([entry]);
    expect(await outcomes()).toEqual(['BEGUN']);
    await audit.interrupt({ ...entry, inputHash: 'another' });
    expect(await outcomes()).toEqual(['BEGUN']);
    await audit.interrupt(entry);
    expect(await outcomes()).toEqual(['INTERRUPTED']);
    await audit.settle([{ ...entry, id: String(id) }]);
    await audit.interrupt(entry);
    expect(await outcomes()).toEqual(['PUBLISHED']);
    test.clock.at += 1;
    await audit.begin([entry]);
    test.clock.at += 6 * 60_000;
    expect(await outcomes()).toEqual(['INTERRUPTED', 'PUBLISHED']);
  });

  test('subscriptions are kept for their caller until they are removed', async () => {
    await using test = await openTestStore(engine);
    const { webhookSubscriptions } = test.store;
    const wanted = { client: 'portal-x', source: 'CEGID', event: 'vacancy_new', callbackUrl: 'https://gateway.example/webhooks/cegid/events', pingUrl: null, hookId: 'h-1' } as const;
    const added = await webhookSubscriptions.add(wanted);
    expect(added).toMatchObject({ ...wanted, createdAt: new Date(startAt) });
    expect(await webhookSubscriptions.byId(added.id)).toEqual(added);
    expect(await webhookSubscriptions.list('portal-x', 'CEGID')).toEqual([added]);
    expect(await webhookSubscriptions.list('portal-x', 'CSO')).toEqual([]);
    expect(await webhookSubscriptions.list('portal-y', null)).toEqual([]);
    await webhookSubscriptions.remove(added.id);
    expect(await webhookSubscriptions.byId(added.id)).toBeNull();
  });
});

async function leave(audit: Audit, { outcome, upstreamStatus, ...begun }: AuditEntry): Promise<void> {
  const ids = await audit.begin([begun]);
  await audit.settle(ids.map((id) => ({ id, target: begun.target, outcome, upstreamStatus })));
}
