import type { EnumerationValue } from './enumeration.ts';
import type { NutsRegion } from './crosswalk/nuts.ts';

/** A point on the earth, WGS 84 degrees. */
export interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Location {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly box: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly regions: readonly EnumerationValue[];
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  /** ISO 3166-2. */
  readonly subdivisionCode: string | null;
  readonly nuts: NutsRegion | null;
  readonly point: GeoPoint | null;
  /** The source's own words for the place. */
  readonly raw: string | null;
}

export const nowhere: Location = {
  street: null,
  houseNumber: null,
  box: null,
  postalCode: null,
  city: null,
  regions: [],
  countryCode: null,
  subdivisionCode: null,
  nuts: null,
  point: null,
  raw: null,
};

const earthRadiusKm = 6371;

/** The distance between two points over the earth's surface, in kilometres (haversine). */
export function distanceKm(a: GeoPoint, b: GeoPoint): number {
  const latitudes = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const longitudes = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = latitudes + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitudes;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
