import { isRecord } from '../is-record.ts';
import { lineProblem, longestName, textProblem } from '../texts.ts';
import { jobFields } from './cso/fields.ts';
import type { Draft, JobDraft, PostingChannel, VacancyDraft } from './drafts.ts';
import { vacancyFields } from './ictergezocht/fields.ts';
import type { InputForm } from './input-form.ts';
import type { UserError } from './user-error.ts';
import { userErrorOf } from './user-error-of.ts';
import { eachItem, type PlacedValue } from './values-at.ts';

/** Fields of one line: what a vacancy is called and looked up by. */
const lines: Readonly<Record<PostingChannel, readonly string[]>> = {
  CSO: ['jobCode', 'internalReferenceCode', 'name'] satisfies (keyof JobDraft)[],
  ICTERGEZOCHT: ['referenceNumber', 'title'] satisfies (keyof VacancyDraft)[],
};

/** Those of them that the gateway itself looks up by. */
const names: Readonly<Record<PostingChannel, readonly string[]>> = {
  CSO: ['jobCode', 'internalReferenceCode'] satisfies (keyof JobDraft)[],
  ICTERGEZOCHT: ['referenceNumber'] satisfies (keyof VacancyDraft)[],
};

/**
 * The texts of a draft that cannot be kept as they are written. It is the gateway's own rule: a channel may take such a text, and what it
 * took could then not be written down.
 */
export function textErrors(draft: Draft, form: InputForm): readonly UserError[] {
  const { content, fields } = draft.channel === 'CSO' ? { content: draft.job, fields: jobFields } : { content: draft.vacancy, fields: vacancyFields };
  return valuesIn({ field: [], value: content }).flatMap(({ field, value }) => {
    if (typeof value !== 'string') return [];
    const name = field.join('.');
    const problem = lines[draft.channel].includes(name) ? lineProblem(value) : textProblem(value);
    if (problem !== null) return [userErrorOf({ field, code: 'INVALID_FORMAT', message: (named) => `${named(...field)} ${problem}: leave it out.` }, 'ERROR', fields, form)];
    // A channel may take a longer one, or warn of it alone.
    if (value.length <= longestName || !names[draft.channel].includes(name)) return [];
    return [userErrorOf({ field, code: 'TOO_LONG', message: (named) => `${named(...field)} is longer than ${longestName} characters.` }, 'ERROR', fields, form)];
  });
}

/** Everything in a value, with the names in its objects, which may be a caller's too, where the object stands. */
function valuesIn(place: PlacedValue): readonly PlacedValue[] {
  const { field, value } = place;
  if (Array.isArray(value)) return eachItem(place).flatMap(valuesIn);
  if (!isRecord(value)) return [place];
  return Object.entries(value).flatMap(([name, inner]) => [{ field, value: name }, ...valuesIn({ field: [...field, name], value: inner })]);
}
