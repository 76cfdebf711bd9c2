import type { VacancyFilter } from '../../domain/vacancy-filter.ts';
import { instant, ownFilter, text, texts } from '../shared/own-filter.ts';

/** `CegidVacancyFilter`: the filter of the export of vacancies. */
export const cegidFilter = ownFilter({ references: texts, statuses: texts, updatedAfter: instant, updatedBefore: instant, q: text }, ({ updatedAfter, updatedBefore }) =>
  updatedAfter !== null && updatedBefore !== null && updatedAfter >= updatedBefore ? { criterion: 'updatedBefore', problem: 'is to be later than "updatedAfter"' } : null,
);

export type CegidVacancyFilter = ReturnType<typeof cegidFilter.read>;

/** What a filter asks of Cegid alone; null where it asks nothing. @throws BadInput */
export function cegidFilterOf({ own }: VacancyFilter): CegidVacancyFilter | null {
  return own.CEGID === undefined ? null : cegidFilter.read(own.CEGID, ['filter', 'cegid']);
}
