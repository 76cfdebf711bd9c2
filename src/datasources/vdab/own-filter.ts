import type { VacancyFilter } from '../../domain/vacancy-filter.ts';
import { anything, codes, flag, numberWithin, ownFilter, texts } from '../shared/own-filter.ts';

const furthestKm = 1000;
const maxDays = 3650;

/** `VdabVacancyFilter`: the parameters of VDAB's search, with VDAB's codes. */
export const vdabFilter = ownFilter(
  {
    jobDomains: codes(/^JOBCAT\d{2}$/, 'JOBCAT10'),
    postalCodes: codes(/^\d{4}$/, '2800'),
    occupations: texts,
    competences: texts,
    distanceKm: numberWithin(0, furthestKm),
    experience: texts,
    sinceDays: numberWithin(0, maxDays),
    hideDuplicates: flag,
    extra: anything,
  },
  ({ distanceKm, postalCodes }) => (distanceKm !== null && postalCodes === null ? { criterion: 'distanceKm', problem: 'needs "postalCodes" beside it: a distance from where' } : null),
);

export type VdabVacancyFilter = ReturnType<typeof vdabFilter.read>;

/** What a filter asks of VDAB alone; null where it asks nothing. @throws BadInput */
export function vdabFilterOf({ own }: VacancyFilter): VdabVacancyFilter | null {
  return own.VDAB === undefined ? null : vdabFilter.read(own.VDAB, ['filter', 'vdab']);
}
