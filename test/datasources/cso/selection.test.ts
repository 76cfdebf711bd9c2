import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { VacancyField } from '../../../src/domain/fields.ts';
import { vacancy } from '../../../src/domain/vacancy.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { ConnectedUpstream } from '../../../src/datasources/shared/upstream.ts';
import { CsoHarness } from './source.ts';

const cso = new CsoHarness();
let connected: ConnectedUpstream;
beforeAll(() => cso.start());
afterAll(() => cso.stop());
beforeEach(() => {
  connected = cso.connect();
  cso.upstream.reset();
});

const everyField = [...(Object.keys(vacancy({ source: 'CSO', sourceId: '' })) as VacancyField[]), 'location.regions' as const];
const features = (flags: object) => ({ __type__: 'RemoteJobFeaturesFieldSelection', ...flags });

async function page(fields: readonly VacancyField[]) {
  const plan = await cso.operation(connected).planVacancies(anyVacancy, 'SOURCE_ORDER');
  return plan.read({ offset: 0, limit: 10, fields: new Set(fields), values: false });
}

test('ids, codes, dates and the lock ask for an empty selection, and for no lists', async () => {
  const { rows } = await page(['source', 'sourceId', 'references', 'createdAt', 'updatedAt', 'updatedOn', 'locked', 'url', 'attribution']);
  expect(cso.lastCall('getJobs')['fieldSelection']).toEqual({ __type__: 'RemoteJobFieldSelection' });
  expect(cso.count('getJobEnumerations')).toBe(0);
  const [job] = cso.sandbox.data.jobs;
  expect(rows[0]).toMatchObject({ sourceId: job?.code, value: { createdAt: new Date(job?.createdMs ?? 0), locked: job?.locked, title: null } });
});

test('location adds just that', async () => {
  const { rows } = await page(['sourceId', 'location']);
  expect(cso.lastCall('getJobs')['fieldSelection']).toEqual({ __type__: 'RemoteJobFieldSelection', jobFeatures: features({ location: true }) });
  expect(cso.count('getJobEnumerations')).toBe(0);
  expect(rows[0]).toMatchObject({ value: { location: { city: cso.sandbox.data.jobs[0]?.features.location.city, regions: [] } } });
});

test.each<[VacancyField, object]>([
  ['location.regions', { jobFeatures: features({ detail: true }) }],
  ['title', { jobContent: { __type__: 'RemoteJobContentFieldSelection' } }],
  ['department', { jobContent: { __type__: 'RemoteJobContentFieldSelection', department: true } }],
  ['organisation', { organisation: true }],
  ['status', { jobPublication: { __type__: 'RemoteJobPublicationDataFieldSelection', publicationSets: true } }],
  ['employment', { jobFeatures: features({ employmentConditions: true }) }],
  ['contacts', { jobFeatures: features({ applicationContact: true, applicationProcedureContact: true, informationContact: true }) }],
])('%s asks for its own part', async (field, selection) => {
  await page([field]);
  expect(cso.lastCall('getJobs')['fieldSelection']).toEqual({ __type__: 'RemoteJobFieldSelection', ...selection });
});

test('a row comes whole with what was selected, so that none costs a call of its own', async () => {
  const { rows } = await page(everyField);
  expect(cso.count('getJob')).toBe(0);
  const [job] = cso.sandbox.data.jobs;
  expect(rows[0]).toMatchObject({ value: { title: job?.content.name, organisation: { code: job?.organisation }, raw: { features: { tvDistinction: job?.features.tvDistinction } } } });
});

test('every field that a job can fill is filled by selecting it alone', async () => {
  const all = await page(everyField);
  for (const field of everyField) {
    if (field === 'raw' || field === 'location' || field === 'references') continue;
    const some = await page(field === 'location.regions' ? ['location', field] : [field]);
    const shown = field === 'location.regions' ? 'location' : field;
    expect(some.rows.map((row) => row.sourceId !== null && row.value?.[shown])).toEqual(all.rows.map((row) => row.sourceId !== null && row.value?.[shown]));
  }
});

test('a value of a list is told with its place in the list', async () => {
  const code = cso.sandbox.data.jobs.find((job) => job.features.detail.jobBranches.includes('CVG.0802'))?.code ?? '';
  const { value } = await cso.operation(connected).vacancyById(code, new Set(['fields']));
  expect(value?.fields.find((field) => field.code === 'CVG.0802')).toMatchObject({ label: 'Softwareontwikkeling', parentCode: 'CVG.08' });
});

test.each(['status', 'hang'] as const)('where the lists cannot be had (%s), values are told as the job has them', async (kind) => {
  cso.upstream.faults.add({ kind, path: 'getJobEnumerations' });
  const operation = cso.operation(connected, { deadline: cso.clock.now() + 400 });
  const plan = await operation.planVacancies(anyVacancy, 'SOURCE_ORDER');
  const { rows } = await plan.read({ offset: 0, limit: 1, fields: new Set(['education']), values: true });
  expect(rows[0]).toMatchObject({ value: { education: [{ value: { code: cso.sandbox.data.jobs[0]?.features.detail.educationLevels[0], label: expect.any(String), parentCode: null } }] } });
});

/** Reads a page of 100 with everything, and what its organisations and values are beyond what the rows say. */
async function readWholePage(): Promise<number> {
  const operation = cso.operation(connected);
  const plan = await operation.planVacancies(anyVacancy, 'SOURCE_ORDER');
  const { rows } = await plan.read({ offset: 0, limit: 100, fields: new Set(everyField), values: true });
  const values = rows.map((row) => (row.sourceId === null ? null : row.value));
  await Promise.all(values.map((value) => operation.organisationByCode(value?.organisation?.code ?? '')));
  await Promise.all(values.flatMap((value) => (value?.fields ?? []).map((field) => operation.enumerationValue(field.list, field.code))));
  return values.length;
}

test('a page of 100 costs one call, its labels and organisations one each, a second operation none', async () => {
  expect(await readWholePage()).toBe(100);
  const names = ['getJobs', 'getJobEnumerations', 'getOrganisations', 'getApiKey', 'getJob'];
  // Two of the three getJobs find out how rows are numbered.
  expect(names.map((name) => cso.count(name))).toEqual([3, 1, 1, 1, 0]);
  await readWholePage();
  expect(names.map((name) => cso.count(name))).toEqual([3, 1, 1, 1, 0]);
});
