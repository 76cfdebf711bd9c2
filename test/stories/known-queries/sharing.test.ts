import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { type Respond, upstream } from '../../http/server.ts';
import { as } from '../../support/clients.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { askAndWait } from '../../support/leaving-client.ts';
import { useStory } from '../../support/story.ts';

const story = useStory({ clients: 'demo' });

/** Details of VDAB that wait until they are told to go, each answered with the id that was asked for. */
function slowDetails() {
  const waiting: { readonly id: string; readonly response: ServerResponse }[] = [];
  let dropped = 0;
  let holds = false;
  const answer = ({ id, response }: (typeof waiting)[number]) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ vacatureReferentie: { interneReferentie: id }, status: 'GEPUBLICEERD', functie: { functieTitel: `title of ${id}` } }));
  const respond: Respond = (response, { url }) => {
    const entry = { id: url.split('/').at(-1) ?? '', response };
    if (!holds) return answer(entry);
    waiting.push(entry);
    response.once('close', () => {
      if (!response.writableFinished) dropped += 1;
    });
    return undefined;
  };
  return {
    respond,
    waiting,
    dropped: () => dropped,
    hold: () => void (holds = true),
    letGo() {
      holds = false;
      for (const entry of waiting.splice(0)) answer(entry);
    },
  };
}

const document = 'query($id: ID!) { vacancy(id: $id) { id title } }';

interface Detail {
  readonly vacancy: { readonly id: string; readonly title: string } | null;
}

/** A gateway whose document is known, and that keeps no rows, on a VDAB that answers when it is told to. */
async function known(vdab: ReturnType<typeof slowDetails>, url: string, clients: readonly Parameters<typeof as>[0][] = [null]): Promise<TestGateway> {
  const gateway = await story.cold({ VDAB_BASE_URL: url, CACHE_MAX_ENTRIES: '1', METRICS_PORT: '0' });
  for (const client of clients) for (let time = 0; time < 2; time += 1) await gateway.query(document, { id: `vdab:vacancy:${randomUUID()}` }, as(client));
  vdab.hold();
  return gateway;
}

async function joined(gateway: TestGateway): Promise<number> {
  const text = await (await fetch(gateway.metricsUrl ?? '')).text();
  return Number(/^werkgraph_known_queries_total\{way="joined"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

const asks = (gateway: TestGateway, id: string, client: Parameters<typeof as>[0] = null, headers: Readonly<Record<string, string>> = {}) =>
  gateway.query<Detail>(document, { id: `vdab:vacancy:${id}` }, { headers: { ...as(client).headers, ...headers } });

/** Time for requests that were sent to be under way: one more round trip behind them. */
async function underWay(gateway: TestGateway): Promise<void> {
  await fetch(`${gateway.url}/health/live`);
  await fetch(`${gateway.url}/health/live`);
}

describe('the same query, asked by callers of one identity at once', () => {
  test('is executed once, and each has the answer', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url);
    const id = randomUUID();
    const before = server.seen.length;
    const answers = Array.from({ length: 20 }, () => asks(gateway, id));
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1), { timeout: 20_000 });
    await underWay(gateway);
    vdab.letGo();
    for (const { data, errors } of await Promise.all(answers)) {
      expect(errors).toEqual([]);
      expect(data?.vacancy?.title).toBe(`title of ${id}`);
    }
    expect(server.seen).toHaveLength(before + 1);
    expect(await joined(gateway)).toBe(19);
  });

  test('is another query with other variables: each has the answer to its own', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url);
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const answers = ids.map((id) => asks(gateway, id));
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(10), { timeout: 20_000 });
    vdab.letGo();
    expect((await Promise.all(answers)).map(({ data }) => data?.vacancy?.title)).toEqual(ids.map((id) => `title of ${id}`));
    expect(await joined(gateway)).toBe(0);
  });

  test('is not that of a caller of another identity, nor of another purpose', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url, [null, 'bi', 'frontend']);
    const id = randomUUID();
    const answers = [asks(gateway, id), asks(gateway, id, 'bi'), asks(gateway, id, 'frontend'), asks(gateway, id, null, { 'x-purpose': 'a test' })];
    await vi.waitFor(() => expect(vdab.waiting.length).toBeGreaterThan(0), { timeout: 20_000 });
    await underWay(gateway);
    vdab.letGo();
    expect((await Promise.all(answers)).map(({ data }) => data?.vacancy?.title)).toEqual(answers.map(() => `title of ${id}`));
    expect(await joined(gateway)).toBe(0);
  });

  test('goes on for the others when the one who began it leaves', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url);
    const id = randomUUID();
    const leader = askAndWait(gateway.url, document, { id: `vdab:vacancy:${id}` });
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1), { timeout: 20_000 });
    const follower = asks(gateway, id);
    await underWay(gateway);
    await leader.leave();
    await underWay(gateway);
    expect(vdab.dropped()).toBe(0);
    vdab.letGo();
    expect((await follower).data?.vacancy?.title).toBe(`title of ${id}`);
    expect(await joined(gateway)).toBe(1);
  });

  test('stops its upstream call when all of them have left', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url);
    const variables = { id: `vdab:vacancy:${randomUUID()}` };
    const leaving = [askAndWait(gateway.url, document, variables), askAndWait(gateway.url, document, variables)];
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1), { timeout: 20_000 });
    await underWay(gateway);
    await leaving[0]?.leave();
    await underWay(gateway);
    expect(vdab.dropped()).toBe(0);
    await leaving[1]?.leave();
    await vi.waitFor(() => expect(vdab.dropped()).toBe(1), { timeout: 20_000 });
  });

  test('shares its error with those who asked for it, and with nobody behind them', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url);
    const id = randomUUID();
    const together = [asks(gateway, id), asks(gateway, id)];
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1), { timeout: 20_000 });
    await underWay(gateway);
    for (const { response } of vdab.waiting.splice(0)) response.writeHead(400, { 'content-type': 'application/json' }).end('{}');
    for (const { errors } of await Promise.all(together)) expect(errors[0]?.extensions.code).toBe('UPSTREAM_ERROR');
    vdab.letGo();
    expect((await asks(gateway, id)).data?.vacancy?.title).toBe(`title of ${id}`);
  });

  test('is executed anew for who asks behind a mutation', async () => {
    const vdab = slowDetails();
    await using server = await upstream(vdab.respond);
    const gateway = await known(vdab, server.url);
    const id = randomUUID();
    const before = asks(gateway, id);
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1), { timeout: 20_000 });
    await gateway.query('mutation { unsubscribeWebhook(id: "nothing") { id userErrors { code } } }');
    const behind = asks(gateway, id);
    await underWay(gateway);
    vdab.letGo();
    await Promise.all([before, behind]);
    expect(await joined(gateway)).toBe(0);
  });
});
