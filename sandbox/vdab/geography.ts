import { type FlemishTown, flemishTowns } from '../content/towns.ts';

const townsByPostcode: ReadonlyMap<string, FlemishTown> = new Map(flemishTowns.map((town) => [town.postcode, town]));
const earthRadiusKm = 6371;

/** The postcodes of the towns whose centre lies within `km` of the centre of the postcode's own town; an unknown postcode has itself only. */
export function postcodesAround(postcode: string, km: number): string[] {
  const centre = townsByPostcode.get(postcode);
  if (centre === undefined) return [postcode];
  return flemishTowns.filter((town) => distanceKm(centre, town) <= km).map((town) => town.postcode);
}

/** The great-circle distance between two towns' centres. */
export function distanceKm(a: FlemishTown, b: FlemishTown): number {
  const dLat = radians(b.latitude - a.latitude);
  const dLon = radians(b.longitude - a.longitude);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(h));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** VDAB's own region code of a town: NUTS 3 and a letter, or BE1 for Brussels (CV document). */
export function regionCode(town: FlemishTown, letter: string): string {
  return town.nuts3.startsWith('BE1') ? 'BE1' : `${town.nuts3}${letter}`;
}
