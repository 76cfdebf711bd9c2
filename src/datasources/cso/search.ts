import type { FacetCount, VacancyFacet } from '../../domain/capabilities.ts';
import { SourceFailure } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { Row, VacancyPlan } from '../../domain/slice.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { asCso, csoFailure } from './failure.ts';
import { type CsoSearch, needsEnumerations, needsOrganisations, searchFromFilter } from './filter.ts';
import type { CsoList } from './lists.ts';
import { type JobContext, vacancyFromRemoteJob } from './map-job.ts';
import { selectionOf } from './selection.ts';
import type { CsoShared } from './shared.ts';
import type { JobRow } from './wire.ts';

/** A search of vacancies. A row comes with whatever is selected, so that none costs a further call. */
export async function planVacancies(filter: VacancyFilter, order: VacancyOrder, shared: CsoShared, scope: RequestScope): Promise<VacancyPlan> {
  const { criteria, orderBy, local, unsupported, empty } = await searchFor(filter, order, shared, scope);
  const { client, config } = shared;
  return {
    local,
    unsupported,
    empty,
    pageSize: config.pageSize,
    read: ({ offset, limit, fields }) =>
      asCso(async () => {
        const maxRows = Math.max(1, Math.min(limit, config.pageSize));
        const read = async () => client.getJobs(criteria, { startRow: offset + (await shared.rowBase(scope)), maxRows, orderBy }, selectionOf(fields), scope);
        const [{ value, ...freshness }, context] = await Promise.all([read(), shared.contextFor(fields, scope)]);
        return { ...freshness, rows: value.map((row) => rowFrom(row, context)), more: value.length >= maxRows, total: null };
      }),
    count: () => asCso(() => client.getJobCount(criteria, scope)),
  };
}

/** Counts by CSO itself (CSO document, 5.9), for filters that it applies whole. */
export async function countByFacet(by: VacancyFacet, filter: VacancyFilter, shared: CsoShared, scope: RequestScope): Promise<Fetched<readonly FacetCount[]>> {
  const { criteria, local, empty } = await searchFor(filter, 'SOURCE_ORDER', shared, scope);
  if (local.length > 0) throw new SourceFailure('CSO', 'UNSUPPORTED_BY_SOURCE', `CSO does not count by ${local.join(', ')}.`);
  if (empty) return { value: [], fetchedAt: shared.now(), stale: false };
  const [{ value, ...freshness }, coded] = await Promise.all([shared.client.getJobCountForEnumeration(by, criteria, scope), shared.codedValues(scope)]);
  const counts = value.flatMap(({ enumeration, count }) => {
    const found = coded.one(listOfFacet[by], enumeration);
    return found === null || count <= 0 ? [] : [{ value: found, count }];
  });
  return { ...freshness, value: counts };
}

const listOfFacet: Readonly<Record<VacancyFacet, CsoList>> = {
  REGION: 'regions',
  EDUCATION_LEVEL: 'educationLevels',
  JOB_BRANCH: 'jobBranches',
  JOB_CATEGORY: 'jobCategories',
  CONTRACT_TYPE: 'contractTypes',
};

/** Lists and organisations are read only where the filter names something of theirs. */
async function searchFor(filter: VacancyFilter, order: VacancyOrder, { reference, config, now }: CsoShared, scope: RequestScope): Promise<CsoSearch> {
  const [enumerations, organisations] = await Promise.all([
    needsEnumerations(filter) ? reference.enumerations(scope) : null,
    needsOrganisations(filter) ? reference.organisations(scope) : null,
  ]);
  return searchFromFilter(filter, order, { enumerations: enumerations?.value ?? null, organisations: organisations?.value ?? null }, config, now());
}

function rowFrom(row: JobRow, context: JobContext): Row<Vacancy> {
  if ('fault' in row) return { sourceId: null, failure: csoFailure(row.fault) };
  return { sourceId: row.code, value: vacancyFromRemoteJob(row.job, context) };
}
