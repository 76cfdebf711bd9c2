import { iso31661 } from 'iso-3166';

const codes: ReadonlySet<string> = new Set(iso31661.map(({ alpha2 }) => alpha2));

/** Whether a text is a country's code of ISO 3166-1, alpha-2. */
export function isCountryCode(text: string): boolean {
  return codes.has(text);
}
