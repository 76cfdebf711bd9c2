import { describe, expect, it } from 'vitest';
import { candidateSearchFromFilter } from '../../../src/datasources/vdab/candidate-filter.ts';
import { pushedCriteria, searchFromFilter } from '../../../src/datasources/vdab/filter.ts';
import type { CandidateFilter } from '../../../src/domain/candidate.ts';
import { BadInput } from '../../../src/domain/errors.ts';
import { anyVacancy, type VacancyFilter, vacancyCriteria, type VacancyOrder } from '../../../src/domain/vacancy-filter.ts';
import type { VdabVacancyFilter } from '../../../src/datasources/vdab/own-filter.ts';

const now = Date.parse('2026-05-05T12:00:00Z');
const anyOwn: VdabVacancyFilter = { jobDomains: null, postalCodes: null, occupations: null, competences: null, distanceKm: null, experience: null, sinceDays: null, hideDuplicates: null, extra: null };
const anyCandidate: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };

function search(filter: Partial<VacancyFilter>, order: VacancyOrder = 'SOURCE_ORDER') {
  return searchFromFilter({ ...anyVacancy, ...filter }, order, now);
}

function own(filter: Partial<VdabVacancyFilter>, beside: Partial<VacancyFilter> = {}) {
  return search({ own: { VDAB: { ...anyOwn, ...filter } }, ...beside });
}

function candidates(filter: Partial<CandidateFilter>) {
  return candidateSearchFromFilter({ ...anyCandidate, ...filter });
}

/** The path of the bad input that a translation refuses. */
function refused(translate: () => unknown): string {
  try {
    translate();
  } catch (error) {
    if (error instanceof BadInput) return error.argument.join('.');
    throw error;
  }
  return 'nothing was refused';
}

const stated: Omit<VacancyFilter, 'own'> = {
  keywords: 'x',
  title: 'x',
  nuts: ['BE'],
  countryCodes: ['BE'],
  postalCodes: ['2000'],
  eqfLevels: [6],
  employmentTypes: ['INTERN'],
  organisationIds: ['vdab:organisation:0404221962'],
  publishedFrom: new Date(now),
  publishedTo: new Date(now),
  publishedWithinDays: 3,
  near: { latitude: 51, longitude: 4, km: 5 },
  statuses: ['PUBLISHED'],
  salaryMin: 1,
};

describe('the unified filter', () => {
  it('has each criterion pushed, applied here, or told as one that can be applied nowhere', () => {
    const { local, unsupported, empty } = search(stated);
    expect(empty).toBe(false);
    expect(unsupported).toEqual(['eqfLevels']);
    expect(vacancyCriteria.filter((criterion) => !local.includes(criterion) && !unsupported.includes(criterion))).toEqual(['postalCodes', 'publishedWithinDays']);
    expect(pushedCriteria).toEqual(['postalCodes', 'publishedWithinDays', 'publishedFrom']);
  });

  it('that states nothing asks for everything', () => {
    expect(search({})).toEqual({ parameters: {}, local: [], unsupported: [], empty: false });
  });

  it('sends the Belgian of its postcodes, and needs no VDAB where there is none', () => {
    expect(search({ postalCodes: ['2000', '1012AB', '59000', '9000'] })).toMatchObject({ parameters: { postcode: ['2000', '9000'] }, local: [], empty: false });
    expect(search({ postalCodes: ['1012AB', 'L-1111'] })).toMatchObject({ empty: true });
  });

  it('has postcodes applied here where they are too many for an address', () => {
    const postalCodes = Array.from({ length: 101 }, (_, index) => String(1000 + index));
    expect(search({ postalCodes })).toMatchObject({ parameters: {}, local: ['postalCodes'], empty: false });
    expect(search({ postalCodes: postalCodes.slice(1) }).local).toEqual([]);
  });

  it.each<[string, Partial<VacancyFilter>, string[] | undefined]>([
    ['days as they are', { publishedWithinDays: 7 }, ['7']],
    ['today', { publishedWithinDays: 0 }, ['0']],
    ['an instant as the days since and one more', { publishedFrom: new Date(now - 2.5 * 86_400_000) }, ['4']],
    ['an instant to come as one day', { publishedFrom: new Date(now + 86_400_000) }, ['1']],
    ['the narrowest of several', { publishedWithinDays: 7, own: { VDAB: { ...anyOwn, sinceDays: 3 } }, publishedFrom: new Date(now - 30 * 86_400_000) }, ['3']],
    ['nothing for a bound too far back to bound anything', { publishedWithinDays: 4000 }, undefined],
    ['nothing for an instant too far back', { publishedFrom: new Date(0) }, undefined],
  ])('sends %s', (_, filter, sinds) => {
    expect(search(filter).parameters['sinds']).toEqual(sinds);
  });

  it.each<[string, Partial<VacancyFilter>]>([
    ['an empty list', { nuts: [] }],
    ["an empty list of VDAB's own filter", { own: { VDAB: { ...anyOwn, jobDomains: [] } } }],
    ['organisations of other sources', { organisationIds: ['cso:organisation:01130', 'cegid:organisation:5'] }],
    ['regions of another country', { nuts: ['NL35', 'NL32'] }],
    ['statuses that VDAB does not have', { statuses: ['DRAFT'] }],
  ])('excludes all of VDAB by %s', (_, filter) => {
    expect(search(filter).empty).toBe(true);
  });

  it.each<[string, Partial<VacancyFilter>]>([
    ['an organisation of VDAB among others', { organisationIds: ['cso:organisation:01130', 'vdab:organisation:0404221962'] }],
    ['a region of Belgium among others', { nuts: ['NL35', 'be2'] }],
    ['another country, where its vacancies may lie too', { nuts: ['NL'] }],
    ['a status that VDAB has', { statuses: ['DRAFT', 'CLOSED'] }],
  ])('does not exclude VDAB by %s', (_, filter) => {
    expect(search(filter).empty).toBe(false);
  });

  it('names an organisation id that is none', () => {
    expect(refused(() => search({ organisationIds: ['vdab:organisation:1', 'vdab:vacancy:1'] }))).toBe('filter.organisationIds.1');
  });
});

describe("VDAB's own filter", () => {
  it('has its postcodes pushed, and the unified ones applied here', () => {
    expect(own({ postalCodes: ['1930'] }, { postalCodes: ['2000'] })).toMatchObject({ parameters: { postcode: ['1930'] }, local: ['postalCodes'], empty: false });
  });

  it.each<[string, Partial<VdabVacancyFilter>]>([
    ['jobDomains.1', { jobDomains: ['JOBCAT01', 'JOBCAT01,JOBCAT02'] }],
    ['jobDomains.0', { jobDomains: [''] }],
    ['jobDomains.0', { jobDomains: ['x'.repeat(1_000_000)] }],
    ['occupations', { occupations: Array.from({ length: 101 }, () => 'M110101-1') }],
    ['competences.0', { competences: ['1 2'] }],
    ['experience.0', { experience: ['../1'] }],
    ['postalCodes.0', { postalCodes: ['1012AB'] }],
    ['distanceKm', { distanceKm: 10 }],
    ['distanceKm', { distanceKm: -1, postalCodes: ['1930'] }],
    ['sinceDays', { sinceDays: -1 }],
    ['extra', { extra: 'x' }],
    ['extra', { extra: ['x'] }],
    ['extra.vanaf', { extra: { vanaf: 5 } }],
    ['extra.velden', { extra: { velden: 'status' } }],
    ['extra.jobdomein', { extra: { jobdomein: 'JOBCAT01' }, jobDomains: ['JOBCAT02'] }],
    ['extra.a b', { extra: { 'a b': 1 } }],
    ['extra.__proto__', { extra: JSON.parse('{"__proto__": 1}') as unknown }],
    ['extra.taal', { extra: { taal: { nested: true } } }],
    ['extra.taal', { extra: { taal: [null] } }],
    ['extra', { extra: { taal: 'x'.repeat(3000) } }],
  ])('is refused for %s', (path, filter) => {
    expect(refused(() => own(filter))).toBe(`filter.vdab.${path}`);
  });
});

describe('the filter of candidates', () => {
  it('pushes studies and desired regions, and applies what a CV says of itself', () => {
    const filter = { studies: ['MAE5AHH'], desiredRegions: ['BE231A'], nuts: ['BE2'], occupations: ['M140201-1'], updatedAfter: new Date(now), extra: { taal: 'nl' } };
    expect(candidates(filter)).toEqual({
      parameters: { studies: ['MAE5AHH'], gewensteRegios: ['BE231A'], taal: ['nl'] },
      local: ['nuts', 'updatedAfter', 'occupations'],
      unsupported: [],
      empty: false,
    });
  });

  it('does not look for an e-mail address among everybody', () => {
    expect(candidates({ emails: ['a@example.org'] }).unsupported).toEqual(['emails']);
  });

  it('excludes all by an empty list and by regions of another country', () => {
    expect(candidates({ studies: [] }).empty).toBe(true);
    expect(candidates({ nuts: ['NL'] }).empty).toBe(true);
  });

  it.each<[string, Partial<CandidateFilter>]>([
    ['studies.0', { studies: ['a,b'] }],
    ['desiredRegions.0', { desiredRegions: ['BE 231'] }],
    ['extra.studies', { studies: ['MAE5AHH'], extra: { studies: 'MAN1NOO' } }],
    ['extra.aantal', { extra: { aantal: 1 } }],
  ])('is refused for %s', (path, filter) => {
    expect(refused(() => candidates(filter))).toBe(`filter.${path}`);
  });
});
