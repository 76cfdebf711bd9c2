import { expect, test } from 'vitest';
import { distanceKm } from '../../src/domain/location.ts';

const gent = { latitude: 51.054, longitude: 3.725 };

test.each([
  ['itself', gent, 0, 0],
  ['Antwerpen', { latitude: 51.219, longitude: 4.402 }, 50, 52],
  ['Amsterdam', { latitude: 52.373, longitude: 4.893 }, 166, 168],
  ['its antipode', { latitude: -51.054, longitude: -176.275 }, 20_014, 20_016],
])('from Gent to %s', (_, point, least, most) => {
  expect(distanceKm(gent, point)).toBeGreaterThanOrEqual(least);
  expect(distanceKm(gent, point)).toBeLessThanOrEqual(most);
  expect(distanceKm(point, gent)).toBeCloseTo(distanceKm(gent, point), 6);
});
