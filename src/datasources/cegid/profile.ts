import type { SourceProfile } from '../../domain/source.ts';
import { cegidFilter } from './own-filter.ts';
import { cegidEvents } from './webhook.ts';

/** A site's own vacancies and applicants: neither document nor vendor lets them be published elsewhere. */
export const cegidProfile: SourceProfile = {
  source: 'CEGID',
  name: 'Cegid Talentsoft',
  attribution: null,
  mayRepublish: false,
  ownFilter: cegidFilter,
  events: cegidEvents,
};
