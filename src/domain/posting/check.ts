import { jobFields } from './cso/fields.ts';
import { jobRules } from './cso/rules.ts';
import type { JobDraft, VacancyDraft } from './drafts.ts';
import type { FieldRule } from './field.ts';
import { vacancyFields } from './ictergezocht/fields.ts';
import { vacancyRules } from './ictergezocht/rules.ts';
import { type InputForm, ownForm } from './input-form.ts';
import type { CsoLists, IctergezochtLists } from './lists.ts';
import type { Rule } from './rule.ts';
import type { UserError } from './user-error.ts';
import { userErrorOf } from './user-error-of.ts';

/** What a channel's rules say of a draft. */
export interface Validation {
  /** False where a rule that a document states is broken: the draft is not to be sent. */
  readonly valid: boolean;
  readonly userErrors: readonly UserError[];
  /** Codes of the rules whose lists could not be read. */
  readonly unchecked: readonly string[];
}

/** Applies all of CSO's rules. @param form where the draft's fields stand in the input; saveJob's by default */
export function checkJob(job: JobDraft, lists: CsoLists, now: Date, form: InputForm = ownForm): Validation {
  return validate(jobRules, jobFields, job, lists, now, form);
}

/** Applies all of ICTerGezocht's rules. @param form where the draft's fields stand in the input; createVacancy's by default */
export function checkVacancy(vacancy: VacancyDraft, lists: IctergezochtLists, now: Date, form: InputForm = ownForm): Validation {
  return validate(vacancyRules, vacancyFields, vacancy, lists, now, form);
}

function validate<Content, Lists>(rules: readonly Rule<Content, Lists>[], fields: readonly FieldRule[], content: Content, lists: Lists, now: Date, form: InputForm): Validation {
  const userErrors: UserError[] = [];
  const unchecked: string[] = [];
  for (const { check, code, severity } of rules) {
    const verdict = check(content, lists, now);
    if (verdict === 'unchecked') unchecked.push(code);
    else userErrors.push(...verdict.map((problem) => userErrorOf(problem, severity, fields, form)));
  }
  return { valid: userErrors.every(({ severity }) => severity !== 'ERROR'), userErrors, unchecked };
}
