import type { Fetched } from '../../domain/fetched.ts';
import type { Slice, VacancyPlan } from '../../domain/slice.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import { asSource } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { searchPageSize } from './client.ts';
import { searchFromFilter } from './filter.ts';
import type { VdabShared } from './shared.ts';
import { type Load, rowOfId, withValues } from './slice.ts';
import type { IdList } from './wire.ts';

/**
 * A search of vacancies: a page of ids, and their details in one multi-fetch where they are wanted.
 * @throws BadInput
 */
export function planVacancies(filter: VacancyFilter, order: VacancyOrder, shared: VdabShared, scope: RequestScope, load: Load<Vacancy>): VacancyPlan {
  const { parameters, local, unsupported, empty } = searchFromFilter(filter, order, shared.now());

  async function page(offset: number, limit: number): Promise<Slice<Vacancy>> {
    const { value, fetchedAt, stale } = await shared.client.searchVacancies(parameters, { offset, limit }, scope);
    const counted = shared.vacancyCounts.page({ stated: value.stated, rows: value.rows.length, offset, limit });
    return { rows: value.rows.map(rowOfId), ...counted, fetchedAt, stale };
  }

  return {
    local,
    unsupported,
    empty,
    pageSize: searchPageSize,
    read: ({ offset, limit, values }) =>
      asSource('VDAB', async () => {
        const slice = await page(offset, Math.min(limit, searchPageSize));
        return values ? withValues(slice, load) : slice;
      }),
    count: () =>
      asSource('VDAB', async () => {
        const first = await page(0, 1);
        const { total, fetchedAt, stale } = first.total === null ? await page(0, searchPageSize) : first;
        return { value: total, fetchedAt, stale };
      }),
  };
}

/** The part of a snapshot that a page shows; the whole id list is one upstream answer. */
export async function snapshotSlice(answer: Promise<Fetched<IdList>>, { offset, limit }: { offset: number; limit: number }): Promise<Slice<Vacancy>> {
  const { value, fetchedAt, stale } = await answer;
  const rows = value.rows.slice(offset, offset + limit).map((id, index) => rowOfId(id, offset + index));
  return { rows, more: offset + limit < value.rows.length, total: value.rows.length, fetchedAt, stale };
}
