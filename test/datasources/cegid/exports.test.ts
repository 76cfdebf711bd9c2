import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CegidDataSource } from '../../../src/datasources/cegid/index.ts';
import type { Candidate, CandidateFilter } from '../../../src/domain/candidate.ts';
import type { Slice } from '../../../src/domain/slice.ts';
import type { Vacancy } from '../../../src/domain/vacancy.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import { page, Site } from './site.ts';

const site = new Site();
const { switches, data } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const anyone: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };

async function vacancies(source: CegidDataSource, offset: number, limit: number): Promise<Slice<Vacancy>> {
  return (await source.planVacancies(anyVacancy, 'SOURCE_ORDER')).read(page(offset, limit));
}

async function candidates(source: CegidDataSource, offset: number, limit: number): Promise<Slice<Candidate>> {
  return (await source.planCandidates(anyone)).read(page(offset, limit));
}

const readings = [
  ['a JSON list', { exportFormat: 'json-array' }],
  ['a JSON object with a list', { exportFormat: 'json-object' }],
  ['deflated archives', { exportFormat: 'zip', zipMethod: 'deflate' }],
  ['stored archives', { exportFormat: 'zip', zipMethod: 'store' }],
  ['archives of bare vacancies', { exportFormat: 'zip', zipOffer: 'bare' }],
] as const;

describe.each(readings)('an export as %s', (_name, reading) => {
  test('brings the vacancies, whole', async () => {
    Object.assign(switches, reading);
    const { rows, more } = await vacancies(site.open(), 40, 100);
    expect(rows.map((row) => ('value' in row ? row.value?.raw : row.failure))).toEqual(data.vacancies.slice(40, 140));
    expect(more).toBe(true);
  });

  test('brings the candidates, whole', async () => {
    Object.assign(switches, reading);
    const { rows } = await candidates(site.open(), 250, 100);
    expect(rows.map((row) => ('value' in row ? row.value?.raw : row.failure))).toEqual(data.candidates.slice(250));
  });

  test('ends, and knows then how many there are', async () => {
    Object.assign(switches, reading);
    const source = site.open();
    expect(await vacancies(source, 590, 100)).toMatchObject({ more: false, total: 600 });
    expect(await vacancies(source, 600, 100)).toMatchObject({ rows: [], more: false });
  });
});

describe('coded values and titles', () => {
  test('come to the same in both spellings', async () => {
    const [plain] = (await vacancies(site.open(), 0, 1)).rows;
    Object.assign(switches, { codedValues: 'code-client-label', titleField: 'jobTitle' });
    const [other] = (await vacancies(site.open(), 0, 1)).rows;
    const shown = (row: typeof plain) => JSON.stringify(row, (name, value: unknown) => (name === 'raw' || name === 'numericId' ? undefined : value));
    expect(shown(other)).toBe(shown(plain));
    expect(other).toMatchObject({ value: { title: data.vacancies[0]?.jobDescription.title } });
  });
});

describe('calls', () => {
  test('that are equal and in flight at once are one, archives too', async () => {
    switches.exportFormat = 'zip';
    const upstream = site.connect();
    await Promise.all([1, 2, 3].map(() => vacancies(site.operation(upstream), 0, 5)));
    await Promise.all([1, 2, 3].map(() => candidates(site.operation(upstream), 0, 5)));
    expect(site.asked()).toEqual(['/api/exports/v1/vacancies?offset=0&limit=5', '/api/exports/v1/candidates?offset=0&limit=5']);
  });

  test('for vacancies are answered from the cache for a minute', async () => {
    const upstream = site.connect();
    await vacancies(site.operation(upstream), 0, 5);
    site.clock.advance(50_000);
    await vacancies(site.operation(upstream), 0, 5);
    expect(site.asked()).toHaveLength(1);
    site.clock.advance(20_000);
    await vacancies(site.operation(upstream), 0, 5);
    await expect.poll(() => site.asked()).toHaveLength(2);
  });

  test('for candidates never are', async () => {
    const upstream = site.connect();
    await candidates(site.operation(upstream), 0, 5);
    await candidates(site.operation(upstream), 0, 5);
    expect(site.asked()).toHaveLength(2);
  });

  test('of another client of the site are not shared with it', async () => {
    const services = site.services();
    await vacancies(site.operation(site.connect({}, services)), 0, 5);
    await expect(vacancies(site.operation(site.connect({ clientSecret: 'other' }, services)), 0, 5)).rejects.toMatchObject({ upstreamStatus: 401 });
  });

  test('ask for no more than a page of the site', async () => {
    await vacancies(site.open({ pageSize: 30 }), 0, 100);
    expect(site.asked()).toEqual(['/api/exports/v1/vacancies?offset=0&limit=30']);
  });

  test('keep a configured limit, and say how much of it is left', async () => {
    const upstream = site.connect({ rateLimit: { requests: 2, windowSeconds: 60 } });
    await vacancies(site.operation(upstream), 0, 1);
    expect(upstream.rateLimit()).toMatchObject({ limit: 2, windowSeconds: 60, remaining: 1 });
    await vacancies(site.operation(upstream), 1, 1);
    await expect(vacancies(site.operation(upstream), 2, 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(site.asked()).toHaveLength(2);
    expect(site.connect().rateLimit()).toBeNull();
  });
});
