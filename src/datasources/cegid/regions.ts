import { belgianRegionOfCode, belgianSubdivisionOf, dutchProvinceOfLabel, type NutsRegion } from '../../domain/crosswalk/nuts.ts';

export interface KnownRegion {
  readonly nuts: NutsRegion;
  readonly subdivisionCode: string | null;
  readonly countryCode: string;
}

const belgianCodes = ['BE1', 'BE21', 'BE22', 'BE23', 'BE24', 'BE25'];
/** Both countries have one of this name: a label must say which. */
const ambiguous = 'limburg';

/** A longer label names none of them. */
const longestLabel = 100;

/** What a region's Dutch label means, `(BE)` or `(NL)` behind it telling provinces of one name apart; null where it names none we know. */
export function regionOfLabel(label: string | null): KnownRegion | null {
  const stated = label?.trim() ?? '';
  if (stated.length > longestLabel) return null;
  const [, name = '', country] = /^(.*?)\s*(?:\((BE|NL)\))?$/.exec(stated) ?? [];
  if (country === undefined && name.toLowerCase() === ambiguous) return null;
  return (country === 'BE' ? null : dutchRegion(name)) ?? (country === 'NL' ? null : belgianRegion(name));
}

function dutchRegion(name: string): KnownRegion | null {
  const province = dutchProvinceOfLabel(name);
  return province === null ? null : { ...province, countryCode: 'NL' };
}

function belgianRegion(name: string): KnownRegion | null {
  const regions = belgianCodes.map(belgianRegionOfCode);
  const nuts = regions.find((region) => region?.label?.toLowerCase() === name.toLowerCase()) ?? null;
  return nuts === null ? null : { nuts, subdivisionCode: belgianSubdivisionOf(nuts.code), countryCode: 'BE' };
}
