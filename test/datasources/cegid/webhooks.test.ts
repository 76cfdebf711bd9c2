import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import type { CegidDataSource } from '../../../src/datasources/cegid/index.ts';
import { parseHookId } from '../../../src/datasources/cegid/wire.ts';
import { ShapeError } from '../../../src/http/parse.ts';
import { rejection, Site } from './site.ts';

const site = new Site();
const { switches, hooks } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const wanted = { event: 'vacancy_update', callbackUrl: 'https://gateway.example/webhooks/cegid/events', pingUrl: 'https://gateway.example/webhooks/cegid/ping' };
const calls = () => site.upstream.requests.filter(({ path }) => path.includes('webhooks')).map(({ method, path, status }) => `${method} ${path.replace(/[0-9a-f]{24}/, '#')} ${status}`);
const live = (hookId: string) => hooks().some((hook) => hook.hookId === hookId);

async function subscribed(source: CegidDataSource = site.open()): Promise<string> {
  const outcome = await source.subscribeWebhook(wanted);
  if (outcome.kind !== 'subscribed') throw new Error('not subscribed');
  return outcome.hookId;
}

describe('a subscription', () => {
  test.each(['plain', 'wrapped'] as const)('gives the id of its hook where the answer is %s', async (hookAnswer) => {
    switches.hookAnswer = hookAnswer;
    const hookId = await subscribed();
    expect(hooks().find((hook) => hook.hookId === hookId)).toEqual({ hookId, ...wanted });
    expect(calls()).toEqual(['POST /api/system/v1/webhooks 201']);
  });

  test.each(['a\u0000', 'a\nb', 'a\ud800', 'a'.repeat(256)])('whose hook has the id %j, which cannot be kept, was answered wrongly', (hookId) => {
    expect(() => parseHookId({ hookId })).toThrow(ShapeError);
    expect(() => parseHookId({ data: { hookId } })).toThrow('hookId');
  });

  test('is made at the other spelling after a 404, which is asked no more', async () => {
    switches.webhookPath = 'v1-system';
    const upstream = site.connect();
    await subscribed(site.operation(upstream));
    const hookId = await subscribed(site.operation(upstream));
    await site.operation(upstream).unsubscribeWebhook(hookId);
    expect(calls()).toEqual(['POST /api/system/v1/webhooks 404', 'POST /api/v1/system/webhooks 201', 'POST /api/v1/system/webhooks 201', 'DELETE /api/v1/system/webhooks/# 204']);
  });

  test('that the site does not take is refused in its words', async () => {
    expect(await site.open().subscribeWebhook({ ...wanted, event: 'vacancy_sneezed' })).toMatchObject({ kind: 'refused', userErrors: [{ code: 'CHANNEL_REFUSED', message: expect.stringContaining('event') }] });
  });

  describe.each(['before', 'after'] as const)('struck %s the site’s work', (when) => {
    test.each<[string, Fault, string]>([
      ['silence', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
      ['a cut connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
      ['500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
      ['429', { kind: 'status', status: 429, headers: { 'retry-after': '5' } }, 'RATE_LIMITED'],
      ['402', { kind: 'status', status: 402 }, 'UPSTREAM_ERROR'],
      ['409', { kind: 'status', status: 409 }, 'UPSTREAM_ERROR'],
      ["a proxy's page", { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
      ['an empty body', { kind: 'empty' }, 'UPSTREAM_INVALID_RESPONSE'],
      ['JSON of another shape', { kind: 'wrong-json' }, 'UPSTREAM_INVALID_RESPONSE'],
    ])('by %s is not made again', async (_name, fault, code) => {
      site.upstream.faults.add({ ...fault, path: 'webhooks', when });
      const source = site.operation(site.connect(), { deadline: site.clock.now() + 400 });
      expect(await rejection(source.subscribeWebhook(wanted))).toMatchObject({ name: 'SourceFailure', source: 'CEGID', code });
      expect(calls()).toHaveLength(1);
    });
  });
});

describe('taking a hook off', () => {
  test('takes off that one, and one that is gone already is off', async () => {
    const source = site.open();
    const [first, second] = [await subscribed(source), await subscribed(source)];
    expect(first).not.toBe(second);
    await source.unsubscribeWebhook(first);
    await source.unsubscribeWebhook(first);
    expect([live(first), live(second)]).toEqual([false, true]);
  });

  test('finds the other spelling by itself', async () => {
    switches.webhookPath = 'v1-system';
    const hookId = await subscribed();
    await site.open().unsubscribeWebhook(hookId);
    expect(live(hookId)).toBe(false);
  });

  describe.each(['before', 'after'] as const)('struck once %s the site’s work', (when) => {
    test.each<[string, Fault]>([
      ['a cut connection', { kind: 'reset' }],
      ['500', { kind: 'status', status: 500 }],
      ['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }],
      ['429', { kind: 'status', status: 429 }],
    ])('by %s is tried again', async (_name, fault) => {
      const source = site.open();
      const hookId = await subscribed(source);
      site.upstream.faults.add({ ...fault, method: 'DELETE', when, times: 1 });
      await source.unsubscribeWebhook(hookId);
      expect([live(hookId), site.upstream.count('DELETE', /webhooks/)]).toEqual([false, 2]);
    });
  });

  test.each<[string, Fault, string]>([
    ['silence', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
    ['a proxy’s page', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['403', { kind: 'status', status: 403 }, 'UPSTREAM_ERROR'],
    ['500 throughout', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
  ])('that meets %s fails', async (_name, fault, code) => {
    const upstream = site.connect();
    const hookId = await subscribed(site.operation(upstream));
    site.upstream.faults.add({ ...fault, method: 'DELETE' });
    const source = site.operation(upstream, { deadline: site.clock.now() + 400 });
    expect(await rejection(source.unsubscribeWebhook(hookId))).toMatchObject({ name: 'SourceFailure', code });
  });

  test.each(['', '.', '..', 'a/b', '../reports', 'x y', '%2e%2e'])('refuses %j, which is no id, without a call', async (hookId) => {
    expect(await rejection(site.open().unsubscribeWebhook(hookId))).toMatchObject({ name: 'BadInput' });
    expect(site.upstream.requests).toEqual([]);
  });
});

test('what a site says of the call for a token is told to nobody: it may quote the secret', async () => {
  site.upstream.faults.add({ kind: 'status', status: 400, path: '/token', body: '{"message":"client_secret sandbox+cegid/secret=&1 is wrong"}' });
  const outcome = await site.open().subscribeWebhook(wanted).catch((error: unknown) => error);
  expect(`${JSON.stringify(outcome)} ${String(outcome)}`).not.toContain('secret');
});
