import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CsoJob } from '../../sandbox/cso/index.ts';
import { CsoCaller, at, object, records } from './cso-caller.ts';

const caller = new CsoCaller();
const { cso } = caller;
const { enumerations, organisations } = cso.data;

beforeAll(() => caller.upstream.start());
afterAll(() => caller.upstream.stop());
beforeEach(() => caller.upstream.reset());

const code = (className: string, ...codes: readonly string[]) => codes.map((each) => object(className, { code: each }));
const features = (attributes: object) => ({ featuresFilter: object('RemoteJobFeaturesFilter', attributes) });
const detail = (attributes: object) => features({ detailFilter: object('RemoteJobDetailFilter', attributes) });
const conditions = (attributes: object) => features({ employmentConditionsFilter: object('RemoteEmploymentConditionsFilter', attributes) });
const content = (attributes: object) => ({ contentFilter: object('RemoteJobContentFilter', attributes) });
const metadata = (attributes: object) => ({ filterMetadata: object('RemoteFilterMetadata', attributes) });
const publication = (attributes: object) => ({ publicationDataFilter: object('RemoteJobPublicationDataFilter', attributes) });
const period = (attributes: object) => publication({ publicationPeriodFilter: object('RemoteJobPublicationPeriodFilter', attributes) });
const orderBy = (attributes: object) => metadata({ orderBy: [object('RemoteFilterMetadataOrderBy', attributes)] });

const hasBranch = (prefix: string) => (job: CsoJob) => job.features.detail.jobBranches.some((each) => each.startsWith(prefix));
const hasCategory = (prefix: string) => (job: CsoJob) => job.features.detail.jobCategories.some((each) => each.startsWith(prefix));
const hasRegion = (test: RegExp) => (job: CsoJob) => job.features.detail.regions.some((each) => test.test(each));
const pays = (test: (salary: number) => boolean) => (job: CsoJob) => salaries(job.features.conditions).some(test);
const firstPublished = (job: CsoJob) => Math.min(...phases(job).map((phase) => phase.startMs));

interface Taken {
  readonly codes: readonly string[];
  readonly count: unknown;
}

/** What getJobs and getJobCount answer to a filter. */
async function taken(filter: object): Promise<Taken> {
  return { codes: await caller.codes(filter), count: (await caller.call('getJobCount', { filter: object('RemoteJobFilter', filter) })).result };
}

/** What they should: some of the jobs, not all of them. */
function jobsWhere(test: (job: CsoJob) => boolean): Taken {
  const codes = cso.data.jobs.filter(test).map((job) => job.code);
  if (codes.length === 0 || codes.length === 800) throw new Error(`${codes.length} jobs prove nothing`);
  return { codes, count: codes.length };
}

describe('the job filter', () => {
  test('an empty filter, and one of empty lists, takes the whole offer', async () => {
    expect(await caller.codes()).toHaveLength(800);
    expect(await caller.codes({ ...detail({ regions: [], educationLevels: [] }), organisations: [], contentFilter: null })).toHaveLength(800);
  });

  test('keywords must all occur in the texts, in any case', async () => {
    const expected = jobsWhere((job) => /planning/i.test(job.content.description) && /rijbewijs/i.test(job.content.requirements));
    expect(await taken(content({ keywords: 'PLANNING  rijbewijs' }))).toEqual(expected);
  });

  test('a name occurs in the job’s name, in any case', async () => {
    expect(await taken(content({ name: 'ADVISEUR' }))).toEqual(jobsWhere((job) => /adviseur/i.test(job.content.name)));
  });

  test('codes of one list are alternatives, lists restrict each other', async () => {
    const filter = detail({ jobBranches: code('JobBranch', 'CVG.22', 'CVG.24'), regions: code('Region', 'BRG.0214', 'BRG.0218') });
    const expected = jobsWhere((job) => (hasBranch('CVG.22')(job) || hasBranch('CVG.24')(job)) && hasRegion(/^BRG\.021[48]$/)(job));
    expect(await taken(filter)).toEqual(expected);
  });

  test('a parent covers its children, a child not its parent', async () => {
    expect(await taken(detail({ jobBranches: code('JobBranch', 'CVG.08') }))).toEqual(jobsWhere(hasBranch('CVG.08')));
    expect(await taken(detail({ jobBranches: code('JobBranch', 'CVG.0802') }))).toEqual(jobsWhere(hasBranch('CVG.0802')));
    expect(await taken(detail({ jobCategories: code('JobCategory', 'CFT.10') }))).toEqual(jobsWhere(hasCategory('CFT.10')));
    expect(await taken(detail({ regions: code('Region', 'BRG.02') }))).toEqual(jobsWhere(hasRegion(/^BRG\./)));
    expect(await taken(detail({ regions: code('Region', 'BRG.0226') }))).toEqual(jobsWhere(hasRegion(/^BRG\.02(?:26|28|30|32)$/)));
  });

  test('contracts, pay scales and salaries restrict', async () => {
    const temporary = jobsWhere((job) => job.features.conditions.contractType?.startsWith('CSD.04') === true);
    const tenth = jobsWhere((job) => job.features.conditions.payScales.includes('MTBI9LD7'));
    expect(await taken(conditions({ contractTypes: code('ContractType', 'CSD.04') }))).toEqual(temporary);
    expect(await taken(conditions({ payScales: code('PayScale', 'MTBI9LD7') }))).toEqual(tenth);
    expect(await taken(conditions({ salaryMin: 6000 }))).toEqual(jobsWhere(pays((salary) => salary >= 6000)));
    expect(await taken(conditions({ salaryMax: 2600 }))).toEqual(jobsWhere(pays((salary) => salary <= 2600)));
  });

  test('organisations restrict to themselves', async () => {
    const expected = jobsWhere((job) => ['01130', '00300'].includes(job.organisation));
    expect(await taken({ organisations: code('RemoteOrganisation', '01130', '00300') })).toEqual(expected);
  });

  test('sectors restrict by the organisation’s, where the switch says that they stand', async () => {
    const sectors = code('RemoteSector', 'SEC.10', 'SEC.08');
    const wanted = new Set(organisations.filter((each) => /^SEC\.(?:10|08)$/.test(each.sector.code)).map((each) => each.code));
    const expected = jobsWhere((job) => wanted.has(job.organisation));
    expect(await taken({ sectors })).toEqual(expected);
    expect(await taken(publication({ sectors }))).toEqual(expected);
    cso.switches.sectorsIn = 'filter';
    expect(await taken({ sectors })).toEqual(expected);
    await expect(caller.codes(publication({ sectors }))).rejects.toThrow(/400 .*unknown attributes: sectors/);
    cso.switches.sectorsIn = 'publicationDataFilter';
    await expect(caller.codes({ sectors })).rejects.toThrow(/400 .*unknown attributes: sectors/);
  });

  test('publication statuses take jobs with such a phase', async () => {
    const hpk = enumerations.jobPublicationStatuses.codeOf('HPK/VWNW');
    const expected = jobsWhere((job) => phases(job).some((phase) => phase.status === hpk));
    expect(await taken(publication({ publicationStatuses: code('JobPublicationStatus', hpk) }))).toEqual(expected);
  });

  test('a publication period takes what was first published in it, or by the other reading what it overlaps', async () => {
    const [dateStart, dateEnd] = [caller.clock.now() - 10 * 86_400_000, caller.clock.now() - 5 * 86_400_000];
    const since = (job: CsoJob) => phases(job).length > 0 && firstPublished(job) >= dateStart;
    expect(await taken(period({ dateStart, dateEnd }))).toEqual(jobsWhere((job) => since(job) && firstPublished(job) <= dateEnd));
    expect(await taken(period({ dateStart }))).toEqual(jobsWhere(since));
    cso.switches.publicationPeriod = 'overlaps';
    const overlapping = jobsWhere((job) => phases(job).some((phase) => phase.startMs <= dateEnd && phase.endMs >= dateStart));
    expect(await taken(period({ dateStart, dateEnd }))).toEqual(overlapping);
  });

  test('onlineOnly takes what is shown now, or by the other reading what takes applications online', async () => {
    const now = caller.clock.now();
    const shown = jobsWhere((job) => job.publication.visible && phases(job).some((phase) => phase.startMs <= now && now < phase.endMs));
    expect(await taken({ onlineOnly: true })).toEqual(shown);
    cso.switches.onlineOnly = 'application';
    expect(await taken({ onlineOnly: true })).toEqual(jobsWhere((job) => job.features.applicationTypes.includes('electronic')));
    expect(await caller.codes({ onlineOnly: false })).toHaveLength(800);
  });

  test.each([
    ['an unknown code', detail({ regions: code('Region', 'BRG.9999') })],
    ['a code in another case', detail({ regions: code('Region', 'brg.0214') })],
    ['an enumeration without its code', detail({ regions: [object('Region', { label: 'Utrecht' })] })],
    ['an enumeration of another class', detail({ regions: code('JobBranch', 'BRG.0214') })],
    ['a bare code', detail({ regions: ['BRG.0214'] })],
    ['an unknown organisation', { organisations: code('RemoteOrganisation', '99999') }],
    ['keywords that are no text', content({ keywords: ['a'] })],
    ['a salary in words', conditions({ salaryMin: '2000' })],
    ['a reversed period', period({ dateStart: 2000, dateEnd: 1000 })],
    ['a date in words', period({ dateStart: '2026-01-01' })],
    ['includeSubtypes, which is not implemented', { includeSubtypes: false }],
    ['orderByArguments, which are not implemented', orderBy({ orderBy: 'publication.publicationSets.daysLeft', orderByArguments: ['x'] })],
    ['another order field', orderBy({ orderBy: 'dateCreated' })],
    ['no rows', metadata({ maxRows: 0 })],
    ['part of a row', metadata({ maxRows: 1.5 })],
    ['a row before the first', metadata({ startRow: -1 })],
  ])('%s is refused', async (_what, filter) => {
    expect((await caller.call('getJobCount', { filter: object('RemoteJobFilter', filter) })).status).toBe(400);
  });
});

describe('order and pages', () => {
  const orderFields = ['statusPublished', 'datePublished', 'daysLeft', 'jobApplicationRetentionMaxDate'];

  test('jobs come newest first', async () => {
    expect(await caller.codes()).toEqual(cso.data.jobs.toSorted((a, b) => b.createdMs - a.createdMs).map((job) => job.code));
  });

  test('or oldest first, as the document says neither', async () => {
    const newestFirst = await caller.codes();
    cso.switches.listOrder = 'oldest-first';
    expect(await caller.codes()).toEqual(newestFirst.toReversed());
    expect(cso.data.jobsFor().map(({ code }) => code)).toEqual(newestFirst.toReversed());
  });

  test.each(orderFields)('by %s both ways, those without it last', async (field) => {
    for (const descending of [false, true]) {
      const values = (await orderedSets(field, descending)).map((set) => (field === 'statusPublished' ? rank(set?.[field]) : (set?.[field] ?? null)));
      const present = values.filter((value) => typeof value === 'number');
      expect(present.length).toBeGreaterThan(400);
      expect(present).toEqual(present.toSorted((a, b) => (descending ? b - a : a - b)));
      expect(values.slice(present.length)).toEqual(Array.from({ length: 800 - present.length }, () => null));
    }
  });

  test.each([0, 1] as const)('pages from row %i hold each job once', async (base) => {
    cso.switches.startRowBase = base;
    const pages: string[] = [];
    for (let startRow: number = base; startRow < 800 + base; startRow += 250) {
      pages.push(...(await caller.codes(metadata({ maxRows: 250, startRow }))));
    }
    expect(pages).toEqual(cso.data.jobs.map((job) => job.code));
    expect(await caller.codes(metadata({ maxRows: 5 }))).toEqual(pages.slice(0, 5));
    expect(await caller.codes(metadata({ startRow: 790 + base }))).toHaveLength(10);
    expect(await caller.codes(metadata({ startRow: 5000, maxRows: 5 }))).toEqual([]);
  });

  test('where rows count from 1, row 0 is refused', async () => {
    cso.switches.startRowBase = 1;
    await expect(caller.codes(metadata({ startRow: 0 }))).rejects.toThrow('400');
  });

  test('a count ignores rows', async () => {
    expect((await caller.call('getJobCount', { filter: object('RemoteJobFilter', metadata({ maxRows: 3, startRow: 7 })) })).result).toBe(800);
  });
});

describe('counts by enumeration', () => {
  test('a value counts what a filter by it takes; values without jobs are left out', async () => {
    const filter = detail({ educationLevels: code('EducationLevel', 'CWD.02') });
    const byRegion = await counts('Region', filter);
    for (const region of enumerations.regions.codes()) {
      const both = detail({ educationLevels: code('EducationLevel', 'CWD.02'), regions: code('Region', region) });
      const { result } = await caller.call('getJobCount', { filter: object('RemoteJobFilter', both) });
      expect(byRegion.get(region) ?? 0).toBe(result);
      expect(byRegion.get(region)).not.toBe(0);
    }
    expect(byRegion.size).toBeLessThan(enumerations.regions.codes().length);
  });

  test.each(['EducationLevel', 'JobBranch', 'JobCategory', 'ContractType', 'Region'])('%s can be counted', async (type) => {
    expect((await counts(type)).size).toBeGreaterThan(5);
  });

  test('the type is read in any case, or by the other reading as documented', async () => {
    expect((await counts('region')).size).toBeGreaterThan(5);
    cso.switches.enumerationTypeCase = 'documented';
    const refused = await caller.call('getJobCountForEnumeration', { enumerationType: 'region', filter: object('RemoteJobFilter') });
    expect(refused.status).toBe(400);
    expect((await counts('Region')).size).toBeGreaterThan(5);
  });

  test.each(['PayScale', '', 'regions'])('the type %j is refused', async (enumerationType) => {
    expect((await caller.call('getJobCountForEnumeration', { enumerationType, filter: object('RemoteJobFilter') })).status).toBe(400);
  });
});

/** The codes that an enumeration is counted by, and their numbers. */
async function counts(enumerationType: string, filter: object = {}): Promise<Map<string, unknown>> {
  const { result } = await caller.call('getJobCountForEnumeration', { enumerationType, filter: object('RemoteJobFilter', filter) });
  return new Map(records(result).map((each) => [String(at(each, 'enumeration.code')), each['jobSearchCount']]));
}

function phases(job: CsoJob) {
  return job.publication.sets.flatMap((set) => set.phases);
}

function salaries({ salaryMin, salaryMax, payScales }: CsoJob['features']['conditions']): number[] {
  const scales = payScales.flatMap((each) => enumerations.payScales.find(each)?.payScale ?? []);
  return [salaryMin ?? [], salaryMax ?? [], scales.flatMap((scale) => [scale.salaryMin, scale.salaryMax])].flat();
}

async function orderedSets(field: string, descending: boolean) {
  const filter = object('RemoteJobFilter', orderBy({ orderBy: `publication.publicationSets.${field}`, descending }));
  const jobPublication = object('RemoteJobPublicationDataFieldSelection', { publicationSets: true });
  const { result } = await caller.call('getJobs', { filter, fieldSelection: object('RemoteJobFieldSelection', { jobPublication }) });
  return records(result).map((job) => records(at(job, 'publication.publicationSets'))[0]);
}

function rank(status: unknown): number | null {
  if (status === null || status === undefined) return null;
  return ['HPK/VWNW', 'Intern', 'Interdepartementaal', 'Extern'].indexOf(String(at(status, 'label')));
}
