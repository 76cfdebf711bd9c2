import type { SourceProfile } from '../../domain/source.ts';
import { vdabFilter } from './own-filter.ts';

/** VDAB's terms: its data may be shown by a partner that names it as their source. */
export const vdabProfile: SourceProfile = {
  source: 'VDAB',
  name: 'VDAB',
  attribution: 'Bron: VDAB',
  mayRepublish: true,
  ownFilter: vdabFilter,
};
