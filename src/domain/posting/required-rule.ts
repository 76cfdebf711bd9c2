import type { FieldRule } from './field.ts';
import type { Problem, Rule } from './rule.ts';
import { isMissing } from './text-forms.ts';
import { valuesAt } from './values-at.ts';

/** The rule that a channel's required fields are given: each that is not is told. */
export function requiredRule<Content extends object>(known: Pick<Rule<Content, unknown>, 'code' | 'channel' | 'cites'>, fields: readonly FieldRule[]): Rule<Content, unknown> {
  const required = fields.filter((field) => field.required);
  const missing = (content: Content, { path, mayBeBlank }: FieldRule): Problem[] =>
    valuesAt(content, path)
      .filter(({ value }) => (mayBeBlank ? value === null || value === undefined : isMissing(value)))
      .map(({ field }) => ({ field, code: 'REQUIRED', message: (named) => `${named(...field)} is required: state it.` }));
  return {
    ...known,
    severity: 'ERROR',
    description: 'Required fields must be given, texts not blank and lists not empty.',
    paths: required.map(({ path }) => path),
    check: (content) => required.flatMap((field) => missing(content, field)),
  };
}
