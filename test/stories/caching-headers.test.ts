import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { json, upstream } from '../http/server.ts';
import { as } from '../support/clients.ts';
import { everyScope, type GatewayOptions, startGateway, type TestGateway } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory({ clients: 'demo' });
const redisUrl = process.env['TEST_REDIS_URL'];
const minuteMs = 60_000;

/** What every page of all sources asks for here. */
const page = '{ vacancies(first: 6) { nodes { id title organisation { name } location { city regions { label } } } sources { source status stale } pageInfo { endCursor hasNextPage } } }';
const cso = '{ vacancies(first: 3, sources: [CSO]) { nodes { id title } sources { status } } }';
const beside = 'beside: vacancies(first: 1, sources: [CSO]) { nodes { id } }';

interface Cold {
  readonly gateway: TestGateway;
  /** The gateway's time stands still until it is moved. */
  readonly clock: { now: number };
  ask(query: string, headers?: Readonly<Record<string, string>>, variables?: Readonly<Record<string, unknown>>): Promise<Response>;
  get(query: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** `Cache-Control` of the answer. */
  kept(query: string, headers?: Readonly<Record<string, string>>): Promise<string | null>;
}

/** A gateway that has asked nothing yet. Callers without a key may do what they may where nobody says otherwise, unless the environment does. */
async function open(environment: GatewayOptions['environment'] = {}, clock = { now: story.sandbox.clock.now() }): Promise<Cold> {
  const gateway = await startGateway({ sandbox: story.sandbox, clients: 'demo', now: () => clock.now, environment: { CSO_START_ROW_BASE: '0', ANONYMOUS_SCOPES: '', ...environment } });
  const ask: Cold['ask'] = (query, headers = {}, variables = {}) => fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return {
    gateway,
    clock,
    ask,
    get: (query, headers = {}) => fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': 'true', ...headers } }),
    kept: async (query, headers) => (await ask(query, headers)).headers.get('cache-control'),
  };
}

/** One that is closed when the test is over. */
async function cold(...how: Parameters<typeof open>): Promise<Cold> {
  const opened = await open(...how);
  onTestFinished(() => opened.gateway.close());
  return opened;
}

/** Of a `Cache-Control` that says so. */
function secondsOf(cacheControl: string | null): number {
  const [, seconds] = /^(?:public|private), max-age=(\d+)$/.exec(cacheControl ?? '') ?? [];
  if (seconds === undefined) throw new Error(`${cacheControl} says nothing of seconds`);
  return Number(seconds);
}

/** Names of headers that say what a caller has left. */
function limits({ headers }: Response): string[] {
  return [...headers.keys()].filter((name) => /^ratelimit|^retry-after/.test(name));
}

describe('a page of vacancies', () => {
  test('may be kept until the first of its rows and lists is no longer fresh, whichever way it is asked for', async () => {
    const { ask, get, clock } = await cold();
    const first = await ask(page);
    const seconds = secondsOf(first.headers.get('cache-control'));
    // Lists of vacancies are fresh for a minute, a tenth more or less.
    expect(seconds).toBeGreaterThanOrEqual(53);
    expect(seconds).toBeLessThanOrEqual(66);
    expect(first.headers.get('vary')).toBe('Accept, Authorization, X-Cost');
    // The first time by Apollo, then by the lane of what is known, and by GET.
    for (const answer of [await ask(page), await ask(page), await get(page)]) {
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual([200, `public, max-age=${seconds}`, 'Accept, Authorization, X-Cost']);
    }
    clock.now += 20_000;
    expect((await ask(page)).headers.get('cache-control')).toBe(`public, max-age=${seconds - 20}`);
    clock.now += (seconds - 21) * 1000;
    expect((await get(page)).headers.get('cache-control')).toBe('public, max-age=1');
  });

  test('is as fresh as what the cache holds of it: another question over the same rows ends with them', async () => {
    const { kept, clock } = await cold();
    const seconds = secondsOf(await kept(cso));
    clock.now += 10_000;
    for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
    expect(await kept(`{ again: vacancies(first: 3, sources: [CSO]) { nodes { title id } } }`)).toBe(`public, max-age=${seconds - 10}`);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('is not kept in the second in which it ends, nor while it is fetched anew; then it is again', async () => {
    const { kept, clock } = await cold();
    const seconds = secondsOf(await kept(cso));
    clock.now += seconds * 1000;
    expect(await kept(cso)).toBe('no-store');
    clock.now += minuteMs;
    expect(await kept(cso)).toBe('no-store');
    await expect.poll(async () => kept(cso)).toMatch(/^public, max-age=\d\d$/);
  });

  test('is not kept where it is stale', async () => {
    const { kept, ask, clock } = await cold();
    await kept(cso);
    clock.now += 3 * minuteMs;
    await story.sandbox.upstreams.cso.stop();
    await kept(cso);
    const staleness = '{ vacancies(first: 3, sources: [CSO]) { nodes { id title } sources { stale } } }';
    await expect.poll(async () => (await ask(staleness)).text()).toContain('"stale":true');
    expect(await kept(staleness)).toBe('no-store');
  });

  test('is not kept where a source failed, whether it is asked how they did or not', async () => {
    const { kept, ask } = await cold();
    await story.sandbox.upstreams.vdab.stop();
    const answer = await ask(page);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('FAILED');
    expect(await kept('{ vacancies(first: 6) { nodes { id title } } }')).toBe('no-store');
    expect(await kept('{ vacancies(first: 6, sources: [CSO, CEGID]) { nodes { id title } } }')).toMatch(/^public/);
  });

  test('is not kept where it makes do without what it could not read', async () => {
    const { ask } = await cold();
    story.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 400, path: 'getJobEnumerations' });
    const answer = await ask('{ vacancies(first: 3, sources: [CSO]) { nodes { location { regions { label } } } sources { status } } }');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = (await answer.json()) as { errors?: unknown };
    expect(body).toMatchObject({ data: { vacancies: { sources: [{ status: 'OK' }] } } });
    expect(body.errors).toBeUndefined();
  });

  test('may be kept with a source that was left out because it cannot answer that', async () => {
    const { ask } = await cold();
    const answer = await ask('{ vacancies(first: 3, sources: [CSO, ICTERGEZOCHT]) { nodes { id } sources { source status } } }');
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
    expect(await answer.text()).toContain('{"source":"ICTERGEZOCHT","status":"SKIPPED"}');
  });

  test('is told by the same words to all who asked for it together', async () => {
    const waiting: ServerResponse[] = [];
    await using vdab = await upstream((response) => void waiting.push(response));
    const { ask } = await cold({ VDAB_BASE_URL: vdab.url });
    const document = 'query ($id: ID!) { vacancy(id: $id) { id title } }';
    const id = randomUUID();
    const letGo = () => {
      for (const response of waiting.splice(0)) json(response, { vacatureReferentie: { interneReferentie: id }, status: 'GEPUBLICEERD', functie: { functieTitel: 'Sluiswachter' } });
    };
    // Known by its second time.
    const before = ask(document, {}, { id: `vdab:vacancy:${randomUUID()}` });
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 20_000 });
    letGo();
    await before;
    const answers = Array.from({ length: 10 }, () => ask(document, {}, { id: `vdab:vacancy:${id}` }));
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 20_000 });
    letGo();
    const told = new Set((await Promise.all(answers)).map(({ headers }) => headers.get('cache-control')));
    expect(vdab.seen).toHaveLength(2);
    expect([...told]).toEqual([expect.stringMatching(/^public, max-age=1[0-3]\d$/)]);
  });
});

describe('what changes by the week', () => {
  test.each([
    ['lists of codes', '{ enumerations(sources: [CSO]) { nodes { name values { code label } } sources { status } } }'],
    ['organisations', '{ organisations(first: 5, sources: [CSO]) { nodes { id name sector } } }'],
  ])('%s may be kept for hours', async (_what, query) => {
    const { kept } = await cold();
    expect(secondsOf(await kept(query))).toBeGreaterThan(5 * 3600);
  });

  test('ends with what changes by the minute where both are asked for', async () => {
    const { kept } = await cold();
    expect(secondsOf(await kept(`{ ${beside} enumerations(sources: [CSO]) { nodes { name } } }`))).toBeLessThanOrEqual(66);
  });
});

test.each([
  ['counts and facets', '{ vacancyCount { total } vacancyFacets(by: REGION, sources: [CSO]) { counts { count value { label } } } }'],
  ['things by their ids, and that there are none', '{ nodes(ids: ["cso:organisation:01130", "vdab:vacancy:00000000-0000-4000-8000-000000000000"]) { id } vacancy(id: "cso:vacancy:00000-000000000000") { id } }'],
  ['entities for a router', '{ _entities(representations: [{ __typename: "Vacancy", id: "vdab:vacancy:00000000-0000-4000-8000-000000000000" }]) { ... on Vacancy { title } } }'],
  ['the rules of posting beside what is read', `{ ${beside} postingRules(channel: CSO) { rules { code } } }`],
])('%s may be kept', async (_what, query) => {
  const { kept } = await cold();
  expect(await kept(query)).toMatch(/^public, max-age=\d+$/);
});

test('a snapshot may be kept, and its rows for as long as they are fresh', async () => {
  const { kept } = await cold();
  const date = new Date(story.sandbox.clock.now() - 24 * 60 * minuteMs).toISOString().slice(0, 10);
  expect(secondsOf(await kept(`{ vacancySnapshot(source: VDAB, date: "${date}", first: 3) { nodes { id } } }`))).toBeGreaterThan(50 * 60);
  expect(secondsOf(await kept(`{ vacancySnapshot(source: VDAB, date: "${date}", first: 3) { nodes { title } } }`))).toBeLessThanOrEqual(132);
});

describe('nobody keeps an answer', () => {
  let allowed: Cold;
  beforeAll(async () => {
    allowed = await open({ ANONYMOUS_SCOPES: everyScope });
  });
  afterAll(() => allowed.gateway.close());

  test.each([
    ['contacts of a vacancy', '{ vacancies(first: 1, sources: [CSO]) { nodes { contacts { name } } } }'],
    ['where to apply', '{ vacancies(first: 1, sources: [CSO]) { nodes { application { email phone } } } }'],
    ['an upstream’s own object', '{ vacancies(first: 1, sources: [CSO]) { nodes { raw } } }'],
    ['candidates', `{ ${beside} candidates(first: 1) { pageInfo { hasNextPage } } }`],
    ['applications', `{ ${beside} applications(first: 1) { totalCount } }`],
    ['figures', `{ ${beside} insightSummary { complete } }`],
    ['clicks', `{ ${beside} clicks(first: 1) { pageInfo { hasNextPage } } }`],
    ['postings', `{ ${beside} postings { pageInfo { hasNextPage } } }`],
    ['what the caller posted of a vacancy', '{ vacancies(first: 1, sources: [CSO]) { nodes { posting { id } } } }'],
    ['who asks', `{ ${beside} viewer { id } }`],
    ['how the sources are', `{ ${beside} sources { healthy rateLimit { remaining } } }`],
    ['changes', `{ ${beside} vacancyChanges(source: VDAB, since: "2026-11-01T00:00:00Z", first: 1) { nodes { id } } }`],
    ['the schema', `{ ${beside} __schema { queryType { name } } }`],
    ['days that end now', '{ vacancies(first: 1, sources: [CSO], filter: { publishedWithinDays: 7 }) { nodes { id } } }'],
    ['organisations that were merely seen', '{ organisations(first: 1) { nodes { id } } }'],
    ['all that is known of one that was merely seen', `{ ${beside} organisation(id: "vdab:organisation:0000") { name } }`],
    ['a vacancy of a board that has none to read', `{ ${beside} vacancy(id: "ictergezocht:vacancy:1") { id } }`],
    ['a vacancy’s organisation from a list of those seen', '{ vacancies(first: 1, sources: [VDAB]) { nodes { organisation { kind } } } }'],
  ])('with %s', async (_what, query) => {
    for (const answer of [await allowed.ask(query), await allowed.ask(query)]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { errors } = (await answer.json()) as { errors?: unknown };
      expect(errors).toBeUndefined();
    }
  });

  test.each([
    ['of nothing that is read', '{ __typename }'],
    ['of rules alone', '{ postingRules(channel: CSO) { channel } }'],
    ['with an error', `{ ${beside} vacancy(id: "none") { id } }`],
    ['with a refusal', `{ ${beside} candidates { nodes { id } } }`],
    ['to what is no query', '{ nothing }'],
    ['to a mutation', 'mutation { unsubscribeWebhook(id: "nothing") { id } }'],
  ])('%s', async (_what, query) => {
    const { kept } = await cold();
    expect([await kept(query), await kept(query)]).toEqual(['no-store', 'no-store']);
  });

  test('that says what it cost', async () => {
    const { kept } = await cold();
    expect(await kept(cso, { 'x-cost': 'report' })).toBe('no-store');
    expect(await kept(cso)).toMatch(/^public/);
  });
});

describe('a shared cache', () => {
  test('keeps nothing of a caller with a key, whose own cache may', async () => {
    const { ask, get, clock } = await cold();
    const seconds = secondsOf((await ask(page)).headers.get('cache-control'));
    for (const answer of [await ask(page, as('frontend').headers), await ask(page, as('frontend').headers), await get(page, as('bi').headers)]) {
      expect([answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual([`private, max-age=${seconds}`, 'Accept, Authorization, X-Cost']);
    }
    clock.now += 1000;
    expect((await ask(page)).headers.get('cache-control')).toBe(`public, max-age=${seconds - 1}`);
  });

  test('keeps nothing of one caller’s limits: what has an address says nothing of them', async () => {
    const { ask, get } = await cold({ RATE_LIMIT_ANONYMOUS: '100', RATE_LIMIT_ANONYMOUS_COST: '100000', RATE_LIMIT_CLIENT: '100' });
    expect(limits(await get(cso))).toEqual([]);
    expect(limits(await get('{ __typename }'))).toContain('ratelimit-remaining');
    // No cache keeps the answer to a POST by its address; and a caller's own may say what it has left.
    expect(limits(await ask(cso))).toContain('ratelimit-remaining');
    expect(limits(await get(cso, as('frontend').headers))).toContain('ratelimit-remaining');
  });

  test('tells origins apart where an answer names them', async () => {
    const { get } = await cold({ CORS_ORIGINS: 'https://portal.example' });
    for (const headers of [{}, { origin: 'https://portal.example' }]) expect((await get(cso, headers)).headers.get('vary')?.split(', ').map((name) => name.toLowerCase())).toEqual(['origin', 'accept', 'authorization', 'x-cost']);
  });

  test('gives to everybody cursors that open for everybody without a key', async () => {
    const one = await cold({ CURSOR_SECRET: 'cursors-of-these-two-replicas-00' });
    const two = await cold({ CURSOR_SECRET: 'cursors-of-these-two-replicas-00' });
    const connection = 'pageInfo { endCursor } nodes { id }';
    interface Page {
      readonly data: { readonly vacancies: { readonly pageInfo: { readonly endCursor: string }; readonly nodes: readonly { readonly id: string }[] } };
    }
    const answers = [await one.ask(`{ vacancies(first: 4) { ${connection} } }`), await two.ask(`{ vacancies(first: 4) { ${connection} } }`)];
    for (const { headers } of answers) expect(headers.get('cache-control')).toMatch(/^public/);
    const [first, same] = await Promise.all(answers.map(async (answer) => (await answer.json()) as Page));
    expect(same).toEqual(first);
    const next = await two.ask(`{ vacancies(first: 4, after: "${first?.data.vacancies.pageInfo.endCursor}") { ${connection} } }`);
    expect(next.headers.get('cache-control')).toMatch(/^public/);
    const { data } = (await next.json()) as Page;
    expect(data.vacancies.nodes).toHaveLength(4);
  });
});

describe('an answer to a GET that may be kept', () => {
  test('is not sent again to who has it', async () => {
    const { get, clock } = await cold();
    const first = await get(page);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    clock.now += 5000;
    const again = await get(page, { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag'), again.headers.get('vary')]).toEqual([304, '', etag, 'Accept, Authorization, X-Cost']);
    expect(secondsOf(again.headers.get('cache-control'))).toBe(secondsOf(first.headers.get('cache-control')) - 5);
    expect((await get(page, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  test('has a name that no other answer has, and one that may not be kept has none', async () => {
    const { get, ask } = await cold();
    const names = [await get(cso), await get(page)].map(({ headers }) => headers.get('etag'));
    expect(new Set(names).size).toBe(2);
    expect([(await get('{ __typename }')).headers.get('etag'), (await ask(cso)).headers.get('etag')]).toEqual([null, null]);
  });
});

describe.skipIf(redisUrl === undefined)('two gateways on one Redis', () => {
  test('tell the same end of what both have from there', async () => {
    const clock = { now: story.sandbox.clock.now() };
    const shared = { REDIS_URL: redisUrl, REDIS_PREFIX: `test:${randomUUID()}:` };
    const [one, two] = [await cold(shared, clock), await cold(shared, clock)];
    const first = await one.kept(page);
    expect(first).toMatch(/^public/);
    // What was read is written behind the answer.
    await one.ask('{ __typename }');
    for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
    expect(await two.kept(page)).toBe(first);
    expect(callsOf(story.sandbox)).toEqual({});
  });
});
