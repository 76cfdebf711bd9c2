import type { EnumerationKind } from '../enumeration.ts';
import type { FieldRule } from './field.ts';
import type { CodeLists } from './lists.ts';
import type { Rule, Verdict } from './rule.ts';
import { isMissing } from './text-forms.ts';
import { eachItem, type PlacedValue, valuesAt } from './values-at.ts';

/** For each list, the rule that the codes of the fields which draw on it exist in it. */
export function codeRules<Content extends object>(known: Pick<Rule<Content, CodeLists>, 'channel' | 'cites'>, fields: readonly FieldRule[]): readonly Rule<Content, CodeLists>[] {
  const kinds = new Set(fields.map((field) => field.enumeration).filter((kind) => kind !== null));
  return [...kinds].map((kind) => {
    const drawing = fields.filter((field) => field.enumeration === kind);
    const paths = drawing.map((field) => field.path);
    return {
      ...known,
      code: `${known.channel}_UNKNOWN_${kind}`,
      severity: 'ERROR',
      description: `Codes of ${paths.join(', ')} must exist in the list ${kind} as it stands now.`,
      paths,
      check: (content, lists) => unknownCodes(content, drawing, kind, lists),
    };
  });
}

function unknownCodes(content: object, fields: readonly FieldRule[], kind: EnumerationKind, lists: CodeLists): Verdict {
  const stated = fields.flatMap((field) => statedCodes(content, field));
  if (stated.length === 0) return [];
  const list = lists.values(kind);
  if (list === null) return 'unchecked';
  return stated
    .filter(({ value }) => !list.has(String(value)))
    .map(({ field, value }) => ({ field, code: 'UNKNOWN_CODE', message: `"${String(value)}" is no code of ${kind}: take one of enumerations(kinds: [${kind}]).` }));
}

/** A blank code is one that does not exist, but for a required field's, which counts as missing. */
function statedCodes(content: object, { path, required }: FieldRule): readonly PlacedValue[] {
  return valuesAt(content, path)
    .filter(({ value }) => value !== null && value !== undefined && !(required && isMissing(value)))
    .flatMap(eachItem);
}
