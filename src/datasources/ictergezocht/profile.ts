import type { SourceProfile } from '../../domain/source.ts';

/** The board states no terms for showing its data elsewhere, so nothing may be. */
export const ictergezochtProfile: SourceProfile = {
  source: 'ICTERGEZOCHT',
  name: 'ICTerGezocht.nl',
  attribution: null,
  mayRepublish: false,
};
