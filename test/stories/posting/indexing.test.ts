import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { as } from '../../support/clients.ts';
import { type PostingStory, startStory } from './story.ts';

async function ask<T>({ gateway }: PostingStory, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { data, errors } = await gateway.query<{ result: T }>(document, variables);
  expect(errors).toEqual([]);
  if (data === null) throw new Error('there is no answer');
  return data.result;
}
const subscribe = 'mutation ($input: SubscribeWebhookInput!) { result: subscribeWebhook(input: $input) { subscription { id source event callbackUrl pingUrl createdAt } userErrors { code path } } }';
const unsubscribe = 'mutation ($id: ID!) { result: unsubscribeWebhook(id: $id) { id userErrors { code path } } }';
const list = '{ result: webhookSubscriptions { id event } }';
interface Subscribed {
  readonly subscription: { readonly id: string; readonly callbackUrl: string } | null;
}

describe.each(storeEngines)('Cegid’s webhooks and reports on $engine', (engine) => {
  test('a subscription is made once, listed, and ended', async () => {
    await using story = await startStory(engine, { PUBLIC_URL: 'https://gateway.example/' });
    const input = { source: 'CEGID', event: 'vacancy_update' };
    const [first, second] = await Promise.all([ask<Subscribed>(story, subscribe, { input }), ask<Subscribed>(story, subscribe, { input })]);
    expect(first.subscription).toMatchObject({ ...input, callbackUrl: 'https://gateway.example/webhooks/cegid/events', pingUrl: 'https://gateway.example/webhooks/cegid/ping' });
    expect(second).toEqual(first);
    expect(story.sandbox.upstreams.cegid.count('POST', /webhooks/)).toBe(1);
    const id = first.subscription?.id;
    expect(await ask(story, list)).toEqual([{ id, event: 'vacancy_update' }]);
    expect(await ask(story, unsubscribe, { id })).toEqual({ id, userErrors: [] });
    expect(await ask(story, list)).toEqual([]);
    expect(await ask(story, unsubscribe, { id })).toMatchObject({ id: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] });
  });

  test.each([{}, { PUBLIC_URL: 'http://127.0.0.1:4000' }])('a subscription to a gateway that nobody outside reaches is not made: %o', async (environment) => {
    await using story = await startStory(engine, environment);
    const input = { source: 'CEGID', event: 'vacancy_update' };
    expect(await ask(story, subscribe, { input })).toMatchObject({ subscription: null, userErrors: [{ code: 'REQUIRED', path: ['input', 'callbackUrl'] }] });
    expect(story.sandbox.upstreams.cegid.count('POST', /webhooks/)).toBe(0);
    const callbackUrl = 'https://elsewhere.example/hook';
    expect(await ask(story, subscribe, { input: { ...input, callbackUrl } })).toMatchObject({ subscription: { callbackUrl, pingUrl: callbackUrl }, userErrors: [] });
  });

  test.each(['callbackUrl', 'pingUrl'])('a subscription whose %s holds a password is neither kept nor told to the site', async (name) => {
    await using story = await startStory(engine);
    const input = { source: 'CEGID', event: 'vacancy_update', callbackUrl: 'https://elsewhere.example/hook', [name]: 'https://me:geheim@elsewhere.example/hook' };
    expect(await ask(story, subscribe, { input })).toMatchObject({ subscription: null, userErrors: [{ code: 'INVALID_FORMAT', path: ['input', name] }] });
    expect(await ask(story, list)).toEqual([]);
    expect(story.sandbox.upstreams.cegid.count('POST', /webhooks/)).toBe(0);
  });

  test('a subscription whose answer is lost is kept, and taken up by the next', async () => {
    await using story = await startStory(engine);
    const input = { source: 'CEGID', event: 'vacancy_update', callbackUrl: 'https://elsewhere.example/hook' };
    story.sandbox.upstreams.cegid.faults.add({ kind: 'reset', when: 'after', method: 'POST', path: 'webhooks' });
    expect((await story.gateway.query(subscribe, { input })).errors).toHaveLength(1);
    story.sandbox.upstreams.cegid.faults.clear();
    const [kept] = await ask<readonly { readonly id: string }[]>(story, list);
    expect(await ask(story, unsubscribe, { id: kept?.id })).toMatchObject({ id: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await ask(story, subscribe, { input })).toMatchObject({ subscription: { id: kept?.id }, userErrors: [] });
    expect(await ask(story, unsubscribe, { id: kept?.id })).toEqual({ id: kept?.id, userErrors: [] });
  });

  test('a subscription that is refused leaves nothing behind', async () => {
    await using story = await startStory(engine);
    story.sandbox.upstreams.cegid.faults.add({ kind: 'status', status: 403, method: 'POST', path: 'webhooks' });
    const input = { source: 'CEGID', event: 'vacancy_update', callbackUrl: 'https://elsewhere.example/hook' };
    expect((await story.gateway.query(subscribe, { input })).errors).toHaveLength(1);
    expect(await ask(story, list)).toEqual([]);
  });

  test('a source that cannot call back is an error of the field alone', async () => {
    await using story = await startStory(engine);
    const { data, errors } = await story.gateway.query(`mutation { subscribeWebhook(input: { source: VDAB, event: "x", callbackUrl: "https://a.example/x" }) { userErrors { code } } }`);
    expect(data).toEqual({ subscribeWebhook: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNSUPPORTED_BY_SOURCE']);
  });

  test('a report is told to Cegid', async () => {
    await using story = await startStory(engine, {}, 'demo');
    const item = { date: '2026-11-01T08:00:00Z', lastUpdateDate: '2026-11-02T08:00:00Z' };
    const report = { reportType: 'VACANCIES', items: [{ ...item, id: 'REF-1', status: 'SUCCESS' }, { ...item, id: 'REF-2', status: 'ERROR', messages: ['no title'] }] };
    const told = await ask(story, 'mutation ($input: IndexingReportInput!) { result: reportIndexing(input: $input) { acceptedItems rejectedItems error { code } userErrors { code path } } }', { input: report });
    expect(told).toEqual({ acceptedItems: 2, rejectedItems: 0, error: null, userErrors: [] });
    const { data } = await story.gateway.query('{ mutationLog { nodes { operation target outcome } } }', {}, as('admin'));
    expect(data).toEqual({ mutationLog: { nodes: [{ operation: 'reportIndexing', target: 'CEGID', outcome: 'DONE' }] } });
  });
});
