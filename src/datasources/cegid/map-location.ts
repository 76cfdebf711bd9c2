import { countryRegion, type NutsRegion } from '../../domain/crosswalk/nuts.ts';
import { type GeoPoint, type Location, nowhere } from '../../domain/location.ts';
import { type Json, isObject, optionalNumber, optionalText } from '../../http/parse.ts';
import { countryOfName } from './names.ts';

/** Where a vacancy is: one line of text with coordinates, and the country beside it in the job description. */
export function locationOfVacancy(location: Json | null, country: unknown): Location | null {
  const raw = optionalText(location?.['address']);
  const point = pointOf(location);
  const countryCode = countryOfCoded(country);
  if (raw === null && point === null && countryCode === null) return null;
  return { ...nowhere, raw, point, countryCode, nuts: nutsOfCountry(countryCode), city: raw === null ? null : cityOfAddress(raw, countryCode) };
}

/** Where a candidate lives. */
export function locationOfPerson(person: Json): Location | null {
  const raw = optionalText(person['address']);
  const postalCode = optionalText(person['postalCode']);
  const city = optionalText(person['city']);
  const countryCode = countryOfCoded(person['residentCountry']);
  if (raw === null && postalCode === null && city === null && countryCode === null) return null;
  return { ...nowhere, raw, postalCode, city, countryCode, nuts: nutsOfCountry(countryCode) };
}

/** ISO 3166-1 alpha-2 of a coded country: its own code where that is one, else what its label names. */
function countryOfCoded(country: unknown): string | null {
  if (!isObject(country)) return countryOfName(optionalText(country));
  const own = [country['clientCode'], country['id']].map(optionalText).find((code) => code !== null && /^[A-Z]{2}$/.test(code));
  return own ?? countryOfName(optionalText(country['label']));
}

function pointOf(location: Json | null): GeoPoint | null {
  const latitude = optionalNumber(location?.['latitude']);
  const longitude = optionalNumber(location?.['longitude']);
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}

/** Behind a Dutch postcode (1234 AB), or a Belgian one at the head of its part of the line. */
const dutchTown = /\b\d{4} ?[A-Z]{2}\s+([^,\d]+?)\s*(?:,|$)/;
const belgianTown = /(?:^|,)\s*(?:B-)?\d{4}\s+([^,\d]+?)\s*(?:,|$)/;

/** Longest line that a town is looked for in, characters: the patterns take time with its square, and more where blanks follow one another. */
const longestAddress = 500;

/** The town of a Dutch or Belgian address, null where the line does not name it behind a postcode. */
function cityOfAddress(address: string, countryCode: string | null): string | null {
  const line = address.slice(0, longestAddress).replaceAll(/\s+/g, ' ');
  if (countryCode === 'NL') return dutchTown.exec(line)?.[1] ?? null;
  if (countryCode === 'BE') return belgianTown.exec(line)?.[1] ?? null;
  return null;
}

/** Members of the European Union whose NUTS code is their ISO code; Greece has another. */
const nutsCountries = new Set(['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']);

function nutsOfCountry(countryCode: string | null): NutsRegion | null {
  return countryCode !== null && nutsCountries.has(countryCode) ? countryRegion(countryCode) : null;
}
