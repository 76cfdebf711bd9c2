import type { Candidate, CandidateFilter } from '../../domain/candidate.ts';
import type { Fetched, Freshness } from '../../domain/fetched.ts';
import type { CandidateFields, CandidatePlan, Row, Slice, VacancyPlan } from '../../domain/source.ts';
import { oldest } from '../../domain/fetched.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import { asSource, sourceFailure } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { searchPageSize } from './client.ts';
import { candidateSearchFromFilter, searchFromFilter } from './filter.ts';
import { candidateFromDetail } from './map-candidate.ts';
import type { VdabShared } from './shared.ts';
import type { IdList } from './wire.ts';

type Load<T> = (id: string) => Promise<Fetched<T | null>>;
type Answer = Fetched<IdList>;

/** A search of vacancies: a page of ids, and their details in one multi-fetch where they are wanted. */
export function planVacancies(filter: VacancyFilter, order: VacancyOrder, shared: VdabShared, scope: RequestScope, load: Load<Vacancy>): VacancyPlan {
  const { parameters, local, unsupported, empty } = searchFromFilter(filter, order, shared.now());
  const read = async (offset: number, limit: number) => shared.client.searchVacancies(parameters, { offset, limit }, scope);
  return {
    local,
    unsupported,
    empty,
    pageSize: searchPageSize,
    read: ({ offset, limit, values }) =>
      asSource('VDAB', async () => {
        const answer = await read(offset, limit);
        const slice = sliceOf<Vacancy>(answer, shared, offset, limit);
        return values ? withValues(slice, answer.value.ids, load) : slice;
      }),
    count: () =>
      asSource('VDAB', async () => {
        const { value, ...freshness } = await read(0, 1);
        const known = shared.counts.total({ stated: value.stated, rows: value.ids.length, offset: 0, limit: 1 });
        if (known !== null) return { ...freshness, value: known };
        const page = await read(0, searchPageSize);
        return { ...freshness, value: shared.counts.total({ stated: page.value.stated, rows: page.value.ids.length, offset: 0, limit: searchPageSize }) };
      }),
  };
}

/** The part of a snapshot that a page shows; the whole id list is one upstream answer. */
export async function snapshotSlice(answer: Promise<Answer>, { offset, limit }: { offset: number; limit: number }): Promise<Slice<Vacancy>> {
  const { value, ...freshness } = await answer;
  const rows = value.ids.slice(offset, offset + limit).map((sourceId) => ({ sourceId, value: null }));
  return { ...freshness, rows, more: offset + limit < value.ids.length, total: value.ids.length };
}

/** Parts of a candidate by the names that `velden` selects them with. */
const listedFields: Partial<Record<keyof Candidate, string>> = {
  status: 'status',
  updatedOn: 'wijzigingsDatum',
  references: 'iklId',
  person: 'natuurlijkPersoon',
  experiences: 'ervaringen',
  educations: 'opleidingen',
  certificates: 'attesteringen',
  skills: 'competenties',
  desiredJob: 'gewensteJob',
};

/** The `velden` that bring all of the fields, null where some come with the details only. */
function listFieldsFor(fields: CandidateFields): string[] | null {
  const wanted = [...fields].filter((field) => field !== 'source' && field !== 'sourceId');
  const named = wanted.map((field) => listedFields[field]).filter((name) => name !== undefined);
  return named.length === wanted.length ? named : null;
}

/** A search of candidates: the list brings what it can, details are single GETs for what it cannot. */
export function planCandidates(filter: CandidateFilter, shared: VdabShared, scope: RequestScope, load: Load<Candidate>): CandidatePlan {
  const { parameters, unsupported, local, empty } = candidateSearchFromFilter(filter);
  const read = async (fields: readonly string[], offset: number, limit: number) => shared.client.searchCandidates(parameters, fields, { offset, limit }, scope);
  return {
    local,
    unsupported,
    empty,
    pageSize: searchPageSize,
    read: ({ offset, limit, fields, values }) =>
      asSource('VDAB', async () => {
        const listFields = listFieldsFor(fields);
        const answer = await read(listFields ?? [], offset, limit);
        const slice = sliceOf<Candidate>(answer, shared, offset, limit);
        if (listFields !== null) return { ...slice, rows: answer.value.rows.map((row, index) => ({ sourceId: answer.value.ids[index] ?? '', value: candidateFromDetail(row) })) };
        return values ? withValues(slice, answer.value.ids, load) : slice;
      }),
    count: () =>
      asSource('VDAB', async () => {
        const { value, ...freshness } = await read([], 0, searchPageSize);
        return { ...freshness, value: shared.counts.total({ stated: value.stated, rows: value.ids.length, offset: 0, limit: searchPageSize }) };
      }),
  };
}

function sliceOf<T>({ value, fetchedAt, stale }: Answer, shared: VdabShared, offset: number, limit: number): Slice<T> {
  const total = shared.counts.total({ stated: value.stated, rows: value.ids.length, offset, limit });
  const more = value.ids.length >= limit && (total === null || offset + value.ids.length < total);
  return { rows: value.ids.map((sourceId) => ({ sourceId, value: null })), more, total, fetchedAt, stale };
}

async function withValues<T>(slice: Slice<T>, ids: readonly string[], load: Load<T>): Promise<Slice<T>> {
  const loaded = await Promise.all(ids.map((id) => load(id).catch((error: unknown) => sourceFailure('VDAB', error))));
  const freshness: Freshness[] = [slice];
  const rows: Row<T>[] = [];
  const offsets: number[] = [];
  for (const [index, found] of loaded.entries()) {
    const sourceId = ids[index];
    if (sourceId === undefined) continue;
    if (found instanceof Error) rows.push({ sourceId: null, failure: found });
    // Gone between the list and its details: no row, as if it had not been listed.
    else if (found.value === null) continue;
    else rows.push({ sourceId, value: found.value });
    offsets.push(index + 1);
    if (!(found instanceof Error)) freshness.push(found);
  }
  return { ...slice, ...oldest(freshness), rows, offsets, listed: ids.length };
}
