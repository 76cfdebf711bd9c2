import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { BadInput } from '../../../src/domain/errors.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { CsoConfig } from '../../../src/datasources/cso/config.ts';
import type { CsoJobFilter } from '../../../src/datasources/cso/own-filter.ts';
import type { CsoJob } from '../../../sandbox/cso/index.ts';
import { anyCsoJob } from './own-filter.ts';
import { CsoHarness, rejection } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const { enumerations, organisations } = cso.sandbox.data;
const scale = enumerations.payScales.values[9]?.code ?? '';
const detail = (list: 'educationLevels' | 'jobBranches' | 'jobCategories' | 'regions', code: string) => (job: CsoJob) =>
  enumerations[list].covered(code).some((covered) => job.features.detail[list].includes(covered));
const inSector = (sector: string) => (job: CsoJob) => organisations.find(({ code }) => code === job.organisation)?.sector.code === sector;

async function planOf(own: Partial<CsoJobFilter>, changes: Partial<CsoConfig> = {}) {
  return cso.open(changes).planVacancies({ ...anyVacancy, own: { CSO: { ...anyCsoJob, ...own } } }, 'SOURCE_ORDER');
}

test.each<[string, Partial<CsoJobFilter>, (job: CsoJob) => boolean]>([
  ['keywords', { keywords: 'referentieonderzoek' }, (job) => job.content.otherDetails !== null],
  ['name', { name: 'Jurist' }, (job) => job.content.name.toLowerCase().includes('jurist')],
  ['education levels', { educationLevels: ['CWD.12'] }, detail('educationLevels', 'CWD.12')],
  ['branches', { jobBranches: ['CVG.08'] }, detail('jobBranches', 'CVG.08')],
  ['categories', { jobCategories: ['CFT.1002'] }, detail('jobCategories', 'CFT.1002')],
  ['regions', { regions: ['BRG.0226', 'BE'] }, (job) => detail('regions', 'BRG.0226')(job) || detail('regions', 'BE')(job)],
  ['contract types', { contractTypes: ['CSD.04'] }, (job) => enumerations.contractTypes.covered('CSD.04').includes(job.features.conditions.contractType ?? '')],
  ['pay scales', { payScales: [scale] }, (job) => job.features.conditions.payScales.includes(scale)],
  ['organisations', { organisations: ['01130', '01220'] }, (job) => ['01130', '01220'].includes(job.organisation)],
  ['sectors', { sectors: ['SEC.08'] }, inSector('SEC.08')],
  ['publication statuses', { publicationStatuses: ['PUB.08'] }, (job) => job.publication.sets.some((set) => set.phases.some((phase) => phase.status === 'PUB.08'))],
])('%s are applied by CSO whole', async (_name, own, expected) => {
  const plan = await planOf(own);
  const { rows } = await plan.read({ offset: 0, limit: 200, fields: new Set(), values: true });
  const matching = cso.sandbox.data.jobs.filter(expected).map(({ code }) => code);
  expect(matching.length).toBeGreaterThan(0);
  expect(rows.map(({ sourceId }) => sourceId)).toEqual(matching.slice(0, 200));
  expect(await plan.count()).toMatchObject({ value: matching.length });
  expect(plan).toMatchObject({ local: [], unsupported: [], empty: false });
});

test('every criterion has its place, each object its class', async () => {
  const from = new Date('2026-01-05T00:00:00Z');
  const to = new Date('2026-02-05T00:00:00Z');
  const own = { salaryMin: 2000.5, salaryMax: 4000, onlineOnly: true, publicationFrom: from, publicationTo: to, contractTypes: ['CSD.02'], jobBranches: ['CVG.08'], sectors: ['SEC.02'], publicationStatuses: ['PUB.06'] };
  await (await planOf(own)).count();
  expect(cso.lastCall('getJobCount')['filter']).toEqual({
    __type__: 'RemoteJobFilter',
    featuresFilter: {
      __type__: 'RemoteJobFeaturesFilter',
      detailFilter: { __type__: 'RemoteJobDetailFilter', jobBranches: [{ __type__: 'JobBranch', code: 'CVG.08' }] },
      employmentConditionsFilter: { __type__: 'RemoteEmploymentConditionsFilter', contractTypes: [{ __type__: 'ContractType', code: 'CSD.02' }], salaryMin: 2000.5, salaryMax: 4000 },
    },
    onlineOnly: true,
    publicationDataFilter: {
      __type__: 'RemoteJobPublicationDataFilter',
      publicationPeriodFilter: { __type__: 'RemoteJobPublicationPeriodFilter', dateStart: from.getTime(), dateEnd: to.getTime() },
      publicationStatuses: [{ __type__: 'JobPublicationStatus', code: 'PUB.06' }],
      sectors: [{ __type__: 'RemoteSector', code: 'SEC.02' }],
    },
  });
});

test.each(['filter', 'publicationDataFilter'] as const)('sectors stand in the %s where they are configured to', async (sectorsIn) => {
  cso.sandbox.switches.sectorsIn = sectorsIn;
  const { value } = await (await planOf({ sectors: ['SEC.06'] }, { sectorsIn })).count();
  expect(value).toBe(cso.sandbox.data.jobs.filter(inSector('SEC.06')).length);
});

test.each(['published', 'application'] as const)('onlineOnly is left to CSO where it means %s', async (onlineOnly) => {
  cso.sandbox.switches.onlineOnly = onlineOnly;
  const { value } = await (await planOf({ onlineOnly: true })).count();
  const now = cso.clock.now();
  const shown = ({ publication: { visible, sets } }: CsoJob) => visible && sets.some(({ phases }) => phases.some(({ startMs, endMs }) => startMs <= now && now < endMs));
  expect(value).toBe(cso.sandbox.data.jobs.filter((job) => (onlineOnly === 'published' ? shown(job) : job.features.applicationTypes.includes('electronic'))).length);
});

test.each<[Partial<CsoJobFilter>, string]>([
  [{ regions: ['BRG.0214', 'BRG.99'] }, '"filter.cso.regions" names "BRG.99", which is not among CSO\'s regions'],
  [{ educationLevels: ['cwd.08'] }, '"filter.cso.educationLevels" names "cwd.08"'],
  [{ jobBranches: ['CFT.02'] }, '"filter.cso.jobBranches" names "CFT.02"'],
  [{ jobCategories: [''] }, '"filter.cso.jobCategories.0" is empty'],
  [{ contractTypes: ['CSD.99'] }, '"filter.cso.contractTypes" names "CSD.99"'],
  [{ payScales: ['x'.repeat(1000)] }, '"filter.cso.payScales.0" is longer than 500 characters'],
  [{ payScales: ['x'.repeat(500)] }, `"filter.cso.payScales" names "${'x'.repeat(40)}", `],
  [{ publicationStatuses: ['Extern'] }, '"filter.cso.publicationStatuses" names "Extern", which is not among CSO\'s jobPublicationStatuses'],
  [{ organisations: ['01130', '1130'] }, '"filter.cso.organisations" names "1130", which is not among CSO\'s organisations'],
  [{ salaryMin: 3000, salaryMax: 2000 }, '"filter.cso.salaryMax" is below "salaryMin"'],
  [{ publicationFrom: new Date('2026-02-02'), publicationTo: new Date('2026-02-01') }, '"filter.cso.publicationTo" is before "publicationFrom"'],
])('%j is bad input, and nothing is searched', async (own, message) => {
  const error = await rejection(planOf(own));
  expect(error).toBeInstanceOf(BadInput);
  expect(error).toMatchObject({ message: expect.stringContaining(message) });
  expect(cso.count('getJobs') + cso.count('getJobCount')).toBe(0);
});

test('a sector is checked where organisations carry theirs, else CSO judges it, and its words are passed on', async () => {
  const judged = await rejection((await planOf({ sectors: ['SEC.99'] })).count());
  expect(judged).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 400, message: expect.stringContaining('SEC.99') });
  cso.sandbox.switches.organisationSector = true;
  expect(await rejection(planOf({ sectors: ['SEC.99'] }))).toBeInstanceOf(BadInput);
  expect((await (await planOf({ sectors: ['SEC.08'] })).count()).value).toBeGreaterThan(0);
});

test('a filter without codes costs no lists', async () => {
  await (await planOf({ keywords: 'water', salaryMin: 2000 })).count();
  expect(cso.upstream.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['getApiKey.json', 'getJobCount.json']);
});
