import { belgianRegionOfCode, belgianSubdivisionOf, type NutsRegion } from '../../domain/crosswalk/nuts.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';
import { type Location, nowhere } from '../../domain/location.ts';
import { type Json, optionalNumber, optionalObject, optionalText } from '../../http/parse.ts';
import { codedValue, codeOf } from './codes.ts';

/** `BE-2800` and `2800-MECHELEN` are split; `raw` keeps both. Null for an address with nothing in it. */
export function locationFromAddress(address: Json | null): Location | null {
  if (address === null) return null;
  const postalCode = optionalText(address['postcode']);
  const city = optionalText(address['gemeente']);
  const region = regionFromCode(address['regioCode']);
  const location: Location = {
    ...nowhere,
    street: optionalText(address['straat']),
    houseNumber: optionalText(address['huisnummer']),
    box: optionalText(address['busnummer']),
    postalCode: postalCode?.replace(/^[A-Z]{2}-/, '') ?? null,
    city: city?.replace(/^\d[\dA-Z ]*-/, '') ?? null,
    regions: region === null ? [] : [region],
    countryCode: countryOf(address['landCode']) ?? countryOf(address['land']) ?? /^([A-Z]{2})-/.exec(postalCode ?? '')?.[1] ?? null,
    subdivisionCode: region?.subdivisionCode ?? null,
    nuts: region?.nuts ?? null,
    point: pointOf(optionalObject(address['locatie'])),
    raw: [postalCode, city].filter((part) => part !== null).join(' ') || null,
  };
  return Object.entries(location).every(([, part]) => part === null || (Array.isArray(part) && part.length === 0)) ? null : location;
}

/** A region in VDAB's code, with the NUTS region and province it lies in. */
export function regionFromCode(value: unknown): EnumerationValue | null {
  const nuts = nutsOfRegionCode(codeOf(value));
  if (nuts === null) return codedValue('regios', value);
  return codedValue('regios', value, { nuts, countryCode: 'BE', subdivisionCode: belgianSubdivisionOf(nuts.code) });
}

/** VDAB adds a letter to NUTS 3 codes (`BE231A`), making six characters; shorter codes are NUTS as they are. */
export function nutsOfRegionCode(code: string | null): NutsRegion | null {
  if (code === null) return null;
  return belgianRegionOfCode(/^BE[\dA-Z]{3}[A-Z]$/.test(code) ? code.slice(0, 5) : code);
}

function countryOf(value: unknown): string | null {
  const code = codeOf(value)?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

function pointOf(point: Json | null): Location['point'] {
  const latitude = optionalNumber(point?.['latitude']);
  const longitude = optionalNumber(point?.['longitude']);
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
