import { describe, expect, test } from 'vitest';
import { createCso } from '../../../sandbox/cso/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { checkJob, checkVacancy } from '../../../src/domain/posting/check.ts';
import type { SaveJobInput } from '../../../src/domain/posting/inputs.ts';
import { jobDraftOf } from '../../../src/domain/posting/job-draft.ts';
import { csoLists, type CsoLists, ictergezochtLists } from '../../../src/domain/posting/lists.ts';
import { vacancyDraftOf } from '../../../src/domain/posting/vacancy-draft.ts';
import { listsOfCso } from './lists-of-sandbox.ts';
import { goodJob, goodVacancy, noLists, now, phase, phaseCodes } from './samples.ts';

const known = listsOfCso(createCso({ clock: new MovableClock(), seed: 1, scale: 1 }).data);
const withoutOrganisations: CsoLists = { values: known.values, organisations: null };
const withoutEnumerations: CsoLists = { values: () => null, organisations: known.organisations };

function uncheckedOf(change: Partial<SaveJobInput>, lists: CsoLists): readonly string[] {
  return checkJob(jobDraftOf({ ...goodJob, ...change }), lists, now).unchecked;
}

describe('where a list could not be read', () => {
  test('the rules on its codes are unchecked, and the job is valid', () => {
    const { valid, userErrors, unchecked } = checkJob(jobDraftOf(goodJob), noLists, now);
    expect({ valid, userErrors }).toEqual({ valid: true, userErrors: [] });
    expect(unchecked).toEqual([
      'CSO_UNKNOWN_ORGANISATION',
      'CSO_UNKNOWN_JOB_APPLICATION_TYPE',
      'CSO_UNKNOWN_ONLINE_JOB_APPLICATION_TYPE',
      'CSO_UNKNOWN_EDUCATION_LEVEL',
      'CSO_UNKNOWN_JOB_CATEGORY',
      'CSO_UNKNOWN_JOB_BRANCH',
      'CSO_UNKNOWN_REGION',
      'CSO_UNKNOWN_CONTRACT_TYPE',
      'CSO_UNKNOWN_JOB_PUBLICATION_STATUS',
      'CSO_ELECTRONIC_APPLICATION_NEEDS_EMAIL_OR_URL',
      'CSO_HPK_FIRST',
    ]);
  });

  test('everything else is still told', () => {
    const { valid, userErrors } = checkJob(jobDraftOf({ ...goodJob, name: null, regions: ['BE', 'DE'], applicationEmail: null }), noLists, now);
    expect(valid).toBe(false);
    expect(userErrors.map(({ path }) => path.join('.'))).toEqual(['input.name', 'input.regions.0', 'input.applicationEmail']);
  });

  test('a rule that the input gives nothing to is not unchecked', () => {
    expect(uncheckedOf({}, noLists)).not.toContain('CSO_UNKNOWN_PAY_SCALE');
    expect(uncheckedOf({ payScales: ['MTBI9LD7'] }, noLists)).toContain('CSO_UNKNOWN_PAY_SCALE');
  });

  test('phases that do not overlap need no list to tell HPK by', () => {
    const overlapping = { publicationSets: [{ publications: [phase(phaseCodes.hpk, 1, 5), phase(phaseCodes.extern, 4, 9)] }] };
    expect(uncheckedOf({}, withoutEnumerations)).not.toContain('CSO_HPK_OVERLAPS_NO_PHASE');
    expect(uncheckedOf(overlapping, withoutEnumerations)).toContain('CSO_HPK_OVERLAPS_NO_PHASE');
  });

  test('organisations alone leave their own rules unchecked', () => {
    expect(uncheckedOf({ payDescription: null, payScales: ['MTBI9LD7'] }, withoutOrganisations)).toEqual(['CSO_UNKNOWN_ORGANISATION', 'CSO_SCALES_OR_AMOUNTS_AS_THE_ORGANISATION_HAS_IT', 'CSO_HPK_FIRST']);
  });

  test('a region whose country only the list tells leaves the rules on regions unchecked', () => {
    expect(uncheckedOf({ regions: ['BRG.04', 'BRG.06'], postcode: null }, noLists)).toEqual(expect.arrayContaining(['CSO_SEVERAL_REGIONS_MUST_BE_DUTCH', 'CSO_POSTCODE_WITH_DUTCH_REGION']));
  });

  test('a list without values is one that could not be read', () => {
    const empty = { source: 'CSO', kind: 'REGION', name: 'regions', values: [], fetchedAt: null } as const;
    expect(uncheckedOf({}, csoLists([empty], known.organisations))).toContain('CSO_UNKNOWN_REGION');
  });

  test('ICTerGezocht’s two lists are each for themselves', () => {
    const draft = vacancyDraftOf(goodVacancy);
    expect(checkVacancy(draft, ictergezochtLists(null), now)).toEqual({ valid: true, userErrors: [], unchecked: ['ICTERGEZOCHT_UNKNOWN_COMPANY_TYPE', 'ICTERGEZOCHT_UNKNOWN_USER_FUNCTION'] });
    expect(checkVacancy({ ...draft, companyUser: null }, ictergezochtLists(null), now).unchecked).toEqual(['ICTERGEZOCHT_UNKNOWN_COMPANY_TYPE']);
  });
});
