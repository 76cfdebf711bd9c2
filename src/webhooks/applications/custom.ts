import type { Problem } from './refused.ts';

/** Own fields: how many, their names and all of them together as JSON, and how deep. */
const maxFields = 100;
const maxName = 255;
const maxBytes = 64 * 1024;
const maxDepth = 20;

/** Fields beside those of the document as they came, or why they cannot be kept so. */
export function customOf(fields: readonly (readonly [string, unknown])[]): { readonly custom: Readonly<Record<string, unknown>> } | { readonly problems: readonly Problem[] } {
  if (fields.length > maxFields) return { problems: [{ error: `There are more than ${maxFields} own fields.`, label: '', path: '' }] };
  const problems = fields.flatMap(([name, value]): Problem[] => {
    const problem = name.length > maxName ? `The name of an own field is longer than ${maxName} characters.` : problemOf(value);
    return problem === null ? [] : [{ error: problem, label: name.slice(0, maxName), path: name.slice(0, maxName) }];
  });
  if (problems.length > 0) return { problems };
  // Made from entries: a field that is named as what every object has is a field like others.
  const custom = Object.fromEntries(fields);
  if (Buffer.byteLength(JSON.stringify(custom)) > maxBytes) return { problems: [{ error: `The own fields are larger than ${maxBytes / 1024} KiB together.`, label: '', path: '' }] };
  return { custom };
}

/** Goes down without recursion: how deep it is is what is asked. */
function problemOf(value: unknown): string | null {
  let level: readonly unknown[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) return `This field is nested more than ${maxDepth} deep.`;
    if (level.some((one) => typeof one === 'number' && !Number.isFinite(one))) return 'This field holds a number that is too large to be kept.';
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return null;
}
