import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lastChange } from '../../../src/datasources/cegid/last-change.ts';
import { candidateFromApplicant } from '../../../src/datasources/cegid/map-candidate.ts';
import { vacancyFromOffer } from '../../../src/datasources/cegid/map-vacancy.ts';
import { RichText } from '../../../src/domain/rich-text.ts';
import { isObject, type Json, object } from '../../../src/http/parse.ts';

const vacancies = new URL('./vacancies/', import.meta.url);
const candidates = new URL('./candidates/', import.meta.url);

function fixture(folder: URL, name: string): Json {
  const parsed: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return object(parsed, name);
}

/** What is known: nulls, empty lists and parts that hold nothing else left out, dates as text, rich text as its markup. */
function known(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof RichText) return value.html;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(known);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, known(part)] as const).filter(([, part]) => part !== null);
  return parts.length === 0 ? null : Object.fromEntries(parts);
}

describe('a vacancy', () => {
  test.each(readdirSync(vacancies))('of %s', (name) => {
    const { offer, expected } = fixture(vacancies, name);
    const { raw, ...mapped } = vacancyFromOffer(object(offer, 'offer'), 'nl');
    expect(raw).toBe(offer);
    expect(known(mapped)).toEqual(known(expected));
  });
});

describe('a candidate', () => {
  test.each(readdirSync(candidates))('of %s', (name) => {
    const { applicant, expected } = fixture(candidates, name);
    const { raw, ...mapped } = candidateFromApplicant(object(applicant, 'applicant'));
    expect(raw).toBe(applicant);
    expect(known(mapped)).toEqual(known(expected));
  });
});

test.each([
  ['2025-07-31T23:30:00Z', '2025-08-01', 'late in the evening in UTC, next day in Brussels'],
  ['2025-12-31T23:30:00+02:00', '2025-12-31', 'late in the evening east of it'],
  ['2025-05-01T23:30:00', '2025-05-01', 'without a zone'],
  ['soon', null, 'no date'],
])('a change at %s is of %s: %s', (stated, day, _why) => {
  expect(lastChange(stated).updatedOn).toBe(day);
});
