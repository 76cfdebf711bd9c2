import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { Forwarder } from '../../src/forwarding/forwarder.ts';
import { openStore } from '../../src/store/index.ts';
import { type Seen, upstream } from '../http/server.ts';
import { storeEngines } from '../store/engines.ts';
import { openTestStore } from '../store/open.ts';
import { endpoint, forwarderOn, kept, newSecret, received, secret } from './world.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Sends what is due now, whatever its places, and waits for what comes of it. */
async function round(forwarder: Forwarder): Promise<number> {
  let sent = 0;
  await forwarder.idle();
  for (let begun = 1; begun > 0; sent += begun) {
    begun = await forwarder.begin();
    await forwarder.idle();
  }
  return sent;
}

function verified({ body, headers }: Seen, by: string): unknown {
  return new Webhook(by).verify(body, { 'webhook-id': String(headers['webhook-id']), 'webhook-timestamp': String(headers['webhook-timestamp']), 'webhook-signature': String(headers['webhook-signature']) });
}

describe.each(storeEngines)('forwarding from $engine', (engine) => {
  test('an application reaches its partner signed, and the partner can verify it', async () => {
    await using test = await openTestStore(engine);
    test.clock.at = Date.now();
    await using partner = await upstream((response) => void response.writeHead(204).end());
    const resume = { sha256: 'a'.repeat(64), byteLength: 3, fileName: 'cv.pdf', contentType: 'application/pdf' };
    const id = await received(test.store, 'portal-x', { resume });
    const forwarder = forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(`${partner.url}/hooks`) }, now: () => test.clock.at });
    expect([await round(forwarder), await round(forwarder)]).toEqual([1, 0]);
    const [delivery] = await kept(test.store);
    expect(delivery).toMatchObject({ status: 'DELIVERED', attempts: [{ httpStatus: 204, fault: null }] });
    const [seen, ...more] = partner.seen;
    if (seen === undefined) throw new Error('nothing came');
    expect(more).toEqual([]);
    expect(seen).toMatchObject({ method: 'POST', url: '/hooks', headers: { 'content-type': 'application/json', 'webhook-id': delivery?.id } });
    expect(verified(seen, secret)).toEqual({
      type: 'application.received',
      timestamp: new Date(test.clock.at).toISOString(),
      data: {
        id: `ictergezocht:application:${id}`,
        source: 'ICTERGEZOCHT',
        receivedAt: new Date(test.clock.at).toISOString(),
        referenceNumber: 'R-1',
        name: 'Jip de Boer',
        email: 'jip@example.org',
        phone: '+31612345678',
        city: 'Delft',
        motivation: 'Graag!',
        origin: 'indeed',
        campaign: 'c',
        custom: { shift: 'night' },
        resume: { ...resume, url: `https://gateway.example/applications/${id}/resume` },
      },
    });
    expect(() => verified({ ...seen, body: seen.body.replace('Jip', 'Jap') }, secret)).toThrow('No matching signature');
    expect(() => verified(seen, newSecret)).toThrow('No matching signature');
  });

  test('while a secret is being replaced, both the old and the new verify', async () => {
    await using test = await openTestStore(engine);
    test.clock.at = Date.now();
    await using partner = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    await round(forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url, { secrets: [newSecret, secret] }) }, now: () => test.clock.at }));
    const [seen] = partner.seen;
    if (seen === undefined) throw new Error('nothing came');
    expect([verified(seen, secret), verified(seen, newSecret)]).toMatchObject([{ type: 'application.received' }, { type: 'application.received' }]);
  });

  test('a receiver that fails is tried again, under the same id and a new time, until it takes it', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response, _seen, count) => void response.writeHead(count < 4 ? 500 : 200).end());
    await received(test.store, 'portal-x');
    const forwarder = forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at });
    const sent: number[] = [];
    for (const pauseMs of [0, 4999, 1, 5 * minuteMs - 1, 1, 30 * minuteMs - 1, 1, 24 * hourMs]) {
      test.clock.at += pauseMs;
      sent.push(await round(forwarder));
    }
    expect(sent).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
    const [delivery] = await kept(test.store);
    expect(delivery).toMatchObject({ status: 'DELIVERED', nextAttemptAt: null });
    expect(delivery?.attempts.map(({ httpStatus, fault }) => [httpStatus, fault])).toEqual([[500, 'STATUS'], [500, 'STATUS'], [500, 'STATUS'], [200, null]]);
    expect(new Set(partner.seen.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(partner.seen.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(4);
    expect(new Set(partner.seen.map(({ headers }) => headers['webhook-signature'])).size).toBe(4);
  });

  test('it is given up after three days, and tried anew where somebody asks', async () => {
    await using test = await openTestStore(engine);
    let status = 500;
    await using partner = await upstream((response) => void response.writeHead(status).end());
    await received(test.store, 'portal-x');
    const forwarder = forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at });
    const startedAt = test.clock.at;
    for (let next: Date | null = new Date(startedAt); next !== null; next = (await kept(test.store))[0]?.nextAttemptAt ?? null) {
      test.clock.at = next.getTime();
      // The lane may still rest.
      while ((await round(forwarder)) === 0) test.clock.at += minuteMs;
    }
    const [delivery] = await kept(test.store);
    expect(delivery?.status).toBe('FAILED');
    expect(delivery?.attempts).toHaveLength(11);
    expect((delivery?.settledAt?.getTime() ?? 0) - startedAt).toBeGreaterThanOrEqual(72 * hourMs);
    expect((delivery?.settledAt?.getTime() ?? 0) - startedAt).toBeLessThan(73 * hourMs);
    status = 200;
    test.clock.at += hourMs;
    expect(await round(forwarder)).toBe(0);
    await test.store.deliveries.replay(delivery?.id ?? '');
    expect(await round(forwarder)).toBe(1);
    expect(await kept(test.store)).toMatchObject([{ id: delivery?.id, status: 'DELIVERED' }]);
    expect(new Set(partner.seen.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('a receiver that asks to wait is left alone for as long, and 410 is the last word', async () => {
    await using test = await openTestStore(engine);
    await using busy = await upstream((response) => void response.writeHead(503, { 'retry-after': '7200' }).end());
    await using gone = await upstream((response) => void response.writeHead(410).end());
    await received(test.store, 'portal-x');
    await received(test.store, 'portal-y');
    const endpoints = { 'portal-x': endpoint(busy.url), 'portal-y': endpoint(gone.url) };
    await round(forwarderOn(test.store, { endpoints, now: () => test.clock.at }));
    const byClient = new Map((await kept(test.store)).map((delivery) => [delivery.client, delivery]));
    expect(byClient.get('portal-x')).toMatchObject({ status: 'PENDING', nextAttemptAt: new Date(test.clock.at + 2 * hourMs) });
    expect(byClient.get('portal-y')).toMatchObject({ status: 'FAILED', attempts: [{ httpStatus: 410, fault: 'GONE' }] });
  });

  test('nothing goes where a redirect leads', async () => {
    await using test = await openTestStore(engine);
    await using inside = await upstream((response) => void response.end());
    await using partner = await upstream((response) => void response.writeHead(307, { location: `${inside.url}/admin` }).end());
    await received(test.store, 'portal-x');
    await round(forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at }));
    expect(await kept(test.store)).toMatchObject([{ status: 'PENDING', attempts: [{ httpStatus: 307, fault: 'REDIRECT' }] }]);
    expect(inside.accepted()).toBe(0);
  });

  test('nothing goes to an address of this machine that a name leads to, unless that is allowed', async () => {
    await using test = await openTestStore(engine);
    await using inside = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    await received(test.store, 'portal-y');
    const url = `https://portal.example:${new URL(inside.url).port}/`;
    const endpoints = { 'portal-x': endpoint(url, { allowPrivate: false }), 'portal-y': endpoint(inside.url, { allowPrivate: false }) };
    await round(forwarderOn(test.store, { endpoints, now: () => test.clock.at, outgoing: { lookup: (_host, found) => found(null, [{ address: '127.0.0.1', family: 4 }]) } }));
    const faults = (await kept(test.store)).map(({ client, attempts }) => [client, attempts[0]?.fault]);
    expect(faults.toSorted()).toEqual([['portal-x', 'ADDRESS_REFUSED'], ['portal-y', 'NOT_CONFIGURED']]);
    expect(inside.accepted()).toBe(0);
  });

  test('a receiver that is slow, or dies, costs its own deliveries an attempt each and no other client anything', async () => {
    await using test = await openTestStore(engine);
    await using slow = await upstream(() => undefined);
    await using dying = await upstream((response) => void response.destroy());
    await using well = await upstream((response) => void response.end());
    const clients = ['slow', 'dying', 'well'];
    for (let index = 0; index < 12; index += 1) for (const client of clients) await received(test.store, client, { name: `Jip ${index}` });
    const forwarder = forwarderOn(test.store, { endpoints: { slow: endpoint(slow.url), dying: endpoint(dying.url), well: endpoint(well.url) }, now: () => test.clock.at, outgoing: { timeoutMs: 1000 } });
    // What is well is through before the first slow one has run out of time.
    await expect.poll(async () => {
      await forwarder.begin();
      return well.seen.length;
    }, { interval: 5 }).toBe(12);
    expect(slow.seen).toHaveLength(4);
    await round(forwarder);
    const statusOf = Map.groupBy(await kept(test.store), ({ client }) => client);
    expect(statusOf.get('well')?.map(({ status }) => status)).toEqual(Array(12).fill('DELIVERED'));
    for (const [client, fault] of [['slow', 'TIMEOUT'], ['dying', 'BROKEN_OFF']] as const) {
      const tried = statusOf.get(client)?.filter(({ attempts }) => attempts.length > 0) ?? [];
      // Four at a time, until five in a row say that nobody is there: then it rests, and the others keep all their tries.
      expect(tried.length).toBeGreaterThanOrEqual(5);
      expect(tried.length).toBeLessThanOrEqual(8);
      expect(tried.every(({ attempts }) => attempts.length === 1 && attempts[0]?.fault === fault)).toBe(true);
    }
  });

  test('several processes share the work, and each delivery is sent once', async () => {
    const where = await engine.place();
    const stores = await Promise.all(Array.from({ length: 3 }, () => openStore({ ...where, now: Date.now })));
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    await using partner = await upstream((response) => void response.end());
    for (let index = 0; index < 60; index += 1) await received(store, 'portal-x', { name: `Jip ${index}` });
    const forwarders = stores.map((one) => forwarderOn(one, { endpoints: { 'portal-x': endpoint(partner.url) }, now: Date.now }));
    const shares = await Promise.all(forwarders.map(round));
    expect(shares.reduce((sum, share) => sum + share)).toBe(60);
    expect(new Set(partner.seen.map(({ headers }) => headers['webhook-id'])).size).toBe(60);
    expect(partner.seen).toHaveLength(60);
    await Promise.all(stores.map((one) => one.close()));
    await where.remove();
  });

  test('what a process took and died over is sent by another once its lease has run out', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    await received(test.store, 'portal-x', { name: 'Jap' });
    const { deliveries } = test.store;
    await deliveries.claim({ client: 'portal-x', limit: 1, holder: 'dead', leaseMs: 0 });
    await deliveries.claim({ client: 'portal-x', limit: 2, holder: 'dead', leaseMs: 0 });
    expect(await round(forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at }))).toBe(2);
    expect((await kept(test.store)).map(({ status }) => status)).toEqual(['DELIVERED', 'DELIVERED']);
  });

  test('a process that closes gives back what it was sending, without an attempt lost', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response, _seen, count) => void (count > 1 && response.end()));
    await received(test.store, 'portal-x');
    const options = { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at };
    const closing = forwarderOn(test.store, options);
    await closing.begin();
    await expect.poll(() => partner.seen.length).toBe(1);
    await closing.close();
    expect(await closing.begin()).toBe(0);
    expect(await kept(test.store)).toMatchObject([{ status: 'PENDING', attempts: [] }]);
    await round(forwarderOn(test.store, options));
    expect(await kept(test.store)).toMatchObject([{ status: 'DELIVERED' }]);
  });

  test('a client whose endpoint is not stated any more keeps its deliveries while they are tried', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    await round(forwarderOn(test.store, { endpoints: {}, now: () => test.clock.at }));
    expect(await kept(test.store)).toMatchObject([{ status: 'PENDING', attempts: [{ fault: 'NOT_CONFIGURED' }] }]);
    test.clock.at += 5000;
    await round(forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at }));
    expect(await kept(test.store)).toMatchObject([{ status: 'DELIVERED' }]);
  });

  test('an application that was erased in between is told to nobody', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    await round(forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at, applicationById: async () => null }));
    expect(await kept(test.store)).toMatchObject([{ status: 'CANCELLED', attempts: [] }]);
    expect(partner.accepted()).toBe(0);
  });

  test('a secret that cannot sign is told of, and costs an attempt', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    const told: unknown[] = [];
    await round(forwarderOn(test.store, { endpoints: { 'portal-x': endpoint(partner.url, { secrets: ['whsec_%%%'] }) }, now: () => test.clock.at, unexpected: (error) => told.push(error) }));
    expect(told).toHaveLength(1);
    expect(await kept(test.store)).toMatchObject([{ status: 'PENDING', attempts: [{ fault: 'INTERNAL' }] }]);
  });

  test('a store that fails over one delivery is told of, and that is tried again when its lease has run out', async () => {
    await using test = await openTestStore(engine);
    await using partner = await upstream((response) => void response.end());
    await received(test.store, 'portal-x');
    const told: unknown[] = [];
    const options = { endpoints: { 'portal-x': endpoint(partner.url) }, now: () => test.clock.at, unexpected: (error: unknown) => told.push(error), leaseMs: 1 };
    const failing = forwarderOn(test.store, { ...options, applicationById: () => Promise.reject(new Error('the store is away')) });
    await failing.begin();
    await failing.idle();
    expect(told).toMatchObject([{ message: 'the store is away' }]);
    const forwarder = forwarderOn(test.store, options);
    await expect.poll(() => round(forwarder)).toBe(1);
    expect(await kept(test.store)).toMatchObject([{ status: 'DELIVERED' }]);
  });
});
