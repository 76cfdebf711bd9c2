import { belgianRegionOfCode, belgianSubdivisionOf, type NutsRegion } from '../../domain/crosswalk/nuts.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';
import { lazily } from '../../domain/lazy.ts';
import { type Location, nowhere } from '../../domain/location.ts';
import { type Json, optionalNumber, optionalObject, optionalText } from '../../http/parse.ts';
import { codedValue, codeOf } from './codes.ts';

/** `BE-2800` and `2800-MECHELEN` are split; `raw` keeps both. Null for an address with nothing in it. Each part is made when it is read. */
export function locationFromAddress(address: Json | null): Location | null {
  return address === null || !statesAnything(address) ? null : locationOf(address);
}

const texts = ['gemeente', 'postcode', 'straat', 'huisnummer', 'busnummer'] as const;

function statesAnything(address: Json): boolean {
  return texts.some((name) => optionalText(address[name]) !== null) || codeOf(address['regioCode']) !== null || countryOfAddress(address) !== null || pointOf(address) !== null;
}

const locationOf = lazily<Location, Json>(nowhere, {
  street: (address) => optionalText(address['straat']),
  houseNumber: (address) => optionalText(address['huisnummer']),
  box: (address) => optionalText(address['busnummer']),
  postalCode: (address) => optionalText(address['postcode'])?.replace(/^[A-Z]{2}-/, '') ?? null,
  city: (address) => optionalText(address['gemeente'])?.replace(/^\d[\dA-Z ]*-/, '') ?? null,
  regions: (address) => regionsOf(address),
  countryCode: (address) => countryOfAddress(address) ?? /^([A-Z]{2})-/.exec(optionalText(address['postcode']) ?? '')?.[1] ?? null,
  subdivisionCode: (address) => regionsOf(address)[0]?.subdivisionCode ?? null,
  nuts: (address) => regionsOf(address)[0]?.nuts ?? null,
  point: (address) => pointOf(address),
  raw: (address) => [optionalText(address['postcode']), optionalText(address['gemeente'])].filter((part) => part !== null).join(' ') || null,
});

function regionsOf(address: Json): readonly EnumerationValue[] {
  const region = regionFromCode(address['regioCode']);
  return region === null ? [] : [region];
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

function countryOfAddress(address: Json): string | null {
  return countryOf(address['landCode']) ?? countryOf(address['land']);
}

function pointOf(address: Json): Location['point'] {
  const point = optionalObject(address['locatie']);
  const latitude = optionalNumber(point?.['latitude']);
  const longitude = optionalNumber(point?.['longitude']);
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
