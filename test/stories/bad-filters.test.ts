import { beforeAll, describe, expect, test } from 'vitest';
import { type Refusal, refusalOf, refused } from '../support/refusal.ts';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const [early, late] = ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'];

/** Every field that takes a `VacancyFilter`, and where it takes it. */
const filtered: Readonly<Record<string, string>> = {
  vacancies: 'query($filter: VacancyFilter) { vacancies(filter: $filter) { nodes { id title } } }',
  vacancyCount: 'query($filter: VacancyFilter) { vacancyCount(filter: $filter) { total } }',
  vacancyFacets: 'query($filter: VacancyFilter) { vacancyFacets(by: REGION, filter: $filter) { counts { count } } }',
  'Organisation.vacancies': 'query($filter: VacancyFilter) { organisations(first: 1, sources: [CSO]) { nodes { vacancies(filter: $filter) { nodes { id } } } } }',
  'EnumerationValue.vacancyCount': 'query($filter: VacancyFilter) { enumerationValue(id: "cso:enumeration:regions/BRG.0214") { vacancyCount(filter: $filter) } }',
};

beforeAll(async () => {
  // The lists that codes are looked up in: they are read once in hours.
  await story.data('{ enumerations(sources: [CSO, CEGID]) { nodes { name } } organisations(first: 1, sources: [CSO]) { nodes { id } } }');
});

function refusal(document: string, variables: Readonly<Record<string, unknown>>, argument: string): Promise<Refusal> {
  return refusalOf(story.gateway, argument, document, variables);
}

const reversed: readonly (readonly [argument: string, filter: unknown])[] = [
  ['filter.publishedTo', { publishedFrom: late, publishedTo: early }],
  ['filter.cso.publicationTo', { cso: { publicationFrom: late, publicationTo: early } }],
  ['filter.cegid.updatedBefore', { cegid: { updatedAfter: late, updatedBefore: early } }],
];

const unknownCodes: readonly (readonly [argument: string, filter: unknown])[] = [
  ['filter.cso.educationLevels', { cso: { educationLevels: ['CWD.08', 'CWD.99'] } }],
  ['filter.cso.jobBranches', { cso: { jobBranches: ['JOBCAT10'] } }],
  ['filter.cso.jobCategories', { cso: { jobCategories: ['cft.02'] } }],
  ['filter.cso.regions', { cso: { regions: ['NL32'] } }],
  ['filter.cso.contractTypes', { cso: { contractTypes: ['vast'] } }],
  ['filter.cso.payScales', { cso: { payScales: ['10'] } }],
  ['filter.cso.publicationStatuses', { cso: { publicationStatuses: ['PUBLISHED'] } }],
  ['filter.cso.organisations', { cso: { organisations: ['99999'] } }],
  ['filter.vdab.jobDomains', { vdab: { jobDomains: ['ICT'] } }],
  ['filter.vdab.occupations', { vdab: { occupations: ['a code, or two'] } }],
  ['filter.vdab.competences', { vdab: { competences: ['één'] } }],
  ['filter.vdab.experience', { vdab: { experience: ['veel ervaring'] } }],
  ['filter.vdab.postalCodes', { vdab: { postalCodes: ['BE-2800'] } }],
  ['filter.cegid.statuses', { cegid: { statuses: ['PUBLISHED'] } }],
  ['filter.nuts', { nuts: ['N'] }],
  ['filter.nuts', { nuts: ['NL-NH'] }],
  ['filter.countryCodes', { countryCodes: ['nl'] }],
  ['filter.countryCodes', { countryCodes: ['NLD'] }],
  ['filter.countryCodes', { countryCodes: ['XX'] }],
  ['filter.postalCodes', { postalCodes: ['?'] }],
  ['filter.eqfLevels', { eqfLevels: [9] }],
  ['filter.employmentTypes', { employmentTypes: ['FULLTIME'] }],
  ['filter.statuses', { statuses: ['GEPUBLICEERD'] }],
];

const contradictions: readonly (readonly [argument: string, filter: unknown])[] = [
  ['filter.publishedWithinDays', { publishedWithinDays: 5, publishedFrom: early }],
  ['filter.cso.salaryMax', { cso: { salaryMin: 5000, salaryMax: 4000 } }],
  ['filter.vdab.distanceKm', { vdab: { distanceKm: 10 } }],
  ['filter.cegid.q', { cegid: { q: 'anything goes' } }],
  ['filter.cegid.references', { cegid: { references: ['one,two'] } }],
  ['filter.vdab.extra', { vdab: { extra: { vanaf: 10 } } }],
  ['filter.vdab.extra', { vdab: { extra: 'vanaf=10' } }],
  ['filter.vdab.extra', { vdab: { extra: { 'no name': 1 } } }],
  ['filter.vdab.extra', { vdab: { extra: { nested: { a: 1 } } } }],
];

const otherwise: readonly (readonly [argument: string, filter: unknown])[] = [
  ['filter.keywords', { keywords: '' }],
  ['filter.title', { title: '   ' }],
  ['filter.keywords', { keywords: 'a\u0000b' }],
  ['filter.near', { near: { latitude: 52, longitude: 4 } }],
  ['filter.title', { title: 5 }],
  ['filter', { unknownCriterion: 1 }],
  ['filter.nuts', { nuts: Array.from({ length: 251 }, () => 'NL') }],
];

describe.each(Object.entries(filtered))('%s', (field, document) => {
  // Of a field that asks CSO alone, the filters of others restrict nothing.
  const told = ([argument]: readonly [string, unknown]) => field.startsWith('vacanc') || !/^filter\.(?:vdab|cegid)/.test(argument);

  test.each(reversed.filter(told))('a period that ends before it begins: %s', async (argument, filter) => {
    expect(await refusal(document, { filter }, argument)).toEqual(refused);
  });

  test.each(unknownCodes.filter(told))('an unknown code: %s of %j', async (argument, filter) => {
    expect(await refusal(document, { filter }, argument)).toEqual(refused);
  });

  test.each(contradictions.filter(told))('criteria that contradict each other or themselves: %s of %j', async (argument, filter) => {
    expect(await refusal(document, { filter }, argument)).toEqual(refused);
  });

  test.each(otherwise)('what is no criterion: %s', async (argument, filter) => {
    expect(await refusal(document, { filter }, argument)).toEqual(refused);
  });
});

describe('on a cold process', () => {
  test.each(['vacancies', 'vacancyCount', 'vacancyFacets'])('%s looks an unknown code up in the lists, and asks no source for vacancies', async (field) => {
    const gateway = await story.cold();
    const { errors } = await gateway.query(filtered[field] ?? '', { filter: { cso: { jobBranches: ['CVG.99'] } } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.cso.jobBranches' } }]);
    expect(callsOf(story.sandbox)).toEqual({ 'cso getApiKey': 1, 'cso getJobEnumerations': 1 });
  });

  test.each([...reversed, ...contradictions, ...otherwise])('what needs no list to be seen costs nothing: %s of %j', async (argument, filter) => {
    const gateway = await story.cold();
    const { errors } = await gateway.query(filtered['vacancies'] ?? '', { filter: { ...(filter as object), eqfLevels: [6] } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(argument);
    expect(callsOf(story.sandbox)).toEqual({});
  });
});

describe('changes', () => {
  const day = 24 * 60 * 60_000;
  const now = Date.now();
  const inDays = (days: number) => new Date(now + days * day).toISOString();
  test.each(['vacancyChanges', 'candidateChanges'])('%s of a period that ends before it begins, has not begun, or is longer than a year', async (field) => {
    const document = `query($since: DateTime!, $until: DateTime) { ${field}(source: VDAB, since: $since, until: $until) { nodes { id } } }`;
    expect(await refusal(document, { since: inDays(-1), until: inDays(-2) }, 'until')).toEqual(refused);
    expect(await refusal(document, { since: inDays(-1), until: inDays(-1) }, 'until')).toEqual(refused);
    expect(await refusal(document, { since: inDays(1) }, 'since')).toEqual(refused);
    expect(await refusal(document, { since: inDays(-400) }, 'since')).toEqual(refused);
  });
});

describe('candidates', () => {
  const document = 'query($filter: CandidateFilter) { candidates(filter: $filter) { nodes { id } } }';
  test.each([
    ['filter.desiredRegions', { desiredRegions: ['Gent'] }],
    ['filter.nuts', { nuts: ['Gent'] }],
    ['filter.studies', { studies: ['not a code'] }],
    ['filter.emails', { emails: ['nobody'] }],
    ['filter.ids', { ids: [''] }],
    ['filter.extra', { extra: [1] }],
    ['filter.extra', { extra: { velden: 'x' } }],
    ['filter', { keywords: 'x' }],
  ])('%s of %j', async (argument, filter) => {
    expect(await refusal(document, { filter }, argument)).toEqual(refused);
  });
});

describe('elsewhere', () => {
  test('251 ids', async () => {
    expect(await refusal('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 251 }, (_, index) => `cso:vacancy:${index}`) }, 'ids')).toEqual(refused);
  });

  test('one malformed id among good ones', async () => {
    const { errors } = await story.gateway.query('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['cso:vacancy:1', 'vdab:vacancy:2', 'nonsense'] });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'ids.2' } }]);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test.each(['Vacancy', 'Candidate', 'Organisation', 'EnumerationValue'])('a malformed id of an entity: %s', async (__typename) => {
    expect(await refusal('query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }', { representations: [{ __typename, id: 'nonsense' }] }, 'representations')).toEqual(refused);
  });

  test('an organisation filtered by organisations', async () => {
    expect(await refusal(filtered['Organisation.vacancies'] ?? '', { filter: { organisationIds: ['cso:organisation:1'] } }, 'filter.organisationIds')).toEqual(refused);
  });

  test('values written in the query are named like values of variables', async () => {
    expect(await refusal('{ vacancies(filter: { near: { latitude: "north", longitude: 4, km: 10 } }) { nodes { id } } }', {}, 'filter.near.latitude')).toEqual(refused);
    expect(await refusal('{ vacancies(first: 101) { nodes { id } } }', {}, 'first')).toEqual(refused);
    expect(await refusal('{ vacancies(sources: [LINKEDIN]) { nodes { id } } }', {}, 'sources')).toEqual(refused);
    expect(await refusal('{ vacancySnapshot(source: VDAB, date: "2026-02-30") { nodes { id } } }', {}, 'date')).toEqual(refused);
    expect(await refusal('query($since: DateTime!) { vacancyChanges(source: VDAB, since: $since) { nodes { id } } }', { since: 'yesterday' }, 'since')).toEqual(refused);
    expect(await refusal('query($beginning: DateTime!) { vacancyChanges(source: VDAB, since: $beginning) { nodes { id } } }', { beginning: 'yesterday' }, 'since')).toEqual(refused);
    expect(await refusal('query($beginning: DateTime!) { vacancyChanges(source: VDAB, since: $beginning) { nodes { id } } }', {}, 'since')).toEqual(refused);
  });

  test.each([
    ['id', 'query ($id: ID = "cso:vacancy:1") { vacancy(id: $id) { id } }', { id: null }],
    ['filter', 'query ($latitude: Float = 52) { vacancies(filter: { near: { latitude: $latitude, longitude: 4, km: 10 } }) { nodes { id } } }', { latitude: null }],
    ['if', 'query ($hidden: Boolean = false) { vacancies(first: 1) { nodes { id } } sources @skip(if: $hidden) { source } }', { hidden: null }],
  ])('a null that a variable may be and its place not: %s', async (argument, document, variables) => {
    for (const asked of ['first', 'again']) expect([asked, await refusal(document, variables, argument)]).toEqual([asked, refused]);
  });

  test('unknown fields, arguments and operations', async () => {
    for (const document of ['{ nothing }', '{ vacancies(limit: 1) { nodes { id } } }', 'query A { __typename } query B { __typename }', '{ vacancies {', '']) {
      const { errors } = await story.gateway.query(document);
      expect(errors.map(({ extensions }) => extensions.code)).toContain('BAD_USER_INPUT');
      expect(new Set(errors.map(({ extensions }) => extensions.code)).size).toBe(1);
    }
    expect(callsOf(story.sandbox)).toEqual({});
  });
});
