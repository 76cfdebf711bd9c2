import type { EnumerationKind } from '../enumeration.ts';
import type { FieldRule } from './field.ts';
import type { CodeList, CodeLists } from './lists.ts';
import type { Rule, Verdict } from './rule.ts';
import { isMissing } from './text-forms.ts';
import { eachItem, valuesAt } from './values-at.ts';

/** For each list, the rule that the codes of the fields which draw on it exist in it. */
export function codeRules<Content extends object>(known: Pick<Rule<Content, CodeLists>, 'channel' | 'cites'>, fields: readonly FieldRule[]): readonly Rule<Content, CodeLists>[] {
  const kinds = new Set(fields.map((field) => field.enumeration).filter((kind) => kind !== null));
  return [...kinds].map((kind) => {
    const paths = fields.filter((field) => field.enumeration === kind).map((field) => field.path);
    return {
      ...known,
      code: `${known.channel}_UNKNOWN_${kind}`,
      severity: 'ERROR',
      description: `Codes of ${paths.join(', ')} must exist in the list ${kind} as it stands now.`,
      paths,
      check: (content, lists) => unknownCodes(content, paths, kind, () => lists.values(kind)),
    };
  });
}

function unknownCodes(content: object, paths: readonly string[], kind: EnumerationKind, list: () => CodeList): Verdict {
  const stated = paths.flatMap((path) => valuesAt(content, path).flatMap(eachItem)).filter(({ value }) => !isMissing(value));
  if (stated.length === 0) return [];
  const values = list();
  if (values === null) return 'unchecked';
  return stated
    .filter(({ value }) => !values.has(String(value)))
    .map(({ field, value }) => ({ field, code: 'UNKNOWN_CODE', message: `${String(value)} is no code of ${kind}: take one of enumerations(kinds: [${kind}]).` }));
}
