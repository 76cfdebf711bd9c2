import { describe, expect, test } from 'vitest';
import { ownForm } from '../../../src/domain/posting/input-form.ts';
import type { PublishInput, SaveJobInput, VacancyInput } from '../../../src/domain/posting/inputs.ts';
import { jobDraftOf } from '../../../src/domain/posting/job-draft.ts';
import { draftsOf } from '../../../src/domain/posting/publish.ts';
import { textErrors } from '../../../src/domain/posting/text-errors.ts';
import { vacancyDraftOf } from '../../../src/domain/posting/vacancy-draft.ts';
import { goodJob, goodVacancy } from './samples.ts';

const half = '\ud83d';

function ofJob(change: Partial<SaveJobInput>): readonly string[] {
  return textErrors({ channel: 'CSO', job: jobDraftOf({ ...goodJob, ...change }) }, ownForm).map(({ path }) => path.join('.'));
}

function ofVacancy(change: Partial<VacancyInput>): readonly string[] {
  return textErrors({ channel: 'ICTERGEZOCHT', vacancy: vacancyDraftOf({ ...goodVacancy, ...change }) }, ownForm).map(({ path }) => path.join('.'));
}

describe('texts that cannot be kept', () => {
  test('are none of lines, marks and whole characters', () => {
    expect(ofJob({ description: 'Één\r\n\ttwee 🙂', extra: { a: ['b\n'] } })).toEqual([]);
    expect(ofVacancy({ description: 'Één\r\n\ttwee 🙂' })).toEqual([]);
  });

  test.each<[Partial<SaveJobInput>, string]>([
    [{ name: 'a\u0000' }, 'name'],
    [{ name: 'a\nb' }, 'name'],
    [{ internalReferenceCode: 'a\tb' }, 'internalReferenceCode'],
    [{ description: `a${half}` }, 'description'],
    [{ jobBranches: ['a', 'b\u0000'] }, 'jobBranches.1'],
    [{ applicationContact: { address: { city: '\u0000' } } }, 'applicationContact.address.city'],
    [{ extra: { features: [{ a: half }] } }, 'extra.features.0.a'],
    [{ extra: { features: { 'a\u0000': 1 } } }, 'extra.features'],
  ])('are found in a job: %j', (change, path) => {
    expect(ofJob(change)).toEqual([`input.${path}`]);
  });

  test.each(['internalReferenceCode', 'jobCode'] as const)('are names that are too long to look a job up by: %s', (path) => {
    expect(textErrors({ channel: 'CSO', job: jobDraftOf({ ...goodJob, [path]: 'a'.repeat(256) }) }, ownForm)).toMatchObject([{ code: 'TOO_LONG', path: ['input', path], message: expect.stringContaining('255') }]);
    expect(ofJob({ [path]: 'a'.repeat(255), description: 'a'.repeat(256) })).toEqual([]);
  });

  test('are a name that is too long to look a vacancy up by', () => {
    expect(ofVacancy({ referenceNumber: 'a'.repeat(256) })).toEqual(['input.referenceNumber']);
    expect(ofVacancy({ referenceNumber: 'a'.repeat(255) })).toEqual([]);
  });

  test.each<[Partial<VacancyInput>, string]>([
    [{ title: 'a\u0000' }, 'title'],
    [{ title: 'a\rb' }, 'title'],
    [{ referenceNumber: 'a\nb' }, 'referenceNumber'],
    [{ company: { name: half } }, 'company.name'],
    [{ customFields: [{ name: 'a', value: 'b' }, { name: 'a', value: '\u0000' }] }, 'customFields.1.value'],
  ])('are found in a vacancy: %j', (change, path) => {
    expect(ofVacancy(change)).toEqual([`input.${path}`]);
  });

  test('are told where the caller wrote them, in its words and without repeating them', () => {
    const input: PublishInput = { referenceNumber: 'R-1', title: 'Bouwer', description: 'Wat', requirements: 'a\u0000', cso: { department: half } };
    expect(draftsOf(input, ['CSO', 'ICTERGEZOCHT']).map(({ draft, form }) => textErrors(draft, form).map(({ path, code, severity, message }) => ({ path, code, severity, message })))).toEqual([
      [
        { path: ['input', 'requirements'], code: 'INVALID_FORMAT', severity: 'ERROR', message: 'requirements holds a NUL character: leave it out.' },
        { path: ['input', 'cso', 'department'], code: 'INVALID_FORMAT', severity: 'ERROR', message: 'cso.department holds half of a character (a lone surrogate): leave it out.' },
      ],
      [{ path: ['input', 'requirements'], code: 'INVALID_FORMAT', severity: 'ERROR', message: 'requirements holds a NUL character: leave it out.' }],
    ]);
  });
});
