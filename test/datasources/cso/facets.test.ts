import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { VacancyFacet } from '../../../src/domain/capabilities.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { CsoJob, Enumeration } from '../../../sandbox/cso/index.ts';
import { CsoHarness, rejection } from './source.ts';

const cso = new CsoHarness();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const { enumerations } = cso.sandbox.data;

test.each<[VacancyFacet, Enumeration, (job: CsoJob) => readonly string[]]>([
  ['REGION', enumerations.regions, (job) => job.features.detail.regions],
  ['EDUCATION_LEVEL', enumerations.educationLevels, (job) => job.features.detail.educationLevels],
  ['JOB_BRANCH', enumerations.jobBranches, (job) => job.features.detail.jobBranches],
  ['JOB_CATEGORY', enumerations.jobCategories, (job) => job.features.detail.jobCategories],
  ['CONTRACT_TYPE', enumerations.contractTypes, ({ features: { conditions } }) => (conditions.contractType === null ? [] : [conditions.contractType])],
])('counts by %s in one call, also where the type must be written as documented', async (by, list, codesOf) => {
  cso.sandbox.switches.enumerationTypeCase = 'documented';
  const { value } = await cso.open().vacancyFacets(by, { ...anyVacancy, organisationIds: ['cso:organisation:01130', 'cso:organisation:01410'] });
  const jobs = cso.sandbox.data.jobs.filter(({ organisation }) => ['01130', '01410'].includes(organisation));
  const expected = list.all().map(({ code }) => [code, jobs.filter((job) => codesOf(job).some((each) => list.covered(code).includes(each))).length] as const);
  expect(value.map((each) => [each.value.code, each.count])).toEqual(expected.filter(([, count]) => count > 0));
  expect(value[0]?.value).toMatchObject({ list: list.name, label: expect.any(String) });
  expect(cso.count('getJobCountForEnumeration')).toBe(1);
});

test('counts nothing where the filter leaves nothing', async () => {
  expect((await cso.open().vacancyFacets('REGION', { ...anyVacancy, nuts: [] })).value).toEqual([]);
  expect(cso.count('getJobCountForEnumeration')).toBe(0);
});

test('does not count what it does not apply', async () => {
  const error = await rejection(cso.open().vacancyFacets('REGION', { ...anyVacancy, postalCodes: ['3500'] }));
  expect(error).toMatchObject({ name: 'SourceFailure', code: 'UNSUPPORTED_BY_SOURCE', message: 'CSO does not count by postalCodes.' });
});

test('a hundred values of a list cost one call', async () => {
  const connected = cso.connect();
  const operation = cso.operation(connected);
  await Promise.all(Array.from({ length: 100 }, () => operation.vacancyFacets('REGION', anyVacancy)));
  await cso.operation(connected).vacancyFacets('REGION', anyVacancy);
  expect(cso.count('getJobCountForEnumeration')).toBe(1);
});
