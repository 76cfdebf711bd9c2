import { z } from 'zod';
import { BadInput } from '../../domain/errors.ts';
import type { OwnFilterReader } from '../../domain/own-filter.ts';
import { lineProblem } from '../../domain/texts.ts';

/** Longest text of a criterion, characters; longest list. */
const maxText = 500;
const maxEntries = 250;

const words = z
  .string()
  .max(maxText, `is longer than ${maxText} characters`)
  .refine((value) => value.trim() !== '', 'is empty: leave it out')
  .superRefine((value, { addIssue }) => {
    const problem = lineProblem(value);
    if (problem !== null) addIssue(problem);
  });

/** An absent criterion is null. */
function criterion<Type extends z.ZodType>(type: Type) {
  return type.nullish().transform((value) => value ?? null);
}

/** An empty list is a criterion: it matches nothing. */
export function listOf<Type extends z.ZodType>(entry: Type) {
  return criterion(z.array(entry).max(maxEntries, `holds more than ${maxEntries} entries`));
}

export const text = criterion(words);
export const texts = listOf(words);
export const flag = criterion(z.boolean());
export const instant = criterion(z.date());
/** What passes through as it is. */
export const anything = z
  .unknown()
  .optional()
  .transform((value): unknown => value ?? null);

/** Texts of one form. */
export function codes(form: RegExp, example: string) {
  return listOf(z.string().regex(form, `is not of the form of ${example}`));
}

export function numberWithin(min: number, max: number) {
  const problem = `is to be a number from ${min} to ${max}`;
  return criterion(z.number().min(min, problem).max(max, problem));
}

/** Two criteria that exclude each other, or one that needs another: which of them, and what is wrong with it. */
export interface Contradiction<Own> {
  readonly criterion: keyof Own & string;
  readonly problem: string;
}

/** A source's own filter, criterion by criterion; each absent one is null. */
export interface TypedOwnFilterReader<Own> extends OwnFilterReader {
  read(stated: unknown, path: readonly string[]): Own;
}

/**
 * Reads a source's own filter by the forms of its criteria. What it read it reads again as the same.
 * @param contradiction what is wrong with criteria that are right each by itself
 */
export function ownFilter<Shape extends z.ZodRawShape>(
  shape: Shape,
  contradiction: (own: z.output<z.ZodObject<Shape>>) => Contradiction<Shape> | null = () => null,
): TypedOwnFilterReader<z.output<z.ZodObject<Shape>>> {
  const form = z.strictObject(shape);
  return {
    fields: Object.keys(shape),
    read(stated, path) {
      const parsed = form.safeParse(stated);
      if (!parsed.success) throw badInput(parsed.error, path);
      const wrong = contradiction(parsed.data);
      if (wrong !== null) throw new BadInput([...path, wrong.criterion], wrong.problem);
      return parsed.data;
    },
  };
}

function badInput({ issues }: z.ZodError, path: readonly string[]): BadInput {
  const [first] = issues;
  return new BadInput([...path, ...(first?.path ?? []).map(String)], first?.message ?? 'cannot be read');
}
