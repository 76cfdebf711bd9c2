import type { EnumerationValue } from '../../domain/enumeration.ts';
import { type GeoPoint, type Location, nowhere } from '../../domain/location.ts';
import { type Json, optionalNumber, optionalText } from '../../http/parse.ts';

/** Where the work is: town and coordinates of `features.location`, regions of `featuresDetail`; null where neither was selected. */
export function locationFromFeatures(location: Json | null, regions: readonly EnumerationValue[]): Location | null {
  if (location === null && regions.length === 0) return null;
  return {
    ...nowhere,
    postalCode: optionalText(location?.['postcode']),
    city: optionalText(location?.['city']),
    regions,
    countryCode: onlyOne(regions.map((region) => region.countryCode)),
    subdivisionCode: onlyOne(regions.map((region) => region.subdivisionCode)),
    nuts: regions.length === 1 ? (regions[0]?.nuts ?? null) : null,
    point: pointOf(location),
  };
}

/** `RemoteJobAddress` of a contact; null where it names no place. */
export function locationFromAddress(address: Json | null): Location | null {
  const street = optionalText(address?.['street']);
  const houseNumber = optionalText(address?.['houseNumber']);
  const postalCode = optionalText(address?.['postcode']);
  const city = optionalText(address?.['city']);
  if (street === null && postalCode === null && city === null) return null;
  return { ...nowhere, street, houseNumber, postalCode, city };
}

/** Coordinates may be empty texts. */
function pointOf(location: Json | null): GeoPoint | null {
  const latitude = optionalNumber(location?.['latitude']);
  const longitude = optionalNumber(location?.['longitude']);
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}

/** What all have in common; null where they differ or one has none. */
function onlyOne(codes: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(codes);
  return others.length === 0 ? first : null;
}
