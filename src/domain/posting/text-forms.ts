const email = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/;
/** RFC 5321: a path of 256 characters, less its brackets. */
const longestEmail = 254;

/** Whether nothing is said: no value, no text but blanks, no entry. */
export function isMissing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** An address at a domain with a dot, as mail from outside needs it. */
export function isEmail(text: string): boolean {
  return text.length <= longestEmail && email.test(text);
}

/** An absolute http or https URL. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** Whether a text has more characters than a limit; those outside the basic plane count once. */
export function isLonger(text: string, maxLength: number): boolean {
  if (text.length <= maxLength) return false;
  if (text.length > 2 * maxLength) return true;
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters > maxLength;
}
