import { beforeEach, describe, expect, test } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { dataOf, useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

// CSO's first row is looked for here as it is for everyone.
const story = useStory({ environment: { CSO_START_ROW_BASE: undefined } });
const minuteMs = 60_000;
const first = '{ vacancies(first: 3, sources: [CSO, CEGID]) { nodes { id } sources { source status } } }';

interface Page {
  readonly vacancies: { readonly nodes: readonly { readonly id: string }[]; readonly sources: readonly { readonly source: string; readonly status: string }[] };
}

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await story.cold();
});

async function ask(document = first, variables: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { vacancies } = await dataOf<Page>(gateway, document, variables);
  expect(vacancies.sources).toEqual([{ source: 'CSO', status: 'OK' }, { source: 'CEGID', status: 'OK' }]);
}

/** The same with other filters each time, so that no upstream call is another's. */
function askFor(number: number): Promise<void> {
  return ask('query($filter: VacancyFilter) { vacancies(first: 1, sources: [CSO, CEGID], filter: $filter) { nodes { id } sources { source status } } }', {
    filter: { cso: { keywords: `woord${number}` }, cegid: { updatedAfter: new Date(Date.UTC(2020, 0, 1, 0, number)) } },
  });
}

function keysAndTokens() {
  const { 'cso getApiKey': keys = 0, 'cegid POST api/token': tokens = 0 } = callsOf(story.sandbox);
  return { keys, tokens };
}

function refusals(): number {
  const { cso, cegid } = story.sandbox.upstreams;
  return [...cso.requests, ...cegid.requests].filter(({ status }) => status === null || status >= 400).length;
}

function forgetLogs(): void {
  for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
}

describe('on a cold process', () => {
  test('200 concurrent first requests cost one getApiKey and one Cegid token', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => askFor(index)));
    expect(keysAndTokens()).toEqual({ keys: 1, tokens: 1 });
    expect(refusals()).toBe(0);
  });

  test('nothing is asked for before the first request', async () => {
    const { data } = await gateway.query('{ __typename sources { source configured healthy } }');
    expect(data).toMatchObject({ sources: [{ source: 'CSO', configured: true, healthy: true }, {}, {}, {}] });
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('CSO is asked for a key by username and password, and Cegid for a token by form', async () => {
    await ask();
    const [key] = story.sandbox.upstreams.cso.requests;
    expect(JSON.parse(key?.body ?? '')).toEqual({ username: 'sandbox-cso', password: 'sandbox-cso-password' });
    const [token] = story.sandbox.upstreams.cegid.requests;
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({ client_id: 'sandbox-cegid', client_secret: 'sandbox+cegid/secret=&1', grant_type: 'client_credentials', scope: 'MatchingIndexation' });
  });
});

describe('while the key and the token live', () => {
  test('further requests ask for no other', async () => {
    await ask();
    for (const minutes of [5, 5, 5]) {
      story.sandbox.clock.advance(minutes * minuteMs);
      await ask();
    }
    expect(keysAndTokens()).toEqual({ keys: 1, tokens: 1 });
  });
});

describe('towards the end of the 20 minutes', () => {
  test('one more of each is asked for, ahead of time, and no request fails', async () => {
    await ask();
    forgetLogs();
    story.sandbox.clock.advance(19.5 * minuteMs);
    await Promise.all(Array.from({ length: 20 }, (_, index) => askFor(index)));
    expect(keysAndTokens()).toEqual({ keys: 1, tokens: 1 });
    expect(refusals()).toBe(0);

    // What was asked for is what is used, past the end of the first ones.
    story.sandbox.clock.advance(minuteMs);
    await Promise.all(Array.from({ length: 20 }, (_, index) => askFor(100 + index)));
    expect(keysAndTokens()).toEqual({ keys: 1, tokens: 1 });
    expect(refusals()).toBe(0);
  });

  test('a quiet hour later one more of each is enough', async () => {
    await ask();
    forgetLogs();
    story.sandbox.clock.advance(60 * minuteMs);
    await Promise.all(Array.from({ length: 20 }, (_, index) => askFor(index)));
    expect(keysAndTokens()).toEqual({ keys: 1, tokens: 1 });
    expect(refusals()).toBe(0);
  });
});

describe('when the key dies early', () => {
  test('CSO answers 403: one refresh, one repeat, and the caller sees no error', async () => {
    await ask();
    forgetLogs();
    story.sandbox.definitions.cso.expireKey();
    await askFor(1);
    const { requests } = story.sandbox.upstreams.cso;
    expect(requests.filter(({ path }) => path.endsWith('getJobs.json')).map(({ status }) => status)).toEqual([403, 200]);
    expect(keysAndTokens().keys).toBe(1);
  });

  test('20 requests that meet the dead key at once share one refresh, and none fails', async () => {
    await ask();
    forgetLogs();
    story.sandbox.definitions.cso.expireKey();
    await Promise.all(Array.from({ length: 20 }, (_, index) => askFor(index)));
    expect(keysAndTokens().keys).toBe(1);
    const jobs = story.sandbox.upstreams.cso.requests.filter(({ path }) => path.endsWith('getJobs.json'));
    expect(jobs.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(jobs.length).toBeLessThanOrEqual(40);
  });

  test('Cegid answers 401: one refresh, one repeat, and the caller sees no error', async () => {
    await ask();
    forgetLogs();
    story.sandbox.definitions.cegid.expireTokens();
    await askFor(1);
    const { requests } = story.sandbox.upstreams.cegid;
    expect(requests.filter(({ path }) => path.endsWith('vacancies')).map(({ status }) => status)).toEqual([401, 200]);
    expect(keysAndTokens().tokens).toBe(1);
  });

  test('a key that is refused again after its refresh is reported and not asked for without end', async () => {
    await ask();
    forgetLogs();
    story.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 403, path: 'getJobs', body: '{"message":"no right"}' });
    const { data } = await gateway.query<{ vacancies: { sources: unknown[] } }>('{ vacancies(first: 1, sources: [CSO], filter: { keywords: "iets" }) { sources { source status error { code upstreamStatus } } } }');
    expect(data?.vacancies.sources).toEqual([{ source: 'CSO', status: 'FAILED', error: { code: 'UPSTREAM_ERROR', upstreamStatus: 403 } }]);
    expect(keysAndTokens().keys).toBeLessThanOrEqual(1);
    expect(callsOf(story.sandbox)['cso getJobs']).toBeLessThanOrEqual(2);
  });
});

test('keys and passwords stand in no log line and in no answer', async () => {
  await ask();
  story.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 500, path: 'getJobs' });
  const answer = await gateway.query('{ vacancies(first: 1, sources: [CSO], filter: { keywords: "iets" }) { nodes { id } sources { error { message } } } }');
  const told = `${JSON.stringify(answer)}\n${gateway.logged.join('\n')}`;
  const key = story.sandbox.definitions.cso.liveKey();
  expect(key).toMatch(/^[0-9a-f-]{36}$/);
  for (const secret of [String(key), 'sandbox-cso-password', 'sandbox-vdab-client-id', 'sandbox+cegid/secret=&1', 'sandbox-ictergezocht-key']) expect(told).not.toContain(secret);
});
