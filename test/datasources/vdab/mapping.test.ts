import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockAtStart } from '../../sandbox/fixed-clock.ts';
import { createVdab } from '../../../sandbox/vdab/index.ts';
import { candidateFromDetail } from '../../../src/datasources/vdab/map-candidate.ts';
import { locationFromAddress, nutsOfRegionCode } from '../../../src/datasources/vdab/map-location.ts';
import { organisationFromSupplier, vacancyFromDetail } from '../../../src/datasources/vdab/map-vacancy.ts';
import { globalId, parseGlobalId } from '../../../src/domain/ids.ts';
import { RichText } from '../../../src/domain/rich-text.ts';
import { isObject, type Json, object, ShapeError } from '../../../src/http/parse.ts';

const vacancies = new URL('./vacancies/', import.meta.url);
const candidates = new URL('./candidates/', import.meta.url);

function fixture(folder: URL, name: string): { readonly detail: Json; readonly expected: Json } {
  const parsed: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const { detail, expected } = object(parsed, name);
  return { detail: object(detail, 'detail'), expected: object(expected, 'expected') };
}

/** What is known: nulls, empty lists and parts that hold nothing left out, rich text as its markup. */
function known(value: unknown): unknown {
  if (value instanceof RichText) return value.html;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(known);
  if (!isObject(value)) return value;
  const parts = namesOf(value).map((name) => [name, known(value[name])] as const).filter(([, part]) => part !== null);
  return parts.length === 0 ? null : Object.fromEntries(parts);
}

/** Its own names and those of parts that are made when they are read, which are inherited. */
function namesOf(value: Json): string[] {
  const names: string[] = [];
  // oxlint-disable-next-line guard-for-in -- what is inherited is wanted
  for (const name in value) names.push(name);
  return names;
}

test.each(readdirSync(vacancies))('a vacancy of %s', (name) => {
  const { detail, expected } = fixture(vacancies, name);
  const mapped = vacancyFromDetail(detail);
  expect(mapped.raw).toBe(detail);
  expect(known(mapped)).toEqual(known({ ...expected, raw: detail }));
});

test.each(readdirSync(candidates))('a candidate of %s', (name) => {
  const { detail, expected } = fixture(candidates, name);
  const { raw, ...mapped } = candidateFromDetail(detail);
  expect(raw).toBe(detail);
  expect(known(mapped)).toEqual(known(expected));
});

describe('mapping', () => {
  const vacancyPlaces = ['status', 'functie', 'leverancier', 'profiel', 'arbeidsovereenkomst', 'tewerkstellingsadres', 'sollicitatieprocedure', 'dubbels', 'vrijeVereiste', 'publicatieDatum'];
  const candidatePlaces = ['status', 'iklId', 'natuurlijkPersoon', 'ervaringen', 'opleidingen', 'attesteringen', 'competenties', 'gewensteJob'];
  /** JSON in which the words that VDAB uses, and those that JavaScript objects have, occur in any place. */
  const words = ['code', 'label', 'type', 'naam', 'vereisten', 'jobdomeinen', 'beroepsprofiel', 'regios', 'regioCode', 'postcode', 'gemeente', 'locatie', 'latitude', 'sollicitatieVia', 'brief', 'dubbelIds', 'constructor', '__proto__', 'talen', 'technischecompetentie', 'studie', 'rijbewijs', 'G', '\ud800'];
  const text = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' }), fc.constantFrom('BE231A', '2026-01-01'));
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.boolean(), fc.double(), text, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true })),
  })).value;

  test('takes whatever VDAB puts in any place', () => {
    fc.assert(
      fc.property(fc.record(Object.fromEntries(vacancyPlaces.map((place) => [place, json])), { requiredKeys: [], noNullPrototype: true }), (parts) => {
        const vacancy = vacancyFromDetail({ ...parts, vacatureReferentie: { interneReferentie: '5d0c2a51-7e0b-4c6f-9c2e-0b1f6e1d2a33' } });
        expect(vacancy.source).toBe('VDAB');
        expect(typeof (vacancy.description?.html ?? '')).toBe('string');
        // Every part is made when it is read.
        expect(() => known(vacancy)).not.toThrow();
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.record(Object.fromEntries(candidatePlaces.map((place) => [place, json])), { requiredKeys: [], noNullPrototype: true }), (parts) => {
        expect(candidateFromDetail({ ...parts, cvId: '5d0c2a51-7e0b-4c6f-9c2e-0b1f6e1d2a33' }).source).toBe('VDAB');
      }),
      { numRuns: 300 },
    );
  });

  test('refuses what names no vacancy and no candidate', () => {
    expect(() => vacancyFromDetail({ status: 'GEPUBLICEERD' })).toThrow(ShapeError);
    expect(() => candidateFromDetail({ cvId: 'bulk' })).toThrow(ShapeError);
  });

  test('of everything in the sandbox lets no hostile markup through and finds a title', () => {
    const { data } = createVdab({ clock: clockAtStart(), seed: 7, scale: 0.2 });
    const mapped = data.vacancies.map(({ document }) => vacancyFromDetail(JSON.parse(JSON.stringify(document)) as Json));
    const texts = mapped.flatMap(({ description, requirements, otherDetails, application }) => [description, requirements, otherDetails, application.instructions]).filter((text) => text !== null);
    expect(data.vacancies.some(({ document }) => document.functie.omschrijving?.includes('pwned'))).toBe(true);
    expect(texts.filter((text) => text.html.includes('pwned') || text.plain().includes('pwned'))).toEqual([]);
    expect(mapped.every(({ title }) => title !== null)).toBe(true);
  });
});

describe('an organisation', () => {
  test.each([{ naam: 'Bakkerij ’t Brood & zoon' }, { naam: 'x'.repeat(1000) }, { naam: '日本語'.repeat(300) }, { naam: '\ud800 half' }, { kboNummer: '0404 221 900' }])('has an id that can be asked for by: %j', (supplier) => {
    const found = organisationFromSupplier(supplier);
    const id = globalId('VDAB', 'organisation', found?.code ?? '');
    expect(parseGlobalId(id, ['id'])).toEqual({ source: 'VDAB', kind: 'organisation', sourceId: found?.code });
  });

  test('without number or name is none', () => {
    expect(organisationFromSupplier({ type: 'INTERMEDIAIREN' })).toBeNull();
    expect(organisationFromSupplier(null)).toBeNull();
  });
});

describe('a region code', () => {
  test.each([
    ['BE231A', 'BE231'],
    ['BE32AB', 'BE32A'],
    ['BE32A', 'BE32A'],
    ['BE231', 'BE231'],
    ['BE23', 'BE23'],
    ['BE1', 'BE1'],
    ['BE', 'BE'],
  ])('%s lies in NUTS %s', (code, nuts) => {
    expect(nutsOfRegionCode(code)?.code).toBe(nuts);
  });

  test.each(['NL32', 'BE2311', 'BE231AA', 'be231a', 'x', ''])('%j is no region of Belgium', (code) => {
    expect(nutsOfRegionCode(code)).toBeNull();
  });
});

test.each([
  [{ postcode: 'BE-2800', gemeente: '2800-MECHELEN' }, { postalCode: '2800', city: 'MECHELEN', countryCode: 'BE' }],
  [{ postcode: '2860', gemeente: '2860-SINT-KATELIJNE-WAVER', land: 'BE' }, { postalCode: '2860', city: 'SINT-KATELIJNE-WAVER', countryCode: 'BE' }],
  [{ postcode: 'L-1111', gemeente: 'Luxembourg', landCode: 'LU' }, { postalCode: 'L-1111', city: 'Luxembourg', countryCode: 'LU' }],
  [{ postcode: 'NL-4811 AB', gemeente: '4811 AB-BREDA' }, { postalCode: '4811 AB', city: 'BREDA', countryCode: 'NL' }],
])('an address is split: %j', (address, expected) => {
  expect(locationFromAddress(address)).toMatchObject({ ...expected, raw: `${address.postcode} ${address.gemeente}` });
});
