import { countryRegion, dutchProvinceOfLabel } from '../../domain/crosswalk/nuts.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';

type Meaning = Pick<EnumerationValue, 'nuts' | 'countryCode' | 'subdivisionCode'>;

const unknownPlace: Meaning = { nuts: null, countryCode: null, subdivisionCode: null };
/** Countries that the NUTS regulation or its agreements with neighbours cover, by ISO 3166-1; others have no NUTS code. */
const nutsCountries: ReadonlySet<string> = new Set(
  'AL AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR'.split(' '),
);
/** NUTS keeps its own code for Greece. */
const nutsCodes: Readonly<Record<string, string>> = { GR: 'EL' };

/**
 * What a code of `regions` means elsewhere (CSO document, 5.6): `BRG` codes are known by their labels, two letters are a
 * foreign country of ISO 3166.
 * @param labelsAbove the labels of the regions that it lies in, as far as known
 */
export function meaningOfRegion(code: string, label: string | null, labelsAbove: readonly string[]): Meaning {
  if (/^[A-Z]{2}$/.test(code)) return countryMeaning(code);
  const province = dutchProvinceOfLabel(label);
  if (province !== null) return { ...province, countryCode: 'NL' };
  if (label === 'Nederland') return countryMeaning('NL');
  // The Caribbean Netherlands belong to the country and to no NUTS region.
  return [label ?? '', ...labelsAbove].some((name) => /\bnederland$/i.test(name)) ? { ...unknownPlace, countryCode: 'NL' } : unknownPlace;
}

function countryMeaning(countryCode: string): Meaning {
  const nuts = nutsCountries.has(countryCode) ? countryRegion(nutsCodes[countryCode] ?? countryCode) : null;
  return { nuts, countryCode, subdivisionCode: null };
}
