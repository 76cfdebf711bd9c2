import { type FieldRule, labelOf } from './field.ts';
import type { InputForm } from './input-form.ts';
import type { Problem } from './rule.ts';
import type { Severity, UserError } from './user-error.ts';

/** A problem as the caller is told, in the names and places of its own input. */
export function userErrorOf({ field, code, message }: Problem, severity: Severity, fields: readonly FieldRule[], form: InputForm): UserError {
  // Without the name of the argument.
  const named = (...path: readonly string[]): string => form.pathOf(path).slice(1).join('.');
  return { code, severity, message: typeof message === 'string' ? message : message(named), path: form.pathOf(field), label: labelOf(fields, field), upstreamCode: null };
}
