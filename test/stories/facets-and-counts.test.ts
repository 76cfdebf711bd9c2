import { describe, expect, test } from 'vitest';
import { criteria } from '../support/criteria.ts';
import { dataOf, useStory } from '../support/story.ts';
import { searchable, truthOf } from '../support/truth.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();

interface Report {
  readonly source: string;
  readonly status: string;
  readonly totalCount: number | null;
  readonly unsupportedFilters: readonly string[];
}
interface Facets {
  readonly vacancyFacets: { readonly counts: readonly { readonly source: string; readonly count: number; readonly value: { readonly code: string; readonly label: string | null } }[]; readonly sources: readonly Report[] };
}
interface Count {
  readonly vacancyCount: { readonly total: number | null; readonly sources: readonly Report[] };
}

const facets = `query($by: VacancyFacet!, $filter: VacancyFilter, $sources: [Source!]) {
  vacancyFacets(by: $by, filter: $filter, sources: $sources) { counts { source count value { code label } } sources { source status totalCount unsupportedFilters } }
}`;
const count = 'query($filter: VacancyFilter, $sources: [Source!]) { vacancyCount(filter: $filter, sources: $sources) { total sources { source status totalCount unsupportedFilters } } }';

/** How often each code occurs, most first. */
function tally(codes: readonly (readonly string[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes.flatMap((one) => [...new Set(one)])) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

async function countsOf(variables: Readonly<Record<string, unknown>>): Promise<Record<string, number>> {
  const { vacancyFacets } = await story.data<Facets>(facets, variables);
  return Object.fromEntries(vacancyFacets.counts.map(({ value, count: found }) => [value.code, found]));
}

describe('facets of CSO are counted by CSO itself, in one call', () => {
  const lists = { REGION: 'regions', EDUCATION_LEVEL: 'educationLevels', JOB_BRANCH: 'jobBranches', JOB_CATEGORY: 'jobCategories' } as const;
  test.each(Object.entries(lists))('%s: a value counts the vacancies that have it or a value below it', async (by, list) => {
    const { enumerations, jobs } = story.sandbox.definitions.cso.data;
    const found = (codes: readonly string[]) => jobs.filter(({ features }) => features.detail[list].some((code) => codes.includes(code))).length;
    const expected = enumerations[list].all().map(({ code }) => [code, found(enumerations[list].covered(code))] as const);
    expect(await countsOf({ by, sources: ['CSO'] })).toEqual(Object.fromEntries(expected.filter(([, number]) => number > 0)));
    expect(callsOf(story.sandbox)).toMatchObject({ 'cso getJobCountForEnumeration': 1 });
    expect(callsOf(story.sandbox)).not.toHaveProperty('cso getJobs');
  });

  test('with a filter only the vacancies that meet it are counted', async () => {
    const { jobs } = story.sandbox.definitions.cso.data;
    const meeting = jobs.filter(({ content }) => content.name.toLowerCase().includes('adviseur'));
    const counts = await countsOf({ by: 'CONTRACT_TYPE', sources: ['CSO'], filter: { title: 'adviseur' } });
    expect(counts['CSD.02'] ?? 0).toBe(meeting.filter(({ features }) => features.conditions.contractType === 'CSD.02').length);
    expect(meeting.length).toBeGreaterThan(0);
  });
});

describe('facets of a source that does not count', () => {
  test('are counted over its vacancies', async () => {
    const published = story.sandbox.definitions.vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD');
    expect(await countsOf({ by: 'JOB_BRANCH', sources: ['VDAB'] })).toEqual(tally(published.map(({ document }) => document.functie.jobdomeinen)));
    const { vacancies } = story.sandbox.definitions.cegid.data;
    expect(await countsOf({ by: 'CONTRACT_TYPE', sources: ['CEGID'] })).toEqual(tally(vacancies.map(({ jobDescription }) => (jobDescription.contractType === null ? [] : [jobDescription.contractType.id]))));
  });

  test('come with the most first, each source’s own', async () => {
    const { vacancyFacets } = await story.data<Facets>(facets, { by: 'CONTRACT_TYPE' });
    for (const source of ['VDAB', 'CEGID']) {
      const counts = vacancyFacets.counts.filter((one) => one.source === source).map((one) => one.count);
      expect(counts.length).toBeGreaterThan(1);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
    expect(vacancyFacets.sources.map(({ source, status }) => [source, status])).toEqual(searchable.map((source) => [source, 'OK']));
  });

  test('are left out, and said to be, where there are too many to read', async () => {
    const gateway = await story.cold({ FACET_ROWS: '100' });
    const { vacancyFacets } = await dataOf<Facets>(gateway, facets, { by: 'JOB_BRANCH', sources: ['VDAB', 'CSO'] });
    expect(vacancyFacets.sources.map(({ source, status }) => [source, status])).toEqual([['CSO', 'OK'], ['VDAB', 'SKIPPED']]);
    expect(new Set(vacancyFacets.counts.map(({ source }) => source))).toEqual(new Set(['CSO']));
    expect(callsOf(story.sandbox)).not.toHaveProperty('vdab POST v2/vacatures');
  });

  test('are left out where a criterion can be applied nowhere', async () => {
    const { vacancyFacets } = await story.data<Facets>(facets, { by: 'REGION', filter: { eqfLevels: [6] } });
    expect(vacancyFacets.sources.find(({ source }) => source === 'VDAB')).toMatchObject({ status: 'SKIPPED', unsupportedFilters: ['eqfLevels'] });
  });
});

describe('counting', () => {
  test.each(criteria.map((criterion) => [JSON.stringify(criterion.filter), criterion] as const))('%s: each source’s number of matches', async (_name, criterion) => {
    const truth = truthOf(story.sandbox, [criterion]);
    const { vacancyCount } = await story.data<Count>(count, { filter: criterion.filter });
    expect(vacancyCount.sources.map(({ source, status, totalCount }) => [source, status, totalCount])).toEqual(
      searchable.map((source) => [source, truth[source] === null ? 'SKIPPED' : 'OK', truth[source]?.length ?? null]),
    );
    const sum = searchable.reduce((total, source) => total + (truth[source]?.length ?? 0), 0);
    expect(vacancyCount.total).toBe(searchable.some((source) => truth[source] === null) ? null : sum);
  });

  test('without a filter, CSO and VDAB are asked for their numbers and for no details', async () => {
    const gateway = await story.cold();
    const { vacancyCount } = await dataOf<Count>(gateway, count, { sources: ['CSO', 'VDAB'] });
    const truth = truthOf(story.sandbox, []);
    expect(vacancyCount.total).toBe((truth.CSO?.length ?? 0) + (truth.VDAB?.length ?? 0));
    expect(callsOf(story.sandbox)).toEqual({ 'cso getApiKey': 1, 'cso getJobCount': 1, 'vdab GET v2/vacatures': 1 });
  });

  test.each(['total', 'page'] as const)('with VDAB’s `aantal` read as the %s a number is right or unknown, never wrong', async (meaning) => {
    story.sandbox.definitions.vdab.switches.aantalMeaning = meaning;
    const gateway = await story.cold();
    const { vacancyCount } = await dataOf<Count>(gateway, count, { sources: ['VDAB'] });
    expect(vacancyCount.total).toBe(truthOf(story.sandbox, []).VDAB?.length);
  });

  test('a list that is longer than what may be read has no total, and is PARTIAL', async () => {
    const gateway = await story.cold({ SCAN_PAGES: '1' });
    const { vacancyCount } = await dataOf<Count>(gateway, count, { sources: ['VDAB'], filter: { title: 'adviseur' } });
    expect(vacancyCount).toMatchObject({ total: null, sources: [{ status: 'PARTIAL', totalCount: null }] });
  });

  test('a dead upstream never reads as zero', async () => {
    const gateway = await story.cold();
    story.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 500 });
    const { vacancyCount } = await dataOf<Count>(gateway, count, {});
    expect(vacancyCount.total).toBeNull();
    expect(vacancyCount.sources.map(({ status }) => status)).toEqual(['FAILED', 'OK', 'OK']);
  });
});

describe('the number of vacancies that have a value', () => {
  test('all values of a list cost one call', async () => {
    const gateway = await story.cold();
    const { jobs } = story.sandbox.definitions.cso.data;
    const { enumerations } = await dataOf<{ enumerations: { nodes: { values: { code: string; vacancyCount: number }[] }[] } }>(gateway, '{ enumerations(sources: [CSO], kinds: [CONTRACT_TYPE]) { nodes { values { code vacancyCount } } } }');
    const [list] = enumerations.nodes;
    expect(list?.values.find(({ code }) => code === 'CSD.12')?.vacancyCount).toBe(jobs.filter(({ features }) => features.conditions.contractType === 'CSD.12').length);
    expect(callsOf(story.sandbox)).toEqual({ 'cso getApiKey': 1, 'cso getJobEnumerations': 1, 'cso getJobCountForEnumeration': 1 });
  });

  test('is null for a value that its source cannot count by', async () => {
    const { enumerationValue } = await story.data<{ enumerationValue: unknown }>('{ enumerationValue(id: "cso:enumeration:drivingLicences/b") { vacancyCount } }');
    expect(enumerationValue).toEqual({ vacancyCount: null });
  });
});
