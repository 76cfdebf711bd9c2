import { describe, expect, test } from 'vitest';
import type { ApplicationFilter, Audience } from '../../src/domain/application.ts';
import { openStore } from '../../src/store/index.ts';
import type { NewApplication } from '../../src/store/new-application.ts';
import { storeEngines } from './engines.ts';
import { openTestStore } from './open.ts';

const dayMs = 24 * 60 * 60 * 1000;
const options = { sameWithinMs: dayMs, hasOwnAccount: () => false, isForwarded: () => false };
const everyone: Audience = { client: 'nobody', unowned: false, serverAccount: true };
const all: ApplicationFilter = { referenceNumbers: null, receivedFrom: null, receivedTo: null, email: null };

function application(change: Partial<NewApplication> = {}): NewApplication {
  return {
    source: 'ICTERGEZOCHT',
    account: null,
    referenceNumber: 'R-1',
    name: 'Zoë',
    email: 'Zoe@Example.org',
    phone: null,
    city: 'Gent',
    motivation: 'Graag.',
    origin: '',
    campaign: '',
    resume: null,
    custom: { vraag: 'ja', genest: { a: [1] } },
    ...change,
  };
}
const cv = { sha256: 'ab'.repeat(32), byteLength: 3, fileName: 'cv.pdf', contentType: 'application/pdf' };

describe.each(storeEngines)('applications on $engine', (engine) => {
  test('are kept as they came, with a number and the time', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const { id, isNew, owner } = await applications.receive(application({ resume: cv }), options);
    expect({ isNew, owner }).toEqual({ isNew: true, owner: null });
    expect(await applications.byId(id, null)).toEqual({ ...application({ resume: cv }), id, owner: null, receivedAt: new Date(opened.clock.at) });
    expect(await applications.byId(id + 1, null)).toBeNull();
  });

  test('that are delivered again within the time are kept once, however many come at once', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const deliveries = Array.from({ length: 300 }, (_, index) => application({ referenceNumber: `R-${index % 30}` }));
    const received = await Promise.all(deliveries.map((one) => applications.receive(one, options)));
    expect(received.filter(({ isNew }) => isNew)).toHaveLength(30);
    for (const [index, { id }] of received.entries()) expect(id).toBe(received[index % 30]?.id);
    expect(await applications.count({ audience: everyone, filter: all })).toBe(30);
  });

  test('that come again after that time are new ones', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const first = await applications.receive(application(), options);
    opened.clock.at += dayMs - 1;
    expect(await applications.receive(application({ email: 'zoe@example.ORG' }), options)).toEqual({ ...first, isNew: false });
    opened.clock.at += 2;
    const later = await applications.receive(application(), options);
    expect(later).toMatchObject({ isNew: true });
    expect(later.id).toBeGreaterThan(first.id);
    expect(await applications.receive(application(), options)).toEqual({ ...later, isNew: false });
  });

  test.each([
    ['another vacancy', { referenceNumber: 'R-2' }],
    ['another person', { name: 'Zoé' }],
    ['another telephone number', { phone: '0612345678' }],
    ['another city', { city: 'Utrecht' }],
    ['another letter', { motivation: null }],
    ['another CV', { resume: cv }],
    ['another account', { account: 'portal' }],
  ])('with %s are other ones', async (_, change) => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    await applications.receive(application(), options);
    expect(await applications.receive(application(change), options)).toMatchObject({ isNew: true });
  });

  test('with what a sender may stamp anew are the same', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const { id } = await applications.receive(application(), options);
    expect(await applications.receive(application({ origin: 'nieuwsbrief', campaign: 'mei', custom: { verzonden: 2 } }), options)).toMatchObject({ id, isNew: false });
  });

  test('are one when two processes receive the same at once', async () => {
    const where = await engine.place();
    const stores = await Promise.all([1, 2].map(() => openStore({ ...where, now: Date.now })));
    try {
      const deliveries = stores.flatMap((store) => Array.from({ length: 100 }, (_, index) => ({ store, index })));
      const received = await Promise.all(deliveries.toSorted((a, b) => (a.index * 7) % 10 - (b.index * 3) % 10).map(async ({ store, index }) => ({ index, ...(await store.applications.receive(application({ referenceNumber: `R-${index}` }), options)) })));
      const byNumber = Map.groupBy(received, ({ index }) => index);
      for (const [, [one, other]] of byNumber) expect(one?.id).toBe(other?.id);
      expect(received.filter(({ isNew }) => isNew)).toHaveLength(100);
    } finally {
      for (const store of stores) await store.close();
      await where.remove();
    }
  });

  test('through the server’s account belong to the only client that posted under their number', async () => {
    await using opened = await openTestStore(engine);
    const { applications, postings } = opened.store;
    const post = (client: string, referenceNumber: string, upstreamId: string) =>
      postings.save({ client, referenceNumber, title: null, channels: [{ channel: 'ICTERGEZOCHT', status: 'PUBLISHED', upstreamId, url: null, userErrors: [], error: null, draft: null }] });
    await post('portal-a', 'R-1', '1');
    await post('portal-a', 'R-2', '2');
    await post('portal-b', 'R-2', '3');
    expect(await applications.receive(application(), options)).toMatchObject({ owner: 'portal-a' });
    expect(await applications.receive(application({ referenceNumber: 'R-2' }), options)).toMatchObject({ owner: null });
    expect(await applications.receive(application({ referenceNumber: 'R-3' }), options)).toMatchObject({ owner: null });
    expect(await applications.receive(application({ account: 'portal-b' }), options)).toMatchObject({ owner: 'portal-b' });
    await post('portal-c', 'R-1', '4');
    await post('portal-c', 'R-4', '5');
    const ownAccount = { ...options, hasOwnAccount: (client: string) => client === 'portal-c' };
    expect(await applications.receive(application({ name: 'Another' }), ownAccount)).toMatchObject({ owner: 'portal-a' });
    expect(await applications.receive(application({ referenceNumber: 'R-4' }), ownAccount)).toMatchObject({ owner: null });
  });

  test('are seen by whom they are for, one by one and in lists, by the same rule', async () => {
    await using opened = await openTestStore(engine);
    const { applications, postings } = opened.store;
    await postings.save({ client: 'a', referenceNumber: 'A', title: null, channels: [{ channel: 'ICTERGEZOCHT', status: 'PUBLISHED', upstreamId: '1', url: null, userErrors: [], error: null, draft: null }] });
    const kept = await Promise.all([application(), application({ referenceNumber: 'A' }), application({ account: 'b' })].map((one) => applications.receive(one, options)));
    const [unowned, ofA, ofB] = kept.map(({ id }) => id);
    const audiences: [Audience, (number | undefined)[]][] = [
      [{ client: 'a', unowned: true, serverAccount: false }, [unowned, ofA]],
      [{ client: 'a', unowned: false, serverAccount: false }, [ofA]],
      [{ client: 'b', unowned: false, serverAccount: false }, [ofB]],
      [{ client: 'c', unowned: true, serverAccount: false }, [unowned]],
      [{ client: 'admin', unowned: true, serverAccount: true }, [unowned, ofA]],
    ];
    for (const [audience, expected] of audiences) {
      const { rows } = await applications.page({ audience, filter: all, first: 10, after: null });
      expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      expect(await applications.count({ audience, filter: all })).toBe(expected.length);
      for (const { id } of kept) expect(await applications.byId(id, audience) !== null).toBe(expected.includes(id));
    }
  });

  test('page by page, the newest first, none twice and none left out, also of one instant', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const ids: number[] = [];
    for (let index = 0; index < 25; index += 1) {
      if (index % 5 === 0) opened.clock.at += 1;
      ids.push((await applications.receive(application({ referenceNumber: `R-${index}` }), options)).id);
    }
    const seen: number[] = [];
    for (let after: { at: number; id: string } | null = null, more = true; more; ) {
      const page = await applications.page({ audience: everyone, filter: all, first: 4, after });
      seen.push(...page.rows.map(({ id }) => id));
      const last = page.rows.at(-1);
      after = last === undefined ? null : { at: last.receivedAt.getTime(), id: String(last.id) };
      more = page.more;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  test('are found by number, time and e-mail address, whatever its case', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const first = await applications.receive(application({ email: 'Jan.ÉLAN@example.org' }), options);
    opened.clock.at += 1000;
    const second = await applications.receive(application({ referenceNumber: 'R-2' }), options);
    const find = async (filter: Partial<ApplicationFilter>) => (await applications.page({ audience: everyone, filter: { ...all, ...filter }, first: 10, after: null })).rows.map(({ id }) => id);
    expect(await find({ email: 'jan.élan@EXAMPLE.org' })).toEqual([first.id]);
    expect(await find({ referenceNumbers: ['R-2', 'R-3'] })).toEqual([second.id]);
    expect(await find({ receivedFrom: new Date(opened.clock.at) })).toEqual([second.id]);
    expect(await find({ receivedTo: new Date(opened.clock.at - 1) })).toEqual([first.id]);
  });

  test('are erased by e-mail address with what is still to be forwarded, and their numbers are never used again', async () => {
    await using opened = await openTestStore(engine);
    const { applications, deliveries } = opened.store;
    const forwarded = { ...options, isForwarded: (client: string) => client === 'b' };
    const erased = await applications.receive(application({ account: 'b', resume: cv }), forwarded);
    await applications.receive(application({ account: 'c', email: 'zoe@example.org' }), forwarded);
    const other = await applications.receive(application({ email: 'x@example.org', motivation: 'Zie ZOE@example.org' }), forwarded);
    expect(await deliveries.count({ client: null, status: 'PENDING', applicationId: erased.id })).toBe(1);
    expect(await applications.mentioning('zoe@example.org')).toEqual([other.id]);
    expect(await applications.mentioning('%')).toEqual([]);
    expect(await applications.removeOf('ZOE@example.org')).toEqual({ applications: 2, resumes: [cv.sha256], pendingDeliveries: 1 });
    expect(await deliveries.count({ client: null, status: null, applicationId: null })).toBe(0);
    expect(await applications.removeOf('ZOE@example.org')).toEqual({ applications: 0, resumes: [], pendingDeliveries: 0 });
    await applications.removeOf('x@example.org');
    expect((await applications.receive(application(), options)).id).toBeGreaterThan(other.id);
  });

  test('that mention an address are found whatever its letters and however they are written, in any of many', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const receive = async (change: Partial<NewApplication>) => (await applications.receive(application(change), options)).id;
    await Promise.all(Array.from({ length: 450 }, (_, index) => receive({ referenceNumber: `R-${index}`, motivation: 'Schrijf jos@example.org' })));
    await receive({ email: 'josé@example.org', motivation: 'JOSÉ@EXAMPLE.ORG' });
    const mentions = [
      await receive({ motivation: 'Mail JOSÉ@EXAMPLE.ORG' }),
      await receive({ motivation: 'of jose\u0301@example.org.' }),
      await receive({ motivation: null, custom: { vraag: [{ antwoord: 'José@Example.org' }] } }),
      await receive({ motivation: '', custom: { 'JOSÉ@example.org': true } }),
    ];
    expect(await applications.mentioning(' josé@example.org')).toEqual(mentions);
    expect(await applications.mentioning('JOSE\u0301@example.org')).toEqual(mentions);
    const [sigma, quoted] = [await receive({ motivation: 'ΟΔΟΣ@example.org' }), await receive({ motivation: 'x', custom: { a: '"O\\a"@example.org' } })];
    expect(await applications.mentioning('οδος@example.org')).toEqual([sigma]);
    expect(await applications.mentioning('"o\\a"@example.org')).toEqual([quoted]);
    expect(await applications.mentioning('jos_@example.org')).toEqual([]);
  });

  test('are forgotten when their time is over, however many', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    await Promise.all(Array.from({ length: 1100 }, (_, index) => applications.receive(application({ referenceNumber: `R-${index}` }), options)));
    opened.clock.at += 1000;
    const { id } = await applications.receive(application({ resume: cv }), options);
    expect(await applications.removeReceivedBefore(new Date(opened.clock.at))).toEqual({ applications: 1100, resumes: [], pendingDeliveries: 0 });
    expect(await applications.byId(id, null)).not.toBeNull();
  });

  test('keep their CV as long as one of them refers to it', async () => {
    await using opened = await openTestStore(engine);
    const { applications } = opened.store;
    const removed: string[] = [];
    const forget = () => applications.forgetResume(cv.sha256, async () => void removed.push('removed'));
    await applications.receive(application({ resume: cv }), options);
    await applications.receive(application({ resume: cv, email: 'other@example.org' }), options);
    await applications.removeOf('zoe@example.org');
    expect(await forget()).toBe(false);
    await applications.removeOf('other@example.org');
    expect([await forget(), removed]).toEqual([true, ['removed']]);
  });
});
