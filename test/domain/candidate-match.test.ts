import { describe, expect, test } from 'vitest';
import { candidate, type Candidate, type CandidateCriterion, type CandidateFilter, type DesiredJob, type Person } from '../../src/domain/candidate.ts';
import { matchesCandidate } from '../../src/domain/candidate-match.ts';
import { belgianRegionOfCode } from '../../src/domain/crosswalk/nuts.ts';
import { enumerationValue } from '../../src/domain/enumeration.ts';

const anyone: CandidateFilter = { studies: null, desiredRegions: null, nuts: null, occupations: null, updatedAfter: null, ids: null, emails: null, extra: null };
const criteria: readonly CandidateCriterion[] = ['studies', 'desiredRegions', 'nuts', 'occupations', 'updatedAfter', 'ids', 'emails'];

function meets(parts: Partial<Candidate>, filter: Partial<CandidateFilter>): boolean {
  const whole = { ...anyone, ...filter };
  const stated = criteria.filter((criterion) => whole[criterion] !== null);
  return matchesCandidate(candidate({ source: 'VDAB', sourceId: 'a', ...parts }), whole, stated);
}

const education = { kind: null, label: null, info: null, obtainedOn: null, obtainedIn: null, diploma: null };
const job: DesiredJob = {
  workRegimes: [],
  workSystems: [],
  contractType: null,
  regions: [enumerationValue({ source: 'VDAB', kind: 'REGION', list: 'regios', code: 'BE231A', nuts: belgianRegionOfCode('BE231') }), enumerationValue({ source: 'VDAB', kind: 'REGION', list: 'regios', code: 'overal' })],
  functions: [{ title: 'Bakker', experience: null, profileCode: 'D110201-1' }, { title: 'Molenaar', experience: null, profileCode: null }],
};
const person: Person = {
  username: null,
  firstName: null,
  lastName: null,
  callName: null,
  email: 'Ine@Example.org',
  mobile: null,
  phone: null,
  website: null,
  gender: null,
  nationality: null,
  birthDate: null,
  officialAddress: null,
  contactAddress: null,
};
const ine: Partial<Candidate> = { educations: [{ ...education, code: null }, { ...education, code: 'SOB7KAN' }], desiredJob: job, person, updatedOn: '2026-03-09' };

test('a candidate who says nothing meets nothing, and everything where nothing is asked', () => {
  expect(meets({}, {})).toBe(true);
  const asked: Partial<CandidateFilter>[] = [{ studies: ['x'] }, { desiredRegions: ['BE1'] }, { nuts: ['BE'] }, { occupations: ['x'] }, { updatedAfter: new Date(0) }, { ids: ['b'] }, { emails: ['a@example.org'] }];
  expect(asked.filter((filter) => meets({}, filter))).toEqual([]);
});

describe('a candidate is found', () => {
  test.each<[string, Partial<CandidateFilter>, boolean]>([
    ['by a study', { studies: ['x', 'SOB7KAN'] }, true],
    ['by no study but the same code', { studies: ['sob7kan'] }, false],
    ['by a region in its own code', { desiredRegions: ['BE231A'] }, true],
    ['not by a part of its code', { desiredRegions: ['BE231'] }, false],
    ['by the NUTS region that holds it', { nuts: ['be23'] }, true],
    ['not by another NUTS region', { nuts: ['BE24'] }, false],
    ['by an occupation', { occupations: ['D110201-1'] }, true],
    ['not by an occupation’s title', { occupations: ['Bakker'] }, false],
    ['by the id', { ids: ['b', 'a'] }, true],
    ['by the address, whatever its case', { emails: ['ine@example.ORG'] }, true],
    ['not by a part of the address', { emails: ['ine@example'] }, false],
    ['by all of these at once', { studies: ['SOB7KAN'], nuts: ['BE'], ids: ['a'], emails: ['ine@example.org'] }, true],
    ['not where one of them fails', { studies: ['SOB7KAN'], nuts: ['NL'] }, false],
    ['by no empty list', { ids: [] }, false],
  ])('%s', (_, filter, found) => {
    expect(meets(ine, filter)).toBe(found);
  });

  test.each<[string, Partial<Candidate>, string, boolean]>([
    ['on the day itself, where the hour is unknown', ine, '2026-03-09T22:00:00Z', true],
    ['not on the day before', ine, '2026-03-09T23:00:00Z', false],
    ['by the instant, where there is one', { updatedAt: new Date('2026-03-09T10:00:00Z'), updatedOn: '2026-03-09' }, '2026-03-09T09:59:59Z', true],
    ['not at the very instant', { updatedAt: new Date('2026-03-09T10:00:00Z'), updatedOn: '2026-03-09' }, '2026-03-09T10:00:00Z', false],
  ])('changed after %s', (_, parts, after, found) => {
    expect(meets(parts, { updatedAfter: new Date(after) })).toBe(found);
  });
});
