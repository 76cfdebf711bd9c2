import { describe, expect, test } from 'vitest';
import { useStory } from '../support/story.ts';

const story = useStory({ scale: 0.15 });

interface Row {
  readonly id: string;
  readonly publishedAt: string | null;
  readonly publishedOn: string | null;
}
interface Page {
  readonly vacancies: {
    readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly { readonly source: string; readonly status: string; readonly unsupportedFilters: readonly string[] }[];
  };
}

async function walk(orderBy: string, first: number, most: number, filter: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null, more = true; more && rows.length < most; ) {
    const { vacancies }: Page = await story.data<Page>(
      `query($orderBy: VacancyOrder, $first: Int, $after: String, $filter: VacancyFilter) { vacancies(orderBy: $orderBy, first: $first, after: $after, filter: $filter) {
        edges { cursor node { id publishedAt publishedOn } } pageInfo { hasNextPage endCursor } sources { source status unsupportedFilters } } }`,
      { orderBy, first, after, filter },
    );
    rows.push(...vacancies.edges.map(({ node }) => node));
    after = vacancies.pageInfo.endCursor;
    more = vacancies.pageInfo.hasNextPage;
  }
  return rows.slice(0, most);
}

async function sourcesOf(onUnsupported: string): Promise<Page['vacancies']['sources']> {
  const document = 'query($filter: VacancyFilter) { vacancies(orderBy: PUBLISHED_DESC, first: 5, filter: $filter) { edges { cursor node { id } } sources { source status unsupportedFilters } } }';
  return (await story.data<Page>(document, { filter: { onUnsupported } })).vacancies.sources;
}

/** When each was published, by the sandbox's own data: an instant at CSO, a day at VDAB. */
function published(): Map<string, string> {
  const { cso, vdab } = story.sandbox.definitions;
  const starts = cso.data.jobs.map(({ code, publication }) => {
    const times = publication.sets.flatMap(({ phases }) => phases.map(({ startMs }) => startMs));
    return [`cso:vacancy:${code}`, times.length === 0 ? '' : new Date(Math.min(...times)).toISOString()] as const;
  });
  const days = vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD').map(({ id, document }) => [`vdab:vacancy:${id}`, document.publicatieDatum] as const);
  return new Map([...starts, ...days]);
}

describe('PUBLISHED_DESC', () => {
  test.each([9, 60])('merges CSO and VDAB by date, the latest first, in pages of %i', async (first) => {
    const rows = await walk('PUBLISHED_DESC', first, 200);
    const dates = published();
    const keys = rows.map(({ id }) => dates.get(id) ?? 'unknown');
    expect(keys).toEqual(keys.toSorted((a, b) => b.localeCompare(a)));
    const latest = [...dates.values()].toSorted((a, b) => b.localeCompare(a)).slice(0, 200);
    expect(keys).toEqual(latest);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(200);
    expect(new Set(rows.map(({ id }) => id.split(':')[0]))).toEqual(new Set(['cso', 'vdab']));
    for (const { id, publishedAt, publishedOn } of rows) expect(publishedAt ?? publishedOn).toBe(dates.get(id));
  });

  test('is the same list whatever the page size', async () => {
    const once = await walk('PUBLISHED_DESC', 100, 100);
    expect(await walk('PUBLISHED_DESC', 7, 100)).toEqual(once);
    expect(await walk('PUBLISHED_DESC', 33, 100)).toEqual(once);
  });

  test('gives every vacancy once, with a filter that is applied here too', async () => {
    const { cso, vdab } = story.sandbox.definitions;
    const expected = [
      ...cso.data.jobs.filter(({ content }) => content.name.toLowerCase().includes('beheerder')).map(({ code }) => `cso:vacancy:${code}`),
      ...vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD' && document.functie.functieTitel.toLowerCase().includes('beheerder')).map(({ id }) => `vdab:vacancy:${id}`),
    ];
    const rows = await walk('PUBLISHED_DESC', 5, 1000, { title: 'beheerder' });
    expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    const dates = published();
    const keys = rows.map(({ id }) => dates.get(id) ?? 'unknown');
    expect(keys).toEqual(keys.toSorted((a, b) => b.localeCompare(a)));
  });

  test('leaves out a source that cannot sort so, and with IGNORE takes its rows as they come', async () => {
    expect(await sourcesOf('SKIP_SOURCE')).toContainEqual({ source: 'CEGID', status: 'SKIPPED', unsupportedFilters: ['orderBy'] });
    expect(await sourcesOf('IGNORE')).toContainEqual({ source: 'CEGID', status: 'OK', unsupportedFilters: ['orderBy'] });
  });
});

describe('PUBLISHED_ASC', () => {
  test('is CSO’s alone: VDAB sorts by the latest only', async () => {
    const rows = await walk('PUBLISHED_ASC', 40, 100);
    const dates = published();
    const keys = rows.map(({ id }) => dates.get(id) ?? 'unknown');
    expect(rows.every(({ id }) => id.startsWith('cso:'))).toBe(true);
    const stated = keys.filter((key) => key !== '');
    expect(stated).toEqual(stated.toSorted((a, b) => a.localeCompare(b)));
    expect(keys.indexOf('')).toBe(keys.includes('') ? stated.length : -1);
  });
});

describe('UPDATED_DESC', () => {
  test('is VDAB’s alone, the latest change first', async () => {
    const { vdab } = story.sandbox.definitions;
    const expected = vdab.data.vacancies
      .filter(({ document }) => document.status === 'GEPUBLICEERD')
      .toSorted((a, b) => (b.changes.at(-1) ?? 0) - (a.changes.at(-1) ?? 0) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => `vdab:vacancy:${id}`);
    expect((await walk('UPDATED_DESC', 20, 60)).map(({ id }) => id)).toEqual(expected.slice(0, 60));
  });
});

test('CSO’s own orders count where the query asks for none', async () => {
  const rows = await story.data<Page>('query($filter: VacancyFilter) { vacancies(first: 50, sources: [CSO], filter: $filter) { edges { node { id } } } }', { filter: { cso: { orderBy: [{ by: 'DAYS_LEFT', descending: true }] } } });
  const jobs = new Map(story.sandbox.definitions.cso.data.jobs.map(({ code, publication }) => [`cso:vacancy:${code}`, Math.max(0, ...publication.sets.flatMap(({ phases }) => phases.map(({ endMs }) => endMs)))]));
  const days = rows.vacancies.edges.map(({ node }) => Math.ceil(((jobs.get(node.id) ?? 0) - story.sandbox.clock.now()) / 86_400_000));
  expect(days).toEqual(days.toSorted((a, b) => b - a));
  expect(days[0]).toBeGreaterThan(0);
});
