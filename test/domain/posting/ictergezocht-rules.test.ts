import { describe, expect, test } from 'vitest';
import { createIctergezocht } from '../../../sandbox/ictergezocht/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { checkVacancy, type Validation } from '../../../src/domain/posting/check.ts';
import { vacancyRules } from '../../../src/domain/posting/ictergezocht/rules.ts';
import { vacancyDraftOf } from '../../../src/domain/posting/vacancy-draft.ts';
import { type VacancyChange, vacancyCases } from './ictergezocht-cases.ts';
import { listsOfBoard } from './lists-of-sandbox.ts';
import { goodVacancy, now } from './samples.ts';

const lists = listsOfBoard(createIctergezocht({ clock: new MovableClock(), seed: 1, scale: 1 }).data);

function check(change: VacancyChange): Validation {
  return checkVacancy(vacancyDraftOf({ ...goodVacancy, ...change }), lists, now);
}

test('a vacancy that satisfies every rule has no errors and nothing unchecked', () => {
  expect(check({})).toEqual({ valid: true, userErrors: [], unchecked: [] });
});

describe('each rule', () => {
  test.each(vacancyCases)('%s lets an input pass and tells of one that does not (%#)', (code, passes, fails, errorCode, path) => {
    const rule = vacancyRules.find((each) => each.code === code);
    expect(rule?.check(vacancyDraftOf({ ...goodVacancy, ...passes }), lists, now)).toEqual([]);
    const { valid, userErrors } = check(fails);
    const message = expect.stringMatching(/^\S.{15,}\.$/);
    expect(userErrors).toEqual([{ code: errorCode, severity: rule?.severity, message, path: ['input', ...path.split('.')], label: expect.stringMatching(/./), upstreamCode: null }]);
    expect(valid).toBe(rule?.severity === 'WARNING');
  });

  test('has a case here', () => {
    expect(new Set(vacancyCases.map(([code]) => code))).toEqual(new Set(vacancyRules.map(({ code }) => code)));
  });

  test('cites its document', () => {
    for (const { cites } of vacancyRules) expect(cites).toMatch(/^ICTerGezocht document/);
  });
});

test('the day that counts is the one in the Netherlands', () => {
  const lateInUtc = new Date('2026-11-21T23:30:00Z');
  const { userErrors } = checkVacancy(vacancyDraftOf({ ...goodVacancy, autoDeleteDate: '2026-11-21' }), lists, lateInUtc);
  expect(userErrors).toMatchObject([{ code: 'OUT_OF_RANGE', severity: 'WARNING' }]);
});

test('all errors are told at once', () => {
  const { userErrors } = check({ title: '', location: ' ', countryCode: 'Nederland', companyUser: { name: '', email: 'jo' }, autoDeleteDate: '2020-01-01' });
  expect(userErrors.map(({ path }) => path.slice(1).join('.')).toSorted()).toEqual(['autoDeleteDate', 'companyUser.email', 'companyUser.name', 'countryCode', 'location', 'title']);
});
