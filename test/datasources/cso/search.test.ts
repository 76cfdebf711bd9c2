import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CsoConfig } from '../../../src/datasources/cso/config.ts';
import type { CsoDataSource } from '../../../src/datasources/cso/index.ts';
import { csoFilterOf } from '../../../src/datasources/cso/own-filter.ts';
import type { VacancyField } from '../../../src/domain/fields.ts';
import { globalId } from '../../../src/domain/ids.ts';
import type { VacancyPlan } from '../../../src/domain/slice.ts';
import type { Vacancy } from '../../../src/domain/vacancy.ts';
import { anyVacancy, statedCriteria, type VacancyCriterion, type VacancyFilter, type VacancyOrder } from '../../../src/domain/vacancy-filter.ts';
import { matchesLocally } from '../../../src/domain/vacancy-match.ts';
import { anyCsoJob } from './own-filter.ts';
import { CsoHarness } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const dayMs = 24 * 60 * 60 * 1000;
const judged: ReadonlySet<VacancyField> = new Set<VacancyField>([
  'title', 'description', 'requirements', 'location', 'location.regions', 'education', 'employment', 'organisation', 'publishedAt', 'status',
]);

function planOf(source: CsoDataSource, filter: Partial<VacancyFilter>, order: VacancyOrder = 'SOURCE_ORDER'): Promise<VacancyPlan> {
  return source.planVacancies({ ...anyVacancy, ...filter }, order);
}

/** All that a plan holds, page by page. */
async function readAll(plan: VacancyPlan, fields: ReadonlySet<VacancyField>, limit = 200): Promise<Vacancy[]> {
  const found: Vacancy[] = [];
  for (let offset = 0, more = !plan.empty; more; ) {
    const slice = await plan.read({ offset, limit, fields, values: true });
    for (const row of slice.rows) if (row.sourceId !== null && row.value !== null) found.push(row.value);
    offset += slice.rows.length;
    more = slice.more;
  }
  return found;
}

async function match(source: CsoDataSource, given: Partial<VacancyFilter>) {
  const filter = { ...anyVacancy, ...given };
  const plan = await source.planVacancies(filter, 'SOURCE_ORDER');
  const read = await readAll(plan, judged);
  return { plan, found: read.filter((vacancy) => matchesLocally(vacancy, filter, plan.local, cso.clock.now())).map(({ sourceId }) => sourceId) };
}

const organisationIds = (...codes: readonly string[]) => codes.map((code) => globalId('CSO', 'organisation', code));
const within = (days: number) => new Date(Math.floor(cso.clock.now() / dayMs) * dayMs - days * dayMs);

/** A filter, and the criteria of it that have to be applied here. */
const filters: readonly (readonly [string, () => Partial<VacancyFilter>, readonly VacancyCriterion[]])[] = [
  ['a word of the title', () => ({ title: 'adviseur' }), []],
  ['a province', () => ({ nuts: ['NL35'] }), []],
  ['a province by its former code', () => ({ nuts: ['NL31', 'NL33'] }), []],
  ['a group of provinces', () => ({ nuts: ['NL3'] }), []],
  ['a country, which takes the Caribbean part along', () => ({ nuts: ['NL'] }), ['nuts']],
  ['a foreign country as NUTS', () => ({ nuts: ['BE'] }), []],
  ['a country', () => ({ countryCodes: ['NL'] }), []],
  ['foreign countries', () => ({ countryCodes: ['BE', 'TR', 'DZ'] }), []],
  ['a province within its country', () => ({ nuts: ['NL41'], countryCodes: ['NL'] }), []],
  ['a country and its Caribbean part', () => ({ nuts: ['NL'], countryCodes: ['NL'] }), ['nuts']],
  ['two criteria on regions of their own', () => ({ nuts: ['NL35', 'NL22'], own: { CSO: { ...anyCsoJob, regions: ['BRG.0216', 'BRG.0214'] } } }), ['nuts']],
  ['a region and all that lies in it', () => ({ countryCodes: ['NL'], own: { CSO: { ...anyCsoJob, regions: ['BRG.0226'] } } }), []],
  ['a level that a parent has and a child has not', () => ({ eqfLevels: [7] }), ['eqfLevels']],
  ['a level that all have', () => ({ eqfLevels: [6] }), []],
  ['several levels', () => ({ eqfLevels: [1, 8] }), []],
  ['organisations', () => ({ organisationIds: organisationIds('01130', '01220') }), []],
  ['organisations, one of another source and one of none', () => ({ organisationIds: [...organisationIds('01130', '99999'), 'vdab:organisation:0123456789'] }), []],
  ['a first day', () => ({ publishedFrom: within(10) }), []],
  ['a last day', () => ({ publishedTo: within(20) }), []],
  ['a period', () => ({ publishedFrom: within(30), publishedTo: within(15) }), []],
  ['the last days', () => ({ publishedWithinDays: 7 }), []],
  ['employment types', () => ({ employmentTypes: ['INTERN', 'TEMPORARY'] }), ['employmentTypes']],
  ['postal codes', () => ({ postalCodes: ['35', '1012'] }), ['postalCodes']],
  ['a distance', () => ({ near: { latitude: 52.09, longitude: 5.12, km: 25 } }), ['near']],
  ['statuses', () => ({ statuses: ['DRAFT', 'CLOSED'] }), ['statuses']],
  ['a salary', () => ({ salaryMin: 5000 }), ['salaryMin']],
  ['much at once', () => ({ nuts: ['NL3'], eqfLevels: [6], publishedWithinDays: 60, statuses: ['PUBLISHED'], employmentTypes: ['FULL_TIME'] }), ['employmentTypes', 'statuses']],
];

describe.each(['published', 'overlaps'] as const)('where the period means %s', (publicationPeriod) => {
  let source: CsoDataSource;
  let all: Vacancy[];
  beforeAll(async () => {
    source = cso.operation(cso.connect({ publicationPeriod }), { deadline: cso.clock.now() + 60_000 });
    all = await readAll(await planOf(source, {}), judged);
  });
  beforeEach(() => {
    cso.sandbox.switches.publicationPeriod = publicationPeriod;
  });

  test.each(filters)('finds by %s what the vacancies say of themselves', async (_name, given, local) => {
    const filter = { ...anyVacancy, ...given() };
    const { plan, found } = await match(source, filter);
    const own = csoFilterOf(filter)?.regions ?? null;
    const inOwn = (vacancy: Vacancy) => own === null || (vacancy.location?.regions ?? []).some((region) => [region.code, region.parentCode].some((code) => own.includes(code ?? '')));
    const expected = all.filter((vacancy) => inOwn(vacancy) && matchesLocally(vacancy, filter, statedCriteria(filter), cso.clock.now()));
    expect(found).toEqual(expected.map(({ sourceId }) => sourceId));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    const dates = publicationPeriod === 'overlaps' ? statedCriteria(filter).filter((criterion) => criterion.startsWith('published')) : [];
    expect(plan.local.toSorted()).toEqual([...local, ...dates].toSorted());
    expect(plan.unsupported).toEqual([]);
    const { value: counted } = await plan.count();
    expect(counted).toBeGreaterThanOrEqual(found.length);
    expect(plan.local.length === 0 && counted !== found.length).toBe(false);
  });
});

const twoPeriods = () => ({ publishedFrom: within(20), own: { CSO: { ...anyCsoJob, publicationFrom: within(40), publicationTo: within(10) } } });

test('its own period and the unified one are told as one', async () => {
  const source = cso.open();
  const { plan, found } = await match(source, twoPeriods());
  const all = await readAll(await planOf(source, {}), judged);
  const expected = all.filter(({ publishedAt }) => publishedAt !== null && publishedAt >= within(20) && publishedAt <= within(10));
  expect(found).toEqual(expected.map(({ sourceId }) => sourceId));
  expect(plan.local).toEqual([]);
});

test('where a period means phases that overlap it, its own is told and the unified one applied here', async () => {
  cso.sandbox.switches.publicationPeriod = 'overlaps';
  const { plan } = await match(cso.open({ publicationPeriod: 'overlaps' }), twoPeriods());
  expect(plan.local).toEqual(['publishedFrom']);
  expect(cso.lastCall('getJobs')).toMatchObject({ filter: { publicationDataFilter: { publicationPeriodFilter: { dateStart: within(40).getTime(), dateEnd: within(10).getTime() } } } });
});

test('a text that CSO is told twice is applied here as well', async () => {
  const { plan, found } = await match(cso.open(), { keywords: 'planning', title: 'adviseur', own: { CSO: { ...anyCsoJob, keywords: 'budget', name: 'beleid' } } });
  expect(plan.local).toEqual(['keywords', 'title']);
  expect(cso.lastCall('getJobs')).toMatchObject({ filter: { contentFilter: { __type__: 'RemoteJobContentFilter', keywords: 'budget', name: 'beleid' } } });
  const titles = cso.sandbox.data.jobs.filter((job) => found.includes(job.code)).map((job) => job.content.name.toLowerCase());
  expect(titles.every((title) => title.includes('adviseur') && title.includes('beleid'))).toBe(true);
});

test.each<[string, Partial<VacancyFilter>]>([
  ['an empty list', { employmentTypes: [] }],
  ['an empty list of its own', { own: { CSO: { ...anyCsoJob, jobBranches: [] } } }],
  ['organisations of other sources', { organisationIds: ['vdab:organisation:0123456789'] }],
  ['an organisation that does not take part', { organisationIds: organisationIds('99999') }],
  ['another organisation than its own filter', { organisationIds: organisationIds('01130'), own: { CSO: { ...anyCsoJob, organisations: ['01220'] } } }],
  ['a region that it does not have', { nuts: ['BE231'] }],
  ['a country that it does not have', { countryCodes: ['NZ'] }],
  ['a period that ends before it starts', { publishedFrom: new Date('2026-02-01'), publishedTo: new Date('2026-01-01') }],
])('%s leaves nothing of CSO, and it is not asked', async (_name, filter) => {
  const plan = await planOf(cso.open(), filter);
  expect(plan.empty).toBe(true);
  expect(cso.count('getJobs') + cso.count('getJobCount')).toBe(0);
});

test.each([{ startRowBase: 0 }, { startRowBase: 1 }] as const)('pages without a gap or a repetition where the first row is $startRowBase', async ({ startRowBase }) => {
  cso.sandbox.switches.startRowBase = startRowBase;
  for (const changes of [{}, { startRowBase }] satisfies Partial<CsoConfig>[]) {
    const plan = await planOf(cso.open({ ...changes, pageSize: 130 }), {});
    const found = await readAll(plan, new Set(), 130);
    expect(found.map(({ sourceId }) => sourceId)).toEqual(cso.sandbox.data.jobs.map(({ code }) => code));
  }
});

test('a page is never larger than is configured', async () => {
  const plan = await planOf(cso.open({ pageSize: 50 }), {});
  const { rows, more } = await plan.read({ offset: 10, limit: 500, fields: new Set(), values: true });
  expect([rows.length, more]).toEqual([50, true]);
  expect(cso.lastCall('getJobs')).toMatchObject({ filter: { filterMetadata: { __type__: 'RemoteFilterMetadata', maxRows: 50, startRow: 10 } } });
});

test.each<[VacancyOrder, (a: number, b: number) => number]>([
  ['PUBLISHED_DESC', (a, b) => b - a],
  ['PUBLISHED_ASC', (a, b) => a - b],
])('%s comes in that order', async (order, compare) => {
  const found = await readAll(await planOf(cso.open(), {}, order), new Set(['publishedAt']));
  const times = found.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? []);
  expect(times).toEqual(times.toSorted(compare));
  expect(new Set(found.map(({ sourceId }) => sourceId)).size).toBe(cso.sandbox.data.jobs.length);
});

test('cannot order by the last change, and says so', async () => {
  expect((await planOf(cso.open(), {}, 'UPDATED_DESC')).unsupported).toEqual(['orderBy']);
});

const order = (by: string, descending: boolean) => ({ __type__: 'RemoteFilterMetadataOrderBy', orderBy: `publication.publicationSets.${by}`, descending });

test('a period from before the epoch, or longer than the calendar, is told from the epoch on', async () => {
  for (const filter of [{ publishedFrom: new Date('1960-01-01') }, { publishedWithinDays: 2 ** 31 - 1 }]) {
    expect((await (await planOf(cso.open(), filter)).count()).value).toBeGreaterThan(700);
    expect(cso.lastCall('getJobCount')).toMatchObject({ filter: { publicationDataFilter: { publicationPeriodFilter: { dateStart: 0 } } } });
  }
});

test("CSO's own order counts where the query asks for none", async () => {
  const own = { ...anyCsoJob, orderBy: [{ by: 'DAYS_LEFT', descending: true }, { by: 'JOB_APPLICATION_RETENTION_MAX_DATE', descending: false }] as const };
  const orderOf = async (order: VacancyOrder) => {
    await (await planOf(cso.open(), { own: { CSO: own } }, order)).read({ offset: 0, limit: 1, fields: new Set(), values: true });
    return cso.lastCall('getJobs')['filter'];
  };
  expect(await orderOf('SOURCE_ORDER')).toMatchObject({ filterMetadata: { orderBy: [order('daysLeft', true), order('jobApplicationRetentionMaxDate', false)] } });
  expect(await orderOf('PUBLISHED_ASC')).toMatchObject({ filterMetadata: { orderBy: [order('datePublished', false)] } });
});
