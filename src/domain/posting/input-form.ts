import type { FieldPath } from './rule.ts';
import type { UserError } from './user-error.ts';

/** Where each field of a draft stands in the caller's input. */
export interface InputForm {
  /** From the argument on, e.g. `["input", "companyUser", "email"]`. */
  pathOf(field: FieldPath): readonly string[];
}

/** An input with the channel's own fields, as those of saveJob, createVacancy and updateVacancy. */
export const ownForm: InputForm = { pathOf: (field) => ['input', ...field] };

/**
 * An input that says some fields elsewhere.
 * @param places where, by field with dots; what is inside a field stands inside its place
 * @param others where fields without a place stand
 */
export function placedForm(places: ReadonlyMap<string, readonly string[]>, others: readonly string[]): InputForm {
  return {
    pathOf(field) {
      for (let length = field.length; length > 0; length -= 1) {
        const place = places.get(field.slice(0, length).join('.'));
        if (place !== undefined) return ['input', ...place, ...field.slice(length)];
      }
      return field.length === 0 ? ['input'] : ['input', ...others, ...field];
    },
  };
}

/** Errors whose paths lead into a draft, with paths into the input that said it. */
export function inInput(errors: readonly UserError[], form: InputForm): readonly UserError[] {
  return errors.map((error) => ({ ...error, path: form.pathOf(error.path) }));
}
