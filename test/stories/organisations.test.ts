import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { bodiesOf, callsOf } from '../support/upstream-calls.ts';

const story = useStory();

interface Page {
  readonly organisations: {
    readonly nodes: readonly ({ readonly id: string; readonly code: string } & Readonly<Record<string, unknown>>)[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number | null;
    readonly sources: readonly { readonly source: string; readonly status: string; readonly totalCount: number | null }[];
  };
}

const document = `query($filter: OrganisationFilter, $sources: [Source!], $first: Int, $after: String) {
  organisations(filter: $filter, sources: $sources, first: $first, after: $after) {
    nodes { id source code name abbreviation slug hpkDays kboNumber } pageInfo { hasNextPage endCursor } totalCount sources { source status totalCount }
  }
}`;

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page['organisations']> {
  return (await story.data<Page>(document, variables)).organisations;
}

async function codes(filter: Readonly<Record<string, unknown>>): Promise<string[]> {
  const { nodes } = await page({ filter, sources: ['CSO'], first: 100 });
  return nodes.map(({ code }) => code);
}

function truth() {
  return story.sandbox.definitions.cso.data.organisations;
}

describe('organisations of CSO', () => {
  test.each([7, 100])('are all that take part, each once, in pages of %i', async (first) => {
    const found: Page['organisations']['nodes'][number][] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo, totalCount }: Page['organisations'] = await page({ sources: ['CSO'], first, after });
      expect(totalCount).toBe(truth().length);
      found.push(...nodes);
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(found).toEqual(truth().map(({ code, name, abbreviation, slug, hpkDays }) => ({ id: `cso:organisation:${code}`, source: 'CSO', code, name, abbreviation, slug, hpkDays, kboNumber: null })));
    expect(callsOf(story.sandbox)['cso getOrganisations'] ?? 0).toBeLessThanOrEqual(1);
  });

  test('by code, by name and by level', async () => {
    const [one, other] = truth();
    expect(await codes({ codes: [one?.code, other?.code, '00000'] })).toEqual([one?.code, other?.code]);
    expect(await codes({ name: 'MINISTERIE' })).toEqual(truth().filter(({ name }) => name.toLowerCase().includes('ministerie')).map(({ code }) => code));
    expect(await codes({ levels: ['2'] })).toEqual(truth().filter(({ level }) => level === '2').map(({ code }) => code));
    const [body] = bodiesOf(story.sandbox.upstreams.cso, /WithFilter/);
    expect(body?.['filter']).toMatchObject({ __type__: 'RemoteOrganisationFilter', levels: ['2'] });
  });

  test('with those that belong to them', async () => {
    const parent = truth().find(({ code }) => truth().some((each) => each.parent === code));
    const below = (code: string): string[] => truth().flatMap((each) => (each.parent === code ? [each.code, ...below(each.code)] : []));
    const expected = [parent?.code ?? '', ...below(parent?.code ?? '')];
    expect(expected.length).toBeGreaterThan(1);
    expect((await codes({ codes: [parent?.code], includeSubOrganisations: true })).toSorted()).toEqual(expected.toSorted());
  });

  test('an organisation lists its vacancies, and theirs is it', async () => {
    const busiest = truth().toSorted((a, b) => jobsOf(b.code).length - jobsOf(a.code).length)[0]?.code ?? '';
    const { organisation } = await story.data<{ organisation: { name: string; vacancies: { totalCount: number; nodes: { id: string; organisation: { id: string } }[] } } }>(
      'query($id: ID!) { organisation(id: $id) { name vacancies(first: 50) { totalCount nodes { id organisation { id } } } } }',
      { id: `cso:organisation:${busiest}` },
    );
    expect(organisation.vacancies.nodes.map(({ id }) => id)).toEqual(jobsOf(busiest));
    expect(organisation.vacancies.totalCount).toBe(jobsOf(busiest).length);
    expect(new Set(organisation.vacancies.nodes.map((node) => node.organisation.id))).toEqual(new Set([`cso:organisation:${busiest}`]));
  });
});

function jobsOf(organisation: string): string[] {
  return story.sandbox.definitions.cso.data.jobs.filter((job) => job.organisation === organisation).map(({ code }) => `cso:vacancy:${code}`);
}

describe('organisations of VDAB and Cegid', () => {
  test('are those that were seen on vacancies, told as PARTIAL and without a total', async () => {
    const gateway = await story.cold();
    expect((await dataOf<Page>(gateway, document, { sources: ['VDAB', 'CEGID'] })).organisations).toMatchObject({ nodes: [], totalCount: null, sources: [{ source: 'VDAB', status: 'PARTIAL', totalCount: null }, { source: 'CEGID', status: 'PARTIAL', totalCount: null }] });
    await dataOf(gateway, '{ vacancies(first: 40, sources: [VDAB, CEGID]) { nodes { organisation { name } } } }');
    const { organisations } = await dataOf<Page>(gateway, document, { sources: ['VDAB', 'CEGID'], first: 100 });
    const { vdab, cegid } = story.sandbox.definitions;
    const shown = vdab.data.vacancies.filter(({ document: { status } }) => status === 'GEPUBLICEERD').slice(0, 20);
    const suppliers = new Set(shown.flatMap(({ document: { leverancier } }) => leverancier?.kboNummer ?? (leverancier === undefined ? [] : encodeURIComponent(leverancier.naam))));
    expect(organisations.nodes.filter(({ id }) => id.startsWith('vdab:')).map(({ code }) => code).toSorted()).toEqual(expect.arrayContaining([...suppliers].toSorted()));
    const owners = new Set(cegid.data.vacancies.slice(0, 20).flatMap(({ organisation }) => organisation?.id ?? []));
    expect(organisations.nodes.filter(({ id }) => id.startsWith('cegid:')).map(({ code }) => code)).toEqual(expect.arrayContaining([...owners]));
    expect(organisations.sources.map(({ status }) => status)).toEqual(['PARTIAL', 'PARTIAL']);
  });

  test('keep the zeros that their enterprise numbers begin with', async () => {
    const { vacancies } = await story.data<{ vacancies: { nodes: { organisation: { code: string; kboNumber: string | null } | null }[] } }>('{ vacancies(first: 20, sources: [VDAB]) { nodes { organisation { code kboNumber } } } }');
    const numbers = vacancies.nodes.flatMap(({ organisation }) => organisation?.kboNumber ?? []);
    expect(numbers.length).toBeGreaterThan(5);
    for (const number of numbers) expect(number).toMatch(/^0\d{9}$/);
  });
});

test('a source that is down costs its organisations and is named', async () => {
  const gateway = await story.cold();
  await story.sandbox.upstreams.cso.stop();
  const { organisations } = await dataOf<Page>(gateway, document, {});
  expect(organisations.nodes).toEqual([]);
  expect(organisations.sources).toContainEqual({ source: 'CSO', status: 'FAILED', totalCount: null });
});

function idsOf(...pages: readonly Page['organisations'][]): string[] {
  return pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
}

/** A gateway that has seen suppliers of VDAB, and what it lists while nothing changes. */
async function seeing() {
  const gateway = await story.cold();
  await dataOf(gateway, '{ vacancies(first: 60, sources: [VDAB]) { nodes { organisation { name } } } }');
  const pageOf = async (after: string | null, first = 20) => (await dataOf<Page>(gateway, document, { sources: ['CSO', 'VDAB'], first, after })).organisations;
  const all = await pageOf(null, 100);
  expect(all.pageInfo.hasNextPage).toBe(false);
  return { gateway, pageOf, ids: idsOf(all) };
}

describe('a walk over several sources', () => {
  test('a source that fails on one page costs the others no row, and is gone on with once it is back', async () => {
    const { pageOf, ids } = await seeing();
    const first = await pageOf(null, 5);
    // Days later CSO's list is fetched anew.
    story.sandbox.clock.advance(8 * 24 * 60 * 60_000);
    story.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 400 });
    const second = await pageOf(first.pageInfo.endCursor, 3);
    const third = await pageOf(second.pageInfo.endCursor, 100);
    const fourth = await pageOf(third.pageInfo.endCursor, 100);
    story.sandbox.upstreams.cso.reset();
    const last = await pageOf(fourth.pageInfo.endCursor, 100);
    expect(second.sources[0]).toMatchObject({ source: 'CSO', status: 'FAILED' });
    expect(idsOf(second, third).every((id) => id.startsWith('vdab:'))).toBe(true);
    expect(fourth).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true }, sources: [{ source: 'CSO', status: 'FAILED' }, { source: 'VDAB' }] });
    expect(idsOf(last).every((id) => id.startsWith('cso:'))).toBe(true);
    expect(last.pageInfo.hasNextPage).toBe(false);
    const walked = idsOf(first, second, third, fourth, last);
    expect(walked.toSorted()).toEqual(ids.toSorted());
  });

  test('a list of those seen that grows on the way gives none twice and loses none of those it had', async () => {
    const { gateway, pageOf, ids } = await seeing();
    const known = ids.filter((id) => id.startsWith('vdab:'));
    const first = await pageOf(null, truth().length + Math.ceil(known.length / 2));
    await dataOf(gateway, '{ vacancies(first: 100, sources: [VDAB], filter: { publishedWithinDays: 365 }) { nodes { organisation { name } } } }');
    const rest = await pageOf(first.pageInfo.endCursor, 100);
    const walked = idsOf(first, rest);
    expect(idsOf(await pageOf(null, 100)).length).toBeGreaterThan(ids.length);
    expect(new Set(walked).size).toBe(walked.length);
    expect(walked).toEqual(expect.arrayContaining(ids));
  });
});
