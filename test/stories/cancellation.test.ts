import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { type Respond, upstream } from '../http/server.ts';
import { askAndWait } from '../support/leaving-client.ts';
import { useStory } from '../support/story.ts';

const story = useStory();
const document = '{ vacancies(first: 1, sources: [VDAB]) { nodes { id } sources { source status error { code } } } }';
const id = '0b2f7d5c-6a3e-4c52-9d6e-1f2a3b4c5d6e';
const listing = JSON.stringify({ aantal: 1, resultaten: [{ vacatureReferentie: { interneReferentie: id } }] });

interface Page {
  readonly vacancies: { readonly nodes: readonly { readonly id: string }[]; readonly sources: readonly unknown[] };
}

/** A VDAB that answers nothing until it is told to, and knows which of its connections were dropped. */
function patience() {
  const waiting: ServerResponse[] = [];
  let dropped = 0;
  const respond: Respond = (response) => {
    waiting.push(response);
    response.once('close', () => {
      if (!response.writableFinished) dropped += 1;
    });
  };
  return {
    respond,
    waiting,
    dropped: () => dropped,
    answer: (body = listing) => waiting.forEach((response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body)),
  };
}

describe('a client that leaves', () => {
  test('stops its upstream call: the connection is dropped', async () => {
    const vdab = patience();
    await using server = await upstream(vdab.respond);
    const gateway = await story.cold({ VDAB_BASE_URL: server.url });
    const caller = askAndWait(gateway.url, document);
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1));
    expect(vdab.dropped()).toBe(0);
    await caller.leave();
    await vi.waitFor(() => expect(vdab.dropped()).toBe(1));
    expect(server.seen).toHaveLength(1);
  });

  test('stops all of them, at every source', async () => {
    const [cso, vdab, cegid] = [patience(), patience(), patience()];
    await using csoServer = await upstream(cso.respond);
    await using vdabServer = await upstream(vdab.respond);
    await using cegidServer = await upstream(cegid.respond);
    const gateway = await story.cold({ CSO_BASE_URL: csoServer.url, VDAB_BASE_URL: vdabServer.url, CEGID_BASE_URL: cegidServer.url });
    // CSO's key and Cegid's token are everyone's: asking for them goes on. What is asked with them is the caller's.
    const caller = askAndWait(gateway.url, '{ vacancies(first: 1) { nodes { id } } }');
    await vi.waitFor(() => expect([cso.waiting.length, vdab.waiting.length, cegid.waiting.length]).toEqual([1, 1, 1]));
    await caller.leave();
    await vi.waitFor(() => expect(vdab.dropped()).toBe(1));
    cso.answer('{"result":"0b2f7d5c-6a3e-4c52-9d6e-1f2a3b4c5d6e"}');
    cegid.answer('{"access_token":"token","token_type":"bearer","expires_in":1199}');
    // The next caller finds them; for the one who left nothing more was asked.
    const next = askAndWait(gateway.url, '{ vacancies(first: 1, sources: [CSO, CEGID], filter: { keywords: "next" }) { nodes { id } } }');
    await vi.waitFor(() => expect([cso.waiting.length, cegid.waiting.length]).toEqual([2, 2]));
    expect(csoServer.seen.map(({ url }) => url)).toEqual(['/getApiKey.json', '/getJobs.json']);
    expect(csoServer.seen[1]?.body).toContain('next');
    await next.leave();
    await vi.waitFor(() => expect([cso.dropped(), cegid.dropped()]).toEqual([1, 1]));
  });

  test('does not take the call from another who waits for the same', async () => {
    const vdab = patience();
    await using server = await upstream(vdab.respond);
    const gateway = await story.cold({ VDAB_BASE_URL: server.url });
    const leaving = askAndWait(gateway.url, document);
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1));
    const stays = gateway.query<Page>(document);
    // The other has to be on the call before the first one leaves it; what it asks beside shows that it has arrived.
    await gateway.query('{ __typename }');
    await leaving.leave();
    await gateway.query('{ __typename }');
    expect(vdab.dropped()).toBe(0);
    vdab.answer();
    expect((await stays).data?.vacancies.nodes).toEqual([{ id: `vdab:vacancy:${id}` }]);
    expect(server.seen).toHaveLength(1);
  });

  test('with everyone else who waited ends the call', async () => {
    const vdab = patience();
    await using server = await upstream(vdab.respond);
    const gateway = await story.cold({ VDAB_BASE_URL: server.url });
    const callers = [askAndWait(gateway.url, document), askAndWait(gateway.url, document)];
    await vi.waitFor(() => expect(vdab.waiting).toHaveLength(1));
    await gateway.query('{ __typename }');
    await Promise.all(callers.map((caller) => caller.leave()));
    await vi.waitFor(() => expect(vdab.dropped()).toBe(1));
  });

  test('is no failure of the upstream: it stays healthy', async () => {
    const vdab = patience();
    await using server = await upstream(vdab.respond);
    const gateway = await story.cold({ VDAB_BASE_URL: server.url });
    for (let turn = 1; turn <= 6; turn += 1) {
      const caller = askAndWait(gateway.url, document);
      await vi.waitFor(() => expect(vdab.waiting).toHaveLength(turn));
      await caller.leave();
      await vi.waitFor(() => expect(vdab.dropped()).toBe(turn));
    }
    const { data } = await gateway.query<{ sources: { source: string; healthy: boolean }[] }>('{ sources { source healthy } }');
    expect(data?.sources).toContainEqual({ source: 'VDAB', healthy: true });
  });
});

describe('a budget that has run out', () => {
  test.each([
    ['of the source', { SOURCE_TIMEOUT_MS: '300', OPERATION_TIMEOUT_MS: '5000' }],
    ['of the operation', { SOURCE_TIMEOUT_MS: '5000', OPERATION_TIMEOUT_MS: '300' }],
  ])('%s drops the connection too, and the source is said to have taken too long', async (_name, environment) => {
    const vdab = patience();
    await using server = await upstream(vdab.respond);
    const gateway = await story.cold({ VDAB_BASE_URL: server.url, ...environment });
    const { data } = await gateway.query<Page>(document);
    expect(data?.vacancies.sources).toEqual([{ source: 'VDAB', status: 'FAILED', error: { code: 'UPSTREAM_TIMEOUT' } }]);
    await vi.waitFor(() => expect(vdab.dropped()).toBe(server.seen.length));
  });
});
