import { z } from 'zod';

/** One text, or two while one takes over from the other. */
export function oneOrTwo(form: RegExp, problem: string) {
  const text = z.string().regex(form);
  return z.union([text.transform((one) => [one]), z.array(text).min(1).max(2)], problem);
}
