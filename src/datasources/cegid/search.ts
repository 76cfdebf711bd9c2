import type { CandidateFilter, Candidate, CandidateCriterion } from '../../domain/candidate.ts';
import { BadInput } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { CandidateField, VacancyField } from '../../domain/fields.ts';
import type { CandidatePlan, Row, SearchPlan, Slice, VacancyPlan } from '../../domain/slice.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyCriterion, VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import type { Json } from '../../http/parse.ts';
import { asSource } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { Paging, Rows } from './client.ts';
import { isKnownStatus } from './codes.ts';
import { candidateSearchFromFilter, type CegidSearch, searchFromFilter } from './filter.ts';
import { candidateFromApplicant } from './map-candidate.ts';
import { cegidFilterOf } from './own-filter.ts';
import { rowFailure } from './row-failure.ts';
import type { CegidShared } from './shared.ts';

/** A search of vacancies, page by page of the export. @throws BadInput */
export async function planVacancies(filter: VacancyFilter, order: VacancyOrder, shared: CegidShared, scope: RequestScope): Promise<VacancyPlan> {
  const search = searchFromFilter(filter, order, shared.config);
  await refuseUnknownStatuses(cegidFilterOf(filter)?.statuses ?? [], shared, scope);
  const { conditions } = search;
  return plan<Vacancy, VacancyField, VacancyCriterion>(search, shared, (paging) => shared.client.vacancies({ conditions, paging }, scope), shared.vacancy);
}

/** A search of candidates, page by page of the export. @throws BadInput */
export function planCandidates(filter: CandidateFilter, shared: CegidShared, scope: RequestScope): CandidatePlan {
  const search = candidateSearchFromFilter(filter);
  const { conditions, extra } = search;
  return plan<Candidate, CandidateField, CandidateCriterion>(search, shared, (paging) => shared.client.candidates({ conditions, paging, extra }, scope), candidateFromApplicant);
}

/** A site has statuses of its own: what is not the vendor's must be in its referential, where it shows one. */
async function refuseUnknownStatuses(ids: readonly string[], { config, referentials }: CegidShared, scope: RequestScope): Promise<void> {
  if (ids.every((id) => isKnownStatus(id, config.statusPrefix))) return;
  const list = await asSource('CEGID', () => referentials.list('vacancyStatuses', scope));
  if (list === null) return;
  const known = new Set(list.value.values.map(({ code }) => code));
  for (const [index, id] of ids.entries()) {
    if (!known.has(id) && !isKnownStatus(id, config.statusPrefix)) throw new BadInput(['filter', 'cegid', 'statuses', String(index)], 'is not the id of a status of this site');
  }
}

function plan<T extends Vacancy | Candidate, Field, Criterion extends string>(
  search: CegidSearch<Criterion>,
  { config, now }: CegidShared,
  read: (paging: Paging) => Promise<Fetched<Rows>>,
  map: (json: Json) => T,
): SearchPlan<T, Field, Criterion> {
  const { local, unsupported, empty } = search;
  return {
    local,
    unsupported,
    empty,
    pageSize: config.pageSize,
    read: ({ offset, limit }) =>
      asSource('CEGID', async () => {
        const paging = { offset, limit: Math.min(limit, config.pageSize) };
        return sliceOf(await read(paging), paging, map);
      }),
    // An export says how many rows there are only by coming to its end.
    count: async () => ({ value: empty ? 0 : null, fetchedAt: now(), stale: false }),
  };
}

function sliceOf<T extends Vacancy | Candidate>({ value: { rows, total }, fetchedAt, stale }: Fetched<Rows>, { offset, limit }: Paging, map: (json: Json) => T): Slice<T> {
  const end = rows.length < limit && (rows.length > 0 || offset === 0) ? offset + rows.length : null;
  const known = total ?? end;
  return {
    rows: rows.map((row): Row<T> => {
      if ('problem' in row) return { sourceId: null, failure: rowFailure(row.problem) };
      const value = map(row.json);
      return { sourceId: value.sourceId, value };
    }),
    more: rows.length > 0 && (known === null || offset + rows.length < known),
    total: known,
    fetchedAt,
    stale,
  };
}
