import { type FieldRule, labelOf } from './field.ts';
import { draftForm, type InputForm } from './input-form.ts';
import type { Problem } from './rule.ts';
import type { Severity, UserError } from './user-error.ts';

/** A problem as the caller is told, in the names and places of its own input. */
export function userErrorOf({ field, code, message }: Problem, severity: Severity, fields: readonly FieldRule[], form: InputForm): UserError {
  const named = (...path: readonly string[]): string => {
    const [argument, ...rest] = form.pathOf(path);
    return (argument === 'input' ? rest : form.pathOf(path)).join('.');
  };
  return { code, severity, message: typeof message === 'string' ? message : message(named), path: form.pathOf(field), label: labelOf(fields, field), upstreamCode: null };
}

/** Problems found where only the draft is known: `inInput` turns their paths into an input's. */
export function errorsInDraft(problems: readonly Problem[], fields: readonly FieldRule[]): readonly UserError[] {
  return problems.map((problem) => userErrorOf(problem, 'ERROR', fields, draftForm));
}
