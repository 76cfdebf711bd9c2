import { isName } from '../../domain/texts.ts';
import { isObject, optionalText } from '../../http/parse.ts';
import { classNameOf } from './wire.ts';

/** As the document's codes are: an organisation's, a hyphen, and the job's number (CSO document, 5.3, 5.11). */
const documentedForm = /\b\d{3,10}-\d{6,20}\b/;
/** Codes of a form that came later, alone in their text: words such as "OK" are none. */
const anyForm = /^(?=.*\d)[\w.-]{4,64}$/;

/**
 * The job's code in an answer of saveJob, whose documented type is a copy of another function's (CSO document, 5.10): the code as a
 * text, or within one; a `RemoteJob`; an object or a list of one that holds either. Null where there is none, or none that can be kept.
 */
export function savedCodeOf(answer: unknown): string | null {
  return codeIn(isObject(answer) && 'result' in answer ? answer['result'] : answer);
}

function codeIn(value: unknown): string | null {
  if (typeof value === 'string') return codeInText(value.trim());
  if (Array.isArray(value)) return value.length === 1 ? codeIn(value[0]) : null;
  if (!isObject(value)) return null;
  const className = classNameOf(value);
  if (className !== null && className !== 'remotejob') return null;
  const code = optionalText(value['code']) ?? optionalText(value['jobCode']);
  if (code !== null) return isName(code) ? code : null;
  return isObject(value['job']) ? codeIn(value['job']) : null;
}

function codeInText(text: string): string | null {
  if (anyForm.test(text)) return text;
  return documentedForm.exec(text)?.[0] ?? null;
}
