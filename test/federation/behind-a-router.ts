import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, startGateway, type TestGateway } from '../support/gateway.ts';
import type { Router } from './apollo-router.ts';
import { keepsNothing, type SecondSubgraph, startSecondSubgraph } from './second-subgraph.ts';
import { composeRunning } from './supergraph.ts';

interface World {
  readonly gateway: TestGateway;
  readonly second: SecondSubgraph;
  readonly router: Router;
}

interface Row {
  readonly id: string;
  readonly title?: string | null;
  readonly saved?: boolean | null;
}

/** What holds of our gateway and another team's subgraph behind a router, whoever made the router. */
export function testBehindRouter(startRouter: (supergraphSdl: string) => Promise<Router>, startMs: number): void {
  let world: World;

  beforeAll(async () => {
    const [gateway, second] = await Promise.all([startGateway(), startSecondSubgraph()]);
    const router = await startRouter(await composeRunning([{ name: 'werkgraph', url: gateway.url }, { name: 'kept', url: second.url }]));
    world = { gateway, second, router };
  }, startMs);
  afterAll(async () => {
    await world.router.close();
    await Promise.all([world.second.close(), world.gateway.close()]);
  });
  beforeEach(() => {
    world.second.kept = keepsNothing;
    world.gateway.sandbox.reset();
  });

  function publishedIds(count: number): string[] {
    const published = world.gateway.sandbox.definitions.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD');
    return published.slice(0, count).map(({ id }) => `vdab:vacancy:${id}`);
  }

  test('a vacancy of ours carries the field of the other subgraph, and both page with one PageInfo', async () => {
    const first = await query<{ vacancies: { nodes: Row[] } }>('{ vacancies(first: 4, sources: [VDAB]) { nodes { id } } }');
    const ids = first.vacancies.nodes.map(({ id }) => id);
    world.second.kept = { ...keepsNothing, vacancies: ids.slice(1, 3) };

    const page = '{ nodes { id title saved } pageInfo { hasNextPage hasPreviousPage } }';
    const answer = await query<{ vacancies: { nodes: Row[]; pageInfo: unknown }; kept: { vacancies: { nodes: Row[]; pageInfo: unknown } } }>(
      `{ vacancies(first: 4, sources: [VDAB]) ${page} kept { vacancies(first: 1) ${page} } }`,
    );

    expect(answer.vacancies.nodes.map(({ id, saved }) => [id, saved])).toEqual(ids.map((id, index) => [id, index === 1 || index === 2]));
    expect(answer.vacancies.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect(answer.kept.vacancies.nodes).toEqual([{ id: ids[1], title: expect.stringMatching(/./), saved: true }]);
    expect(answer.kept.vacancies.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
  });

  test('a list of a hundred VDAB vacancies in the other subgraph is one POST /vacatures', async () => {
    const ids = publishedIds(100);
    world.second.kept = { ...keepsNothing, vacancies: ids };

    const { kept } = await query<{ kept: { vacancies: { nodes: Row[] } } }>('{ kept { vacancies { nodes { id title description { plain(maxLength: 40) } } } } }');

    expect(kept.vacancies.nodes.map(({ id }) => id)).toEqual(ids);
    expect(kept.vacancies.nodes.filter(({ title }) => typeof title === 'string')).toHaveLength(100);
    expect(world.gateway.sandbox.upstreams.vdab.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([expect.stringMatching(/^POST .*\/vacatures$/)]);
  });

  test('candidates, organisations and enumeration values in the other subgraph are one call of their source each', async () => {
    const { cegid, cso } = world.gateway.sandbox.definitions;
    const candidates = cegid.data.candidates.slice(0, 40).map(({ candidateDetail }) => `cegid:candidate:${candidateDetail.id}`);
    const organisations = cso.data.organisations.slice(0, 40).map(({ code }) => `cso:organisation:${code}`);
    const values = cso.data.enumerations.regions.values.slice(0, 40).map(({ code }) => `cso:enumeration:regions/${code}`);
    world.second.kept = { ...keepsNothing, candidates, organisations, values };

    const { kept } = await query<{ kept: { candidates: { id: string; source: string }[]; organisations: { id: string; name: string }[]; values: { id: string; label: string }[] } }>(
      '{ kept { candidates { id source } organisations { id name } values { id label } } }',
    );

    expect(kept.candidates).toEqual(candidates.map((id) => ({ id, source: 'CEGID' })));
    expect(kept.organisations).toEqual(organisations.map((id) => ({ id, name: expect.stringMatching(/./) })));
    expect(kept.values).toEqual(values.map((id) => ({ id, label: expect.stringMatching(/./) })));
    const { upstreams } = world.gateway.sandbox;
    expect(upstreams.cegid.count('GET', /candidates$/)).toBe(1);
    expect(upstreams.cso.count('POST', /getOrganisations\.json$/)).toBe(1);
    expect(upstreams.cso.count('POST', /getJobEnumerations\.json$/)).toBe(1);
  });

  test('an id that the source does not know costs its own row', async () => {
    const [known = ''] = publishedIds(1);
    const gone = 'vdab:vacancy:00000000-0000-4000-8000-000000000000';
    world.second.kept = { ...keepsNothing, vacancies: [gone, known] };

    const { data } = await ask<{ kept: { vacancies: { nodes: (Row | null)[] } } }>(world.router.url, '{ kept { vacancies { nodes { id title } } } }', {}, {});

    const [lost, found] = data?.kept.vacancies.nodes ?? [];
    expect(lost?.title ?? null).toBeNull();
    expect(found).toEqual({ id: known, title: expect.stringMatching(/./) });
  });

  async function query<Data>(document: string): Promise<Data> {
    const { data, errors } = await ask<Data>(world.router.url, document, {}, {});
    expect(errors).toEqual([]);
    if (data === null) throw new Error('no data');
    return data;
  }
}
