import { describe, expect, test } from 'vitest';
import { createCso } from '../../../sandbox/cso/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { checkJob, type Validation } from '../../../src/domain/posting/check.ts';
import { jobRules } from '../../../src/domain/posting/cso/rules.ts';
import { jobDraftOf } from '../../../src/domain/posting/job-draft.ts';
import { amounts, type JobChange, jobCases, scales } from './cso-cases.ts';
import { listsOfCso } from './lists-of-sandbox.ts';
import { goodJob, inDays, now, phaseCodes } from './samples.ts';

const { data } = createCso({ clock: new MovableClock(), seed: 1, scale: 1 });
const lists = listsOfCso(data);

function check(change: JobChange): Validation {
  return checkJob(jobDraftOf({ ...goodJob, ...change }), lists, now);
}

/** What one rule by itself says. */
function verdictOf(code: string, change: JobChange) {
  const rule = jobRules.find((each) => each.code === code);
  if (rule === undefined) throw new Error(`there is no rule ${code}`);
  return rule.check(jobDraftOf({ ...goodJob, ...change }), lists, now);
}

test('a job that satisfies every rule has no errors and nothing unchecked', () => {
  expect(check({})).toEqual({ valid: true, userErrors: [], unchecked: [] });
});

describe('each rule', () => {
  test.each(jobCases)('%s lets an input pass and tells of one that does not (%#)', (code, passes, fails, errorCode, path) => {
    expect(verdictOf(code, passes)).toEqual([]);
    const severity = jobRules.find((rule) => rule.code === code)?.severity;
    const { valid, userErrors } = check(fails);
    expect(userErrors).toContainEqual({ code: errorCode, severity, message: expect.stringMatching(/^\S.{15,}\.$/), path: ['input', ...path.split('.')], label: expect.stringMatching(/./), upstreamCode: null });
    expect(valid && severity === 'ERROR').toBe(false);
    expect(verdictOf(code, fails)).not.toEqual([]);
  });

  test('has a case here', () => {
    expect(new Set(jobCases.map(([code]) => code))).toEqual(new Set(jobRules.map(({ code }) => code)));
  });

  test('cites its document and has a code of its own', () => {
    for (const { cites } of jobRules) expect(cites).toMatch(/^CSO document/);
    expect(new Set(jobRules.map(({ code }) => code)).size).toBe(jobRules.length);
  });
});

test('an inferred rule that is broken leaves the job valid', () => {
  const { valid, userErrors } = check({ organisationCode: '01140' });
  expect(valid).toBe(true);
  expect(userErrors.map(({ severity }) => severity)).toEqual(['WARNING']);
});

test('all errors are told at once', () => {
  const { userErrors } = check({ name: '', postcode: null, hoursMax: null, organisationCode: '99999', regions: ['BRG.0214', 'BE'], applicationEmail: null, payDescription: null, publicationSets: [{ publications: [{ status: phaseCodes.extern, startsAt: inDays(2), endsAt: inDays(1) }] }] });
  expect(userErrors.map(({ path }) => path.slice(1).join('.')).toSorted()).toEqual(['applicationEmail', 'hoursMax', 'name', 'organisationCode', 'payDescription', 'postcode', 'publicationSets.0.publications.0.endsAt', 'regions.1']);
});

test('three errors of one field stand at their own places', () => {
  const { userErrors } = check({ drivingLicences: ['X', 'b', 'Y', 'Z'] });
  expect(userErrors.map(({ path }) => path.at(-1))).toEqual(['0', '2', '3']);
});

test('scales are wanted of the state and amounts of others, as far as the list tells the sector', () => {
  const warned = (organisationCode: string, change: JobChange, known: typeof lists) => checkJob(jobDraftOf({ ...goodJob, ...change, organisationCode }), known, now).userErrors.map(({ severity, path }) => `${severity} ${path.at(-1)}`);
  const told = listsOfCso(data, { sectors: true });
  expect([warned('01130', scales, told), warned('04010', amounts, told)]).toEqual([[], []]);
  expect([warned('01130', amounts, told), warned('04010', scales, told)]).toEqual([['WARNING salaryMin'], ['WARNING payScales']]);
  expect([warned('01130', scales, lists), warned('04010', amounts, lists)]).toEqual([['WARNING payScales'], ['WARNING salaryMin']]);
});
