import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eventSignature } from '../../sandbox/cegid/events.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { CegidCaller } from './cegid-caller.ts';
import { Receiver } from './receiver.ts';

const caller = new CegidCaller();
const { cegid, upstream } = caller;
const receiver = new Receiver();

beforeAll(async () => {
  await Promise.all([upstream.start(), receiver.start()]);
});
afterEach(() => {
  caller.reset();
  receiver.calls.length = 0;
});
afterAll(async () => {
  await Promise.all([upstream.stop(), receiver.stop()]);
});

describe('webhooks', () => {
  const subscription = { event: 'vacancy_new', callbackUrl: 'http://127.0.0.1:9/events', pingUrl: 'http://127.0.0.1:9/ping' };
  const path = 'api/system/v1/webhooks';

  async function subscribe(body: unknown = subscription): Promise<string> {
    const response = await caller.call(path, 'POST', body);
    expect(response.status).toBe(201);
    const answer: unknown = await response.json();
    return isRecord(answer) ? String(answer['hookId']) : '';
  }

  test('are subscribed to and ended; twice gives two hooks', async () => {
    const [first, second] = [await subscribe(), await subscribe()];
    expect(first).not.toBe(second);
    expect(cegid.hooks().map(({ hookId }) => hookId)).toEqual([first, second]);
    expect(await caller.status(`${path}/${first}`, 'DELETE')).toBe(204);
    expect(await caller.status(`${path}/${first}`, 'DELETE')).toBe(404);
    expect(await caller.status(`${path}/${second}`, 'DELETE')).toBe(204);
    expect(cegid.hooks()).toEqual([]);
  });

  test('lie on the path that the switch says, and only there', async () => {
    expect(await caller.status('api/v1/system/webhooks', 'POST', subscription)).toBe(404);
    Object.assign(cegid.switches, { webhookPath: 'v1-system', hookAnswer: 'wrapped' });
    expect(await caller.status(path, 'POST', subscription)).toBe(404);
    const response = await caller.call('api/v1/system/webhooks', 'POST', subscription);
    expect(await response.json()).toEqual({ data: { hookId: expect.any(String) } });
  });

  test.each([
    ['an unknown event', { ...subscription, event: 'vacancy_gone' }],
    ['a relative URL', { ...subscription, callbackUrl: '/events' }],
    ['no ping URL', { event: 'vacancy_new', callbackUrl: subscription.callbackUrl }],
    ['an unknown key', { ...subscription, secret: 'x' }],
  ])('are refused with %s', async (_case, body) => {
    expect(await caller.status(path, 'POST', body)).toBe(400);
  });

  test('are sent signed, with a signature whose + stands raw in the query', async () => {
    const { clientId, clientSecret } = cegid.credentials;
    let raw = '';
    for (let number = 0; !raw.includes('+'); number += 1) {
      expect(await cegid.sendEvent(`${receiver.url}/events?site=1`, { event_type: 'vacancy_new', reference: `2026-${number}` })).toEqual({ status: 200, body: 'ok' });
      raw = receiver.calls.at(-1)?.target ?? '';
    }
    const call = receiver.calls.at(-1);
    const [query = '', signature = ''] = raw.slice('/events?'.length).split('&signature=');
    const expires = String(call?.headers['x-ts-rec-expires']);
    expect(query).toBe(`site=1&client_id=${clientId}`);
    expect(Math.abs(Number(expires) - caller.clock.now() / 1000 - 300)).toBeLessThan(5);
    const parts = { contentMd5: String(call?.headers['content-md5']), contentType: 'application/json', expires, vendorHeaders: { 'x-ts-rec-expires': expires }, path: '/events', query };
    expect(signature).toBe(eventSignature(parts, clientSecret));
    expect(signature).not.toBe(eventSignature(parts, 'another secret'));
  });

  test('are signed by a recipe with a known answer', () => {
    const parts = { contentMd5: '', contentType: 'application/json', expires: '1700000000', vendorHeaders: { 'x-ts-rec-expires': '1700000000', 'x-ts-rec-event': 'a' }, path: '/hook', query: 'client_id=c' };
    // By `openssl dgst -sha1 -hmac secret -binary | base64` over the canonical text.
    expect(eventSignature(parts, 'secret')).toBe('RJCswnNNuT6b2xlBJqHHwfz40p8=');
  });

  test('go to every hook of the event, and pings to the ping URL', async () => {
    Object.assign(cegid.switches, { contentMd5: 'absent', signatureEncoding: 'percent' });
    const hookId = await subscribe({ event: 'applicant_new', callbackUrl: `${receiver.url}/events`, pingUrl: `${receiver.url}/ping` });
    expect(await cegid.notify({ event_type: 'applicant_new', applicantId: '_TS-00001' })).toHaveLength(1);
    expect(await cegid.notify({ event_type: 'vacancy_deleted', reference: 'x' })).toHaveLength(0);
    await cegid.ping(`${receiver.url}/ping`);
    expect(receiver.calls.map(({ target, body }) => [target.split('?')[0], body])).toEqual([
      ['/events', '{"event_type":"applicant_new","applicantId":"_TS-00001"}'],
      ['/ping', '{"event_type":"ping"}'],
    ]);
    expect(receiver.calls.some(({ target, headers }) => target.includes('+') || 'content-md5' in headers)).toBe(false);
    await caller.call(`${path}/${hookId}`, 'DELETE');
  });

  test('never leave loopback', async () => {
    await expect(cegid.sendEvent('https://example.org/events', { event_type: 'vacancy_new' })).rejects.toThrow('loopback only');
  });
});

describe('what the site is made to tell', () => {
  test('changes the vacancy and is sent where it is to go', async () => {
    const [vacancy] = cegid.data.vacancies;
    const reference = String(vacancy?.reference);
    const before = receiver.calls.length;
    expect(await cegid.actions?.['events']?.({ event_type: 'vacancy_update', reference, title: 'Sluiswachter', callbackUrl: `${receiver.url}/told` })).toEqual([{ status: 200, body: 'ok' }]);
    expect([vacancy?.jobDescription.title, receiver.calls.slice(before).map(({ body }) => body)]).toEqual(['Sluiswachter', [JSON.stringify({ event_type: 'vacancy_update', reference })]]);
  });

  test.each([
    [[], 'body'],
    [{ event_type: 'vacancy_sneezed' }, 'event_type'],
    [{ event_type: 'vacancy_new', reference: 1 }, 'reference'],
    [{ event_type: 'vacancy_new', colour: 'red' }, 'colour'],
    [{ event_type: 'vacancy_new', callbackUrl: 'there' }, 'callbackUrl'],
  ])('is refused where it is %j, naming the field', async (body, field) => {
    await expect(cegid.actions?.['events']?.(body)).rejects.toMatchObject({ field });
  });
});
