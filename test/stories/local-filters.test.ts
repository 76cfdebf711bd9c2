import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { truthOf } from '../support/truth.ts';
import { bodiesOf, callsOf, queriesOf } from '../support/upstream-calls.ts';

const story = useStory({ scale: 0.2 });

interface Page {
  readonly vacancies: {
    readonly nodes: readonly { readonly id: string; readonly title?: string | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number | null;
    readonly sources: readonly { readonly source: string; readonly status: string; readonly totalCount: number | null; readonly unsupportedFilters: readonly string[]; readonly error: { readonly code: string; readonly message: string } | null }[];
  };
}

const document = `query($filter: VacancyFilter, $sources: [Source!], $first: Int, $after: String, $orderBy: VacancyOrder) {
  vacancies(filter: $filter, sources: $sources, first: $first, after: $after, orderBy: $orderBy) {
    nodes { id title } pageInfo { hasNextPage endCursor } totalCount sources { source status totalCount unsupportedFilters error { code message } }
  }
}`;

/** A list of one coded value as CSO is sent it. */
function coded(className: string, code: string): unknown[] {
  return [expect.objectContaining({ __type__: className, code })];
}

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page['vacancies']> {
  return (await story.data<Page>(document, variables)).vacancies;
}

describe('a criterion that a source can apply nowhere', () => {
  test('leaves the source out by default, and says which criterion it was', async () => {
    const { nodes, sources, totalCount } = await page({ filter: { eqfLevels: [6] }, first: 30 });
    expect(sources.map(({ source, status, unsupportedFilters }) => [source, status, unsupportedFilters])).toEqual([['CSO', 'OK', []], ['VDAB', 'SKIPPED', ['eqfLevels']], ['CEGID', 'OK', []]]);
    expect(sources[1]?.error).toMatchObject({ code: 'UNSUPPORTED_BY_SOURCE' });
    expect(sources[1]?.error?.message).toContain('eqfLevels');
    expect(nodes.some(({ id }) => id.startsWith('vdab:'))).toBe(false);
    expect(totalCount).toBeNull();
    expect(story.sandbox.upstreams.vdab.requests).toEqual([]);
  });

  test('with SKIP_SOURCE stated it is the same', async () => {
    expect((await page({ filter: { eqfLevels: [6], onUnsupported: 'SKIP_SOURCE' } })).sources[1]).toMatchObject({ status: 'SKIPPED', unsupportedFilters: ['eqfLevels'] });
  });

  test('with IGNORE the source answers unfiltered by it, and says so', async () => {
    const { nodes, sources } = await page({ filter: { eqfLevels: [6], onUnsupported: 'IGNORE' }, first: 30 });
    expect(sources.map(({ source, status, unsupportedFilters }) => [source, status, unsupportedFilters])).toEqual([['CSO', 'OK', []], ['VDAB', 'OK', ['eqfLevels']], ['CEGID', 'OK', []]]);
    expect(nodes.filter(({ id }) => id.startsWith('vdab:')).map(({ id }) => id)).toEqual(truthOf(story.sandbox, []).VDAB?.slice(0, 10));
  });

  test('with IGNORE its other criteria still hold', async () => {
    const { nodes } = await page({ filter: { eqfLevels: [6], title: 'adviseur', onUnsupported: 'IGNORE' }, sources: ['VDAB'], first: 20 });
    expect(nodes.length).toBeGreaterThan(0);
    for (const { title } of nodes) expect(title?.toLowerCase()).toContain('adviseur');
  });

  test('several are all named', async () => {
    const { sources } = await page({ filter: { postalCodes: ['9000'], salaryMin: 3000, publishedWithinDays: 30, nuts: ['BE23'] }, sources: ['CEGID'] });
    expect(sources[0]?.unsupportedFilters.toSorted()).toEqual(['nuts', 'postalCodes', 'publishedWithinDays', 'salaryMin']);
  });

  test('an order that a source cannot give counts as one', async () => {
    const { sources } = await page({ orderBy: 'PUBLISHED_DESC' });
    expect(sources.map(({ source, status, unsupportedFilters }) => [source, status, unsupportedFilters])).toEqual([['CSO', 'OK', []], ['VDAB', 'OK', []], ['CEGID', 'SKIPPED', ['orderBy']]]);
  });
});

describe('a criterion that is applied here', () => {
  test('reads at most so many upstream pages for a page of ours, and goes on with the next', async () => {
    const gateway = await story.cold({ SCAN_PAGES: '1' });
    const filter = { title: 'lasser' };
    const expected = truthOf(story.sandbox, [{ CSO: null, VDAB: ({ document: { functie } }) => functie.functieTitel.toLowerCase().includes('lasser'), CEGID: null }], 'IGNORE').VDAB ?? [];
    const ids: string[] = [];
    let after: string | null = null;
    let pages = 0;
    for (let more = true; more; pages += 1) {
      story.sandbox.upstreams.vdab.reset();
      const { vacancies }: Page = await dataOf<Page>(gateway, document, { filter, sources: ['VDAB'], first: 50, after });
      expect(callsOf(story.sandbox)['vdab GET v2/vacatures']).toBe(1);
      // Short pages, or empty ones, while there is more.
      expect(vacancies.nodes.length).toBeLessThan(50);
      ids.push(...vacancies.nodes.map(({ id }) => id));
      after = vacancies.pageInfo.endCursor;
      more = vacancies.pageInfo.hasNextPage;
    }
    expect(pages).toBe(3);
    expect(ids).toEqual(expected);
    expect(ids.length).toBeGreaterThan(0);
  });

  test('an empty page may have a next one', async () => {
    const gateway = await story.cold({ SCAN_PAGES: '1' });
    const { vacancies } = await dataOf<Page>(gateway, document, { filter: { title: 'nobody is called this' }, sources: ['VDAB'], first: 10 });
    expect(vacancies).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    expect(vacancies.pageInfo.endCursor).not.toBeNull();
  });

  test('has no total: counting it would take reading it all', async () => {
    const { totalCount, sources } = await page({ filter: { title: 'adviseur' }, first: 2 });
    expect(sources.map(({ source, totalCount: total }) => [source, total])).toEqual([['CSO', expect.any(Number)], ['VDAB', null], ['CEGID', null]]);
    expect(totalCount).toBeNull();
  });

  test('is counted where the whole list was looked through for one page', async () => {
    const filter = { keywords: 'adviseur' };
    const { nodes, pageInfo, totalCount } = await page({ filter, sources: ['CEGID'], first: 100 });
    expect([pageInfo.hasNextPage, totalCount]).toEqual([false, nodes.length]);
    expect(nodes.length).toBeGreaterThan(0);
    expect(await story.data('query($filter: VacancyFilter) { vacancyCount(filter: $filter, sources: [CEGID]) { total } }', { filter })).toEqual({ vacancyCount: { total: nodes.length } });
    expect((await page({ filter, sources: ['CEGID'], first: 1 })).totalCount).toBe(nodes.length === 1 ? 1 : null);
  });

  test('selects for itself what it needs of the rows, and shows no more than was selected', async () => {
    const gateway = await story.cold();
    await dataOf(gateway, 'query($filter: VacancyFilter) { vacancies(filter: $filter, sources: [CSO], first: 5) { nodes { id } } }', { filter: { near: { latitude: 52.09, longitude: 5.12, km: 40 } } });
    expect(bodiesOf(story.sandbox.upstreams.cso, /getJobs/)[0]?.['fieldSelection']).toEqual({ __type__: 'RemoteJobFieldSelection', jobFeatures: { __type__: 'RemoteJobFeaturesFieldSelection', location: true } });
  });
});

describe('a criterion that a source applies itself is translated to its words', () => {
  test('regions by NUTS, levels by EQF, words, organisation and dates at CSO', async () => {
    const [organisation] = story.sandbox.definitions.cso.data.organisations;
    await page({ filter: { nuts: ['NL32'], eqfLevels: [8], keywords: 'planning', title: 'adviseur', organisationIds: [`cso:organisation:${organisation?.code}`], publishedFrom: '2026-01-01T00:00:00Z', publishedTo: '2026-12-31T00:00:00Z' }, sources: ['CSO'] });
    const [body] = bodiesOf(story.sandbox.upstreams.cso, /getJobs/);
    expect(body?.['filter']).toMatchObject({
      contentFilter: { keywords: 'planning', name: 'adviseur' },
      featuresFilter: { detailFilter: { regions: coded('Region', 'BRG.0216'), educationLevels: coded('EducationLevel', 'CWD.02') } },
      organisations: coded('RemoteOrganisation', organisation?.code ?? ''),
      publicationDataFilter: { publicationPeriodFilter: { dateStart: Date.UTC(2026, 0, 1), dateEnd: Date.UTC(2026, 11, 31) } },
    });
  });

  test('postcodes and days at VDAB, statuses at Cegid', async () => {
    await page({ filter: { postalCodes: ['9000', '2800'], publishedWithinDays: 7 }, sources: ['VDAB'] });
    const [search] = queriesOf(story.sandbox.upstreams.vdab, /vacatures$/);
    expect(search?.getAll('postcode')).toEqual(['9000', '2800']);
    expect(search?.get('sinds')).toBe('7');
    await page({ filter: { statuses: ['PUBLISHED'] }, sources: ['CEGID'] });
    const [exported] = queriesOf(story.sandbox.upstreams.cegid, /exports/);
    expect(exported?.get('filter')).toContain('_TS_CO_OfferStatus_Diffuse');
  });

  test('a source’s own filter restricts that source only', async () => {
    const truth = truthOf(story.sandbox, []);
    const { nodes } = await page({ filter: { vdab: { jobDomains: ['JOBCAT10'] } }, first: 60 });
    expect(nodes.filter(({ id }) => id.startsWith('cso:')).map(({ id }) => id)).toEqual(truth.CSO?.slice(0, 20));
    expect(nodes.filter(({ id }) => id.startsWith('cegid:')).map(({ id }) => id)).toEqual(truth.CEGID?.slice(0, 20));
    expect(queriesOf(story.sandbox.upstreams.vdab, /vacatures$/)[0]?.getAll('jobdomein')).toEqual(['JOBCAT10']);
  });

  test('ids of organisations leave out the sources of others, which are not even asked', async () => {
    const [organisation] = story.sandbox.definitions.cso.data.organisations;
    const { sources } = await page({ filter: { organisationIds: [`cso:organisation:${organisation?.code}`] } });
    expect(sources.map(({ source, status }) => [source, status])).toEqual([['CSO', 'OK']]);
    expect(story.sandbox.upstreams.vdab.requests).toEqual([]);
    expect(story.sandbox.upstreams.cegid.requests).toEqual([]);
  });
});
