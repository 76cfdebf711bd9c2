/**
 * What makes a spreadsheet take a text for a formula: a sign at its beginning, also in its full-width form, behind blanks and
 * characters that do not show; and a tab or a line's end at its beginning, which some readers part cells at.
 */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

/** A text that a spreadsheet shows as it is: an apostrophe stands before what it would calculate. Numbers are no texts, and may be negative. */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
