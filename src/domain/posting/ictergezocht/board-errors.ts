import { labelOf } from '../field.ts';
import type { UserError, UserErrorCode } from '../user-error.ts';
import { vacancyFields } from './fields.ts';

/** An error as the board tells it (ICTerGezocht document, Foutmeldingen). */
export interface BoardError {
  readonly error: string;
  readonly label: string | null;
  /** E.g. `companyUser.email` or `customFields.1.value`; empty where it concerns no field. */
  readonly path: string | null;
}

/** The board's own word on a vacancy, as errors whose paths lead into the draft. @param code what the answer's status stands for */
export function userErrorsOfBoard(errors: readonly BoardError[], code: UserErrorCode = 'CHANNEL_REFUSED'): readonly UserError[] {
  return errors.map(({ error, label, path }) => {
    const field = fieldOf(path ?? '');
    return { code, severity: 'ERROR', message: error, path: field, label: nonBlank(label) ?? labelOf(vacancyFields, field), upstreamCode: null };
  });
}

/** Dots, brackets and slashes all separate. */
function fieldOf(path: string): readonly string[] {
  return path.split(/[.[\]/]+/).filter((step) => step !== '');
}

function nonBlank(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}
