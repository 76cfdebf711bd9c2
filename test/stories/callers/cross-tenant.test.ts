import { describe, expect, test } from 'vitest';
import { publishInput } from '../posting/story.ts';
import { sharedPlaces, startTenants, type Tenant, type Tenants } from './tenants.ts';

interface Page {
  readonly vacancies: { readonly nodes: readonly { readonly id: string }[]; readonly sources: readonly { readonly status: string }[] };
}

const page = 'query ($source: Source!) { vacancies(first: 100, sources: [$source]) { nodes { id } sources { status } } }';
const byIds = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Vacancy { title } } }';

async function idsOf({ as }: Tenants, tenant: Tenant, source: string): Promise<readonly string[]> {
  const { data, errors } = await as<Page>(tenant, page, { source });
  expect([errors, data?.vacancies.sources]).toEqual([[], [{ status: 'OK' }]]);
  return data?.vacancies.nodes.map(({ id }) => id) ?? [];
}

function isJobs({ path }: { readonly path: string }): boolean {
  return path.endsWith('getJobs.json');
}

function isExport({ path }: { readonly path: string }): boolean {
  return path.includes('/exports/');
}

describe.each(sharedPlaces)('with $place between them, a caller with credentials of its own', ({ environment }) => {
  test.each(['CSO', 'CEGID'] as const)('sees of %s what its own account sees, whoever asked the same before', async (source) => {
    const all = await startTenants(environment);
    const expected = (tenant: Tenant) => all.truth(tenant)[source].slice(0, 100);
    expect(expected('own')).not.toEqual(expected('server'));
    for (const tenant of ['server', 'own', 'server', 'twin', 'guest'] as const) expect(await idsOf(all, tenant, source)).toEqual(expected(tenant));
  });

  test('shares no call in flight with another credential, and each with its twin', async () => {
    const all = await startTenants(environment);
    const [server, own, twin] = await Promise.all((['server', 'own', 'twin'] as const).map((tenant) => idsOf(all, tenant, 'CSO')));
    expect([server, own, twin]).toEqual([all.truth('server').CSO.slice(0, 100), all.truth('own').CSO.slice(0, 100), all.truth('own').CSO.slice(0, 100)]);
    const { data } = all.sandbox.definitions.cso;
    expect(data.accounts.map(({ username }) => username)).toEqual(['sandbox-cso', 'sandbox-cso-2']);
    const keys = [all.sandbox.definitions.cso.liveKey('sandbox-cso'), all.sandbox.definitions.cso.liveKey('sandbox-cso-2')].map(String);
    expect(all.askedBy('cso', isJobs)).toEqual(Object.fromEntries(keys.toSorted().map((key) => [key, 1])));
  });

  test('is given nothing by id that its account does not see, though it is kept for another', async () => {
    const all = await startTenants(environment);
    const hidden = all.truth('server').CSO.filter((id) => !all.truth('own').CSO.includes(id)).slice(0, 3);
    const elsewhere = all.truth('own').CEGID.filter((id) => !all.truth('server').CEGID.includes(id)).slice(0, 3);
    expect([hidden.length, elsewhere.length]).toEqual([3, 3]);
    const ids = [...hidden, ...elsewhere];
    const found = async (tenant: Tenant) => (await all.as<{ nodes: readonly ({ id: string } | null)[] }>(tenant, byIds, { ids })).data?.nodes.map((node) => node?.id ?? null);
    for (const tenant of ['server', 'own', 'server', 'twin'] as const) {
      expect(await found(tenant)).toEqual(tenant === 'server' ? [...hidden, null, null, null] : [null, null, null, ...elsewhere]);
    }
    for (const id of hidden) {
      expect((await all.as('own', 'query ($id: ID!) { vacancy(id: $id) { id } }', { id })).data).toEqual({ vacancy: null });
      const entities = await all.as('own', 'query ($id: ID!) { _entities(representations: [{ __typename: "Vacancy", id: $id }]) { ... on Vacancy { title } } }', { id });
      expect(entities.data).toEqual({ _entities: [null] });
    }
  });

  test('fetches with its own key what another has fetched: details, lists, organisations, facets, counts', async () => {
    const all = await startTenants(environment);
    const [vdab = ''] = all.truth('server').VDAB;
    const asked: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      [byIds, { ids: [vdab] }],
      ['{ vacancies(first: 5, sources: [VDAB]) { nodes { id title } } }', {}],
      ['{ vacancyCount(sources: [VDAB, CSO]) { total } }', {}],
      ['{ organisations(sources: [CSO], first: 5) { nodes { id } } }', {}],
      ['{ enumerations(sources: [CSO, ICTERGEZOCHT, CEGID]) { nodes { name values { code } } } }', {}],
      ['{ vacancyFacets(by: REGION, sources: [CSO]) { counts { count } } }', {}],
    ];
    const calls = async (tenant: Tenant) => {
      all.forgetLogs();
      for (const [document, variables] of asked) expect((await all.as(tenant, document, variables)).errors).toEqual([]);
      return (['cso', 'ictergezocht', 'vdab', 'cegid'] as const).map((name) => all.askedBy(name));
    };
    const [first, second, again] = [await calls('server'), await calls('own'), await calls('own')];
    for (const [index, before] of first.entries()) {
      const [counts, own] = [Object.values(before), second[index] ?? {}];
      // The same calls once more, each with another credential: what is kept for one is not there for the other.
      expect(Object.values(own).toSorted()).toEqual(counts.toSorted());
      expect(Object.keys(own).filter((credential) => credential in before)).toEqual([]);
    }
    expect(again).toEqual([{}, {}, {}, {}]);
  });

  test('has a token of its own at a site that it shares with the server', async () => {
    const all = await startTenants(environment);
    await Promise.all([idsOf(all, 'server', 'CEGID'), idsOf(all, 'guest', 'CEGID')]);
    expect(Object.values(all.askedBy('cegid', isExport)).every((count) => count > 0)).toBe(true);
    expect(Object.keys(all.askedBy('cegid', isExport))).toHaveLength(2);
    expect(all.askedBy('cegid', ({ path }) => path.endsWith('/token'))).toEqual({ 'sandbox-cegid': 1, 'sandbox-cegid-2': 1 });
  });

  test('has the rate limit of its own account', async () => {
    const all = await startTenants(environment);
    const remaining = async (tenant: Tenant) => {
      const { data } = await all.as<{ sources: readonly { source: string; rateLimit: { remaining: number } | null }[] }>(tenant, '{ sources { source rateLimit { remaining } } }');
      return data?.sources.find(({ source }) => source === 'ICTERGEZOCHT')?.rateLimit?.remaining ?? 0;
    };
    const before = { server: await remaining('server'), own: await remaining('own') };
    await all.as('own', '{ enumerations(sources: [ICTERGEZOCHT]) { nodes { name } } }');
    expect(await remaining('server')).toBe(before.server);
    expect(await remaining('own')).toBeLessThan(before.own);
    expect(await remaining('twin')).toBe(await remaining('own'));
  });
});

describe('a caller with credentials of its own', () => {
  test('has a source that the server has not, and nobody else has it then', async () => {
    const all = await startTenants({ CSO_USERNAME: undefined, CSO_PASSWORD: undefined });
    const configured = async (tenant: Tenant) => (await all.as<{ sources: readonly { source: string; configured: boolean }[] }>(tenant, '{ sources { source configured } }')).data?.sources.find(({ source }) => source === 'CSO')?.configured;
    expect([await configured('server'), await configured('own'), await configured('guest')]).toEqual([false, true, false]);
    expect(await idsOf(all, 'own', 'CSO')).toEqual(all.truth('own').CSO.slice(0, 100));
    const [id = ''] = all.truth('own').CSO;
    all.forgetLogs();
    expect((await all.as('guest', 'query ($id: ID!) { vacancy(id: $id) { title } }', { id })).data).toEqual({ vacancy: null });
    expect(all.askedBy('cso')).toEqual({});
  });

  test('knows no organisation that was seen on another’s vacancies', async () => {
    const all = await startTenants();
    const seen = async (tenant: Tenant) => (await all.as<{ organisations: { nodes: readonly unknown[] } }>(tenant, '{ organisations(sources: [VDAB, CEGID], first: 100) { nodes { id } } }')).data?.organisations.nodes.length;
    await all.as('server', '{ vacancies(first: 50, sources: [VDAB, CEGID]) { nodes { organisation { name } } } }');
    expect(await seen('server')).toBeGreaterThan(0);
    expect(await seen('own')).toBe(0);
    await all.as('own', '{ vacancies(first: 50, sources: [VDAB, CEGID]) { nodes { organisation { name } } } }');
    expect(await seen('own')).toBeGreaterThan(0);
  });

  test('is not shown candidates of a service that its own key is not subscribed to', async () => {
    const all = await startTenants();
    const document = '{ candidates(first: 3, sources: [VDAB]) { nodes { id } sources { status error { code } } } }';
    const { data } = await all.as<{ candidates: { nodes: readonly { id: string }[] } }>('server', document);
    const [{ id = '' } = {}] = data?.candidates.nodes ?? [];
    expect(id).toMatch(/^vdab:candidate:/);
    expect((await all.as('own', document)).data).toMatchObject({ candidates: { nodes: [], sources: [{ status: 'FAILED' }] } });
    expect((await all.as('own', 'query ($id: ID!) { candidate(id: $id) { id } }', { id })).data).toEqual({ candidate: null });
  });

  test('and the server are told apart by a source’s failure: one breaker does not open for the other', async () => {
    const all = await startTenants();
    await all.elsewhere.upstreams.cegid.stop();
    for (let round = 0; round < 8; round += 1) await all.as('own', `{ vacancies(first: 1, sources: [CEGID], filter: { cegid: { q: "x${round}" } }) { nodes { id } } }`);
    expect(await idsOf(all, 'server', 'CEGID')).toEqual(all.truth('server').CEGID.slice(0, 100));
  });
});

/** A day so many days ago. */
function day(ago: number): string {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

describe('the figures of an account', () => {
  const figures = 'query ($period: PeriodInput!) { insights(period: $period, first: 100) { nodes { sourceId } } insightSummary(period: $period) { complete total { vacancies clicks } } insightSeries(period: $period) { complete points { from clicks } } clicks(period: $period, first: 100) { nodes { sourceId } } }';
  interface Figures {
    readonly insights: { readonly nodes: readonly { readonly sourceId: string }[] };
    readonly insightSummary: { readonly total: { readonly clicks: number } | null };
    readonly insightSeries: { readonly points: readonly { readonly clicks: number | null }[] };
    readonly clicks: { readonly nodes: readonly { readonly sourceId: string }[] };
  }

  test('are told to its callers only, also once they are kept', async () => {
    const all = await startTenants();
    const { data, recordClick } = all.sandbox.definitions.ictergezocht;
    for (const [account, count] of [['A', 3], ['B', 5]] as const) {
      const clicked = data.vacancies.find((vacancy) => vacancy.account === account && vacancy.deletedMs === undefined)?.vacancyId ?? 0;
      for (let click = 0; click < count; click += 1) recordClick(clicked, Date.parse(`${day(4)}T12:00:00Z`), `203.0.113.${click}`);
    }
    const accountOf = new Map(data.vacancies.map(({ vacancyId, account }) => [String(vacancyId), account]));
    const period = { from: day(6), to: day(3) };
    const asked = async (tenant: Tenant) => {
      const { data: told, errors } = await all.as<Figures>(tenant, figures, { period });
      expect(errors).toEqual([]);
      if (told === null) throw new Error('there is no answer');
      const accounts = new Set([...told.insights.nodes, ...told.clicks.nodes].map(({ sourceId }) => accountOf.get(sourceId)));
      return { accounts: [...accounts], clicks: told.insightSummary.total?.clicks, series: told.insightSeries.points.map(({ clicks }) => clicks) };
    };
    const server = await asked('server');
    const own = await asked('own');
    expect([server.accounts, own.accounts]).toEqual([['A'], ['B']]);
    expect(own.series).not.toEqual(server.series);
    expect([await asked('server'), await asked('own'), await asked('twin')]).toEqual([server, own, own]);
    expect(all.askedBy('ictergezocht')).toMatchObject({ 'Bearer sandbox-ictergezocht-key': expect.any(Number), 'Bearer sandbox-ictergezocht-key-2': expect.any(Number) });
  });
});

describe('a client that is taken out of the file', () => {
  test('is answered what it has asked already, and nothing more', async () => {
    const all = await startTenants();
    all.sandbox.upstreams.cso.faults.add({ kind: 'latency', path: 'getJobs', ms: 700 });
    const asking = idsOf(all, 'own', 'CSO');
    await expect.poll(() => all.sandbox.upstreams.cso.requests.some(isJobs)).toBe(true);
    await all.dropClients();
    expect((await all.as('own', '{ viewer { id } }')).status).toBe(401);
    expect(await asking).toEqual(all.truth('own').CSO.slice(0, 100));
  });
});

describe('what a caller posts', () => {
  const publish = 'mutation ($input: PublishVacancyInput!, $key: String!) { publishVacancy(input: $input, channels: [ICTERGEZOCHT], idempotencyKey: $key) { posting { id } channels { status vacancyId replayed } } }';
  interface Published {
    readonly publishVacancy: { readonly posting: { readonly id: string }; readonly channels: readonly { readonly status: string; readonly vacancyId: string; readonly replayed: boolean }[] };
  }

  async function published(all: Tenants, tenant: Tenant, reference = 'REF-1') {
    const { data, errors } = await all.as<Published>(tenant, publish, { input: publishInput(reference), key: 'the-same-key' });
    expect(errors).toEqual([]);
    const { posting, channels } = data?.publishVacancy ?? {};
    return { posting: posting?.id, ...channels?.[0] };
  }

  test('is not what another posts with the same key and reference number', async () => {
    const all = await startTenants();
    const [server, own, twin] = [await published(all, 'server'), await published(all, 'own'), await published(all, 'twin', 'REF-2')];
    expect([server, own, twin]).toMatchObject([{ status: 'PUBLISHED', replayed: false }, { status: 'PUBLISHED', replayed: false }, { status: 'PUBLISHED', replayed: false }]);
    expect(new Set([server.posting, own.posting, twin.posting]).size).toBe(3);
    expect(all.askedBy('ictergezocht', ({ method }) => method === 'POST')).toEqual({ 'Bearer sandbox-ictergezocht-key': 1, 'Bearer sandbox-ictergezocht-key-2': 2 });
    expect(await published(all, 'own')).toMatchObject({ posting: own.posting, vacancyId: own.vacancyId, replayed: true });
  });

  test('is found, shown, changed and ended by nobody else', async () => {
    const all = await startTenants();
    const { posting: id = '', vacancyId = '' } = await published(all, 'own');
    expect(id).not.toBe('');
    all.forgetLogs();
    for (const other of ['server', 'guest'] as const) {
      expect((await all.as(other, '{ postings { totalCount nodes { id } } }')).data).toEqual({ postings: { totalCount: 0, nodes: [] } });
      expect((await all.as(other, 'query ($id: ID!) { vacancy(id: $id) { title } }', { id: vacancyId })).data).toEqual({ vacancy: null });
      const resolved = await all.as(other, 'mutation ($id: ID!) { resolvePosting(id: $id, channel: ICTERGEZOCHT, published: false) { posting { id } channels { status userErrors { code } } } }', { id });
      expect(JSON.stringify(resolved.data)).not.toContain(vacancyId);
      const deleted = await all.as(other, 'mutation ($id: ID!) { deleteVacancy(id: $id) { deletedId userErrors { code } } }', { id: vacancyId });
      expect(deleted.data).toMatchObject({ deleteVacancy: { deletedId: null, userErrors: [{ code: expect.stringMatching(/NOT_OWNED|NOT_FOUND/) }] } });
    }
    expect(all.askedBy('ictergezocht', ({ method }) => method !== 'GET')).toEqual({});
    expect((await all.as('own', '{ postings { nodes { id channels { status } } } }')).data).toEqual({ postings: { nodes: [{ id, channels: [{ status: 'PUBLISHED' }] }] } });
    // Nor by who has the same account at the source: a posting is its caller's.
    expect((await all.as('twin', '{ postings { totalCount } }')).data).toEqual({ postings: { totalCount: 0 } });
  });

  test.each(['own', 'twin'] as const)('with the server’s account is not taken for withdrawn when %s finds nothing of it in its own', async (other) => {
    const all = await startTenants();
    const { vacancyId = '' } = await published(all, 'server');
    await all.as(other, 'mutation ($id: ID!) { deleteVacancy(id: $id) { deletedId userErrors { code } } }', { id: vacancyId });
    expect((await all.as('server', '{ postings { nodes { channels { status } } } }')).data).toEqual({ postings: { nodes: [{ channels: [{ status: 'PUBLISHED' }] }] } });
  });

  test('with its own account is out of reach of who administers with the server’s', async () => {
    const all = await startTenants();
    const { vacancyId = '' } = await published(all, 'own');
    const deleted = await all.as('admin', 'mutation ($id: ID!) { deleteVacancy(id: $id) { deletedId userErrors { code } } }', { id: vacancyId });
    expect(deleted.data).toEqual({ deleteVacancy: { deletedId: null, userErrors: [{ code: 'NOT_OWNED' }] } });
    expect((await all.as('own', '{ postings { nodes { channels { status } } } }')).data).toEqual({ postings: { nodes: [{ channels: [{ status: 'PUBLISHED' }] }] } });
  });

  test('to its own site, a subscription, is ended by nobody else', async () => {
    const all = await startTenants();
    const subscribed = await all.as<{ subscribeWebhook: { subscription: { id: string } } }>('own', 'mutation { subscribeWebhook(input: { source: CEGID, event: "vacancy_new", callbackUrl: "https://gateway.example/hook" }) { subscription { id } } }');
    const id = subscribed.data?.subscribeWebhook.subscription.id ?? '';
    expect(id).not.toBe('');
    for (const other of ['server', 'guest', 'twin'] as const) {
      expect((await all.as(other, '{ webhookSubscriptions { id } }')).data).toEqual({ webhookSubscriptions: [] });
      expect((await all.as(other, 'mutation ($id: ID!) { unsubscribeWebhook(id: $id) { id userErrors { code } } }', { id })).data).toEqual({ unsubscribeWebhook: { id: null, userErrors: [{ code: 'NOT_FOUND' }] } });
    }
    expect((await all.as('admin', 'mutation ($id: ID!) { unsubscribeWebhook(id: $id) { id userErrors { code } } }', { id })).data).toEqual({ unsubscribeWebhook: { id: null, userErrors: [{ code: 'NOT_OWNED' }] } });
    expect(all.elsewhere.definitions.cegid.hooks()).toHaveLength(1);
    expect(all.askedBy('cegid', ({ method, path }) => method === 'DELETE' && path.includes('webhooks'))).toEqual({});
  });
});
