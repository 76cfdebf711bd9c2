import type { Candidate, CandidateFilter } from '../../domain/candidate.ts';
import type { CandidateField, CandidateFields } from '../../domain/fields.ts';
import type { CandidatePlan, Row, Slice } from '../../domain/slice.ts';
import { asSource } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { candidateSearchFromFilter, criteriaBesideIds } from './candidate-filter.ts';
import { searchPageSize } from './client.ts';
import { candidateFromDetail } from './map-candidate.ts';
import type { VdabShared } from './shared.ts';
import { type Load, unreadableRow, withValues } from './slice.ts';
import { candidateIdOf } from './wire.ts';

/** Parts of a candidate by the names that `velden` selects them with; null where VDAB has no such part; absent where only the detail is enough. */
const listedFields: Partial<Record<CandidateField, string | null>> = {
  source: null,
  sourceId: null,
  references: 'iklId',
  status: 'status',
  createdAt: null,
  updatedAt: null,
  updatedOn: 'wijzigingsDatum',
  person: 'natuurlijkPersoon',
  experiences: 'ervaringen',
  educations: 'opleidingen',
  certificates: 'attesteringen',
  skills: 'competenties',
  desiredJob: 'gewensteJob',
  appliedToIds: null,
  attachments: null,
};

/** The `velden` that bring all of the fields, null where that takes the details. */
function listFieldsFor(fields: CandidateFields, maxFields: number | null): string[] | null {
  const names = [...fields].map((field) => listedFields[field]);
  if (names.includes(undefined)) return null;
  const named = names.filter((name) => typeof name === 'string');
  return maxFields !== null && named.length > maxFields ? null : named;
}

/**
 * A search of candidates: the list brings what it can, details are single GETs for what it cannot. CVs that are named by id are
 * not searched for.
 * @throws BadInput
 */
export function planCandidates(filter: CandidateFilter, shared: VdabShared, scope: RequestScope, load: Load<Candidate>): CandidatePlan {
  const { parameters, unsupported, local, empty } = candidateSearchFromFilter(filter);
  if (filter.ids !== null && filter.extra === null) return { ...planNamed(filter.ids, load, shared.now), local: criteriaBesideIds(filter), empty };

  async function page(velden: readonly string[], offset: number, limit: number): Promise<Slice<Candidate>> {
    const { value, fetchedAt, stale } = await shared.client.searchCandidates(parameters, velden, { offset, limit }, scope);
    const counted = shared.candidateCounts.page({ stated: value.stated, rows: value.rows.length, offset, limit });
    const rows = value.rows.map((row, index): Row<Candidate> => {
      const sourceId = candidateIdOf(row);
      return row === null || sourceId === null ? unreadableRow(index) : { sourceId, value: candidateFromDetail(row) };
    });
    return { rows, ...counted, fetchedAt, stale };
  }

  return {
    local,
    unsupported,
    empty,
    pageSize: searchPageSize,
    read: ({ offset, limit, fields, values }) =>
      asSource('VDAB', async () => {
        const velden = listFieldsFor(fields, shared.config.maxListFields);
        const slice = await page(velden ?? [], offset, Math.min(limit, searchPageSize));
        if (velden !== null) return slice;
        return values ? withValues(slice, load) : withoutValues(slice);
      }),
    count: () =>
      asSource('VDAB', async () => {
        const { total, fetchedAt, stale } = await page([], 0, searchPageSize);
        return { value: total, fetchedAt, stale };
      }),
  };
}

/** Ids only: what a row says is not all that is wanted of it. */
function withoutValues(slice: Slice<Candidate>): Slice<Candidate> {
  return { ...slice, rows: slice.rows.map((row) => (row.sourceId === null ? row : { sourceId: row.sourceId, value: null })) };
}

/** The CVs of these ids, those that exist. */
function planNamed(ids: readonly string[], load: Load<Candidate>, now: () => number): Omit<CandidatePlan, 'local' | 'empty'> {
  const named = [...new Set(ids)];
  return {
    unsupported: [],
    pageSize: searchPageSize,
    read: ({ offset, limit }) =>
      asSource('VDAB', () => {
        const rows = named.slice(offset, offset + limit).map((sourceId) => ({ sourceId, value: null }));
        return withValues({ rows, more: offset + limit < named.length, total: null, fetchedAt: now(), stale: false }, load);
      }),
    count: async () => ({ value: null, fetchedAt: now(), stale: false }),
  };
}
