import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../src/store/audit.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt } from './open.ts';

const entry: AuditEntry = { client: 'portal-x', operation: 'publishVacancy', channel: 'CSO', target: 'R-1', outcome: 'PUBLISHED', upstreamStatus: 200, inputHash: 'ab' };

describe.each(storeEngines)('audit and webhook subscriptions on $engine', (engine) => {
  test('rows are read back the newest first, of one client or of all', async () => {
    await using test = await openTestStore(engine);
    const { audit } = test.store;
    await audit.write([entry]);
    test.clock.at += 1000;
    await audit.write([{ ...entry, client: 'portal-y', channel: null, target: null, upstreamStatus: null, inputHash: null, outcome: 'INVALID' }]);
    await audit.write([]);
    const all = await audit.page({ client: null, first: 1, after: null });
    expect(all).toMatchObject({ more: true, rows: [{ client: 'portal-y', outcome: 'INVALID', upstreamStatus: null, at: new Date(startAt + 1000) }] });
    const [newest] = all.rows;
    const rest = await audit.page({ client: null, first: 1, after: { at: startAt + 1000, id: String(newest?.id) } });
    expect(rest).toMatchObject({ more: false, rows: [{ ...entry, at: new Date(startAt) }] });
    expect((await audit.page({ client: 'portal-x', first: 5, after: null })).rows).toMatchObject([entry]);
    expect([await audit.count(null), await audit.count('portal-y'), await audit.count('nobody')]).toEqual([2, 1, 0]);
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
