import type { SourceProfile } from '../../domain/source.ts';
import { csoFilter } from './own-filter.ts';

/** The CSO document opens with its purpose: to make the vacancies available as open data. It asks for no wording; the site is named. */
export const csoProfile: SourceProfile = {
  source: 'CSO',
  name: 'CSO (Werken voor Nederland)',
  attribution: 'Bron: Werken voor Nederland (CSO)',
  mayRepublish: true,
  ownFilter: csoFilter,
};
