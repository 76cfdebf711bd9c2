import { Random } from '../sandbox/kit/random.ts';
import { post } from './jobs.ts';
import type { LoadRequest } from './load.ts';

/** What there is to ask for, by kind. */
export interface Stock {
  readonly vacancies: readonly string[];
  readonly candidates: readonly string[];
  readonly organisations: readonly string[];
}

const vacancyText = 'id title description { html plain(maxLength: 200) } organisation { id name sector } location { city nuts { code } regions { code label } } employment { contractType { code label } salaryMin { amount } } jsonLd';
const documents = {
  detail: `query ($id: ID!) { vacancy(id: $id) { ${vacancyText} application { url email } duplicates { id } } }`,
  nodes: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Vacancy { ${vacancyText} } } }`,
  list: 'query ($first: Int, $filter: VacancyFilter) { vacancies(first: $first, filter: $filter) { totalCount nodes { id title organisation { name } } pageInfo { endCursor } sources { source status totalCount } } }',
  dated: 'query ($first: Int, $days: Int) { vacancies(first: $first, orderBy: PUBLISHED_DESC, filter: { publishedWithinDays: $days }) { edges { cursor node { id publishedOn } } } }',
  candidate: 'query ($id: ID!) { candidate(id: $id) { id person { lastName } experiences { title } skills { __typename } raw } }',
  candidates: 'query ($first: Int) { candidates(first: $first) { nodes { id updatedOn } } }',
  organisation: 'query ($id: ID!) { organisation(id: $id) { id name vacancies(first: 5) { nodes { title } } } }',
  enumerations: 'query ($locale: Locale) { enumerations { nodes { name values { code label(locale: $locale) } } } }',
  count: 'query ($filter: VacancyFilter) { vacancyCount(filter: $filter) { total sources { totalCount } } }',
  facets: '{ vacancyFacets(by: REGION, sources: [CSO]) { counts { count value { code label } } } }',
  changes: 'query ($since: DateTime!) { vacancyChanges(source: VDAB, since: $since, first: 20) { nodes { kind vacancyId } pageInfo { endCursor } } }',
};
const titles = ['adviseur', 'medewerker', 'manager', 'verpleegkundige', 'developer', 'jurist', 'chauffeur', 'monteur', 'analist', 'coördinator'];
const dayMs = 86_400_000;

/** So many different operations in the proportions of a busy day, the wrong and the impatient among them; the same for the same stock. */
export function mixture(count: number, stock: Stock): LoadRequest[] {
  const random = new Random('endurance');
  const filter = () => ({ title: random.pick(titles), publishedWithinDays: random.int(1, 365) });
  const kinds: readonly (readonly [share: number, make: () => LoadRequest])[] = [
    [40, () => ask(documents.detail, { id: random.pick(stock.vacancies) })],
    [10, () => ask(documents.nodes, { ids: Array.from({ length: 20 }, () => random.pick(stock.vacancies)) })],
    [12, () => ask(documents.list, { first: random.int(1, 50), filter: filter() })],
    [8, () => ask(documents.dated, { first: random.int(1, 50), days: random.int(1, 365) })],
    [8, () => ask(documents.candidate, { id: random.pick(stock.candidates) })],
    [4, () => ask(documents.candidates, { first: random.int(1, 20) })],
    [6, () => ask(documents.organisation, { id: random.pick(stock.organisations) })],
    [2, () => ask(documents.enumerations, { locale: random.pick(['nl', 'fr', 'en']) })],
    [3, () => ask(documents.count, { filter: { cso: { keywords: random.pick(titles) } } })],
    [1, () => ask(documents.facets)],
    [2, () => ask(documents.changes, { since: new Date(Date.now() - random.int(1, 20) * dayMs).toISOString() })],
    [1, () => ({ ...ask(documents.detail, { id: `vdab:vacancy:${random.int(1, 1e6)}:no such thing` }), refused: true })],
    [1, () => ({ ...ask(`query ($n: Int) { vacancies(first: ${random.int(101, 1e6)}) { nodes { id } } }`), refused: true })],
    [2, () => ({ ...ask(documents.list, { first: random.int(1, 100), filter: filter() }), leavesAfterMs: random.int(1, 20) })],
  ];
  const drawn = kinds.flatMap(([share, make]) => Array.from({ length: share }, () => make));
  return Array.from({ length: count }, () => random.pick(drawn)());
}

function ask(query: string, variables: Readonly<Record<string, unknown>> = {}): LoadRequest {
  return post('/graphql', query, variables);
}
