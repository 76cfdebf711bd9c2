import { BadInput } from '../../domain/errors.ts';
import { lineProblem } from '../../domain/texts.ts';

/** Longest list of a parameter, and longest value, characters. */
const maxEntries = 250;
const maxLength = 500;

/** The parameters of a file's address. Each is read by name; at the end none may be left over. */
export interface ExportQuery {
  /** A parameter that may be stated once; null where it is not, or empty. @throws BadInput */
  one(name: string, longest?: number): string | null;
  /** A parameter that may be stated again and again; null where it is not. @throws BadInput */
  all(name: string): readonly string[] | null;
  /** On or off: `1` or `true`, `0` or `false`. @throws BadInput */
  flag(name: string): boolean;
  /** One of some words; null where it is not stated. @throws BadInput naming them */
  word<Word extends string>(name: string, words: Readonly<Record<string, Word>>): Word | null;
  /** @throws BadInput naming a parameter that was stated and not read: it would have been thought to do something */
  end(): void;
}

export function exportQuery(search: string | URLSearchParams): ExportQuery {
  const parameters = new URLSearchParams(search);
  const read = new Set<string>();

  function all(name: string, longest = maxLength): readonly string[] {
    read.add(name);
    const values = parameters.getAll(name);
    if (values.length > maxEntries) throw new BadInput([name], `is stated more than ${maxEntries} times`);
    for (const value of values) {
      if (value.length > longest) throw new BadInput([name], `is longer than ${longest} characters`);
      const problem = lineProblem(value);
      if (problem !== null) throw new BadInput([name], problem);
    }
    return values;
  }

  function one(name: string, longest?: number): string | null {
    const values = all(name, longest);
    if (values.length > 1) throw new BadInput([name], 'is stated more than once');
    return values[0] === undefined || values[0] === '' ? null : values[0];
  }

  function word<Word extends string>(name: string, words: Readonly<Record<string, Word>>): Word | null {
    const stated = one(name);
    if (stated === null) return null;
    const meant = Object.hasOwn(words, stated) ? words[stated] : undefined;
    if (meant === undefined) throw new BadInput([name], `is to be one of ${Object.keys(words).join(' ')}`);
    return meant;
  }

  return {
    one,
    word,
    all(name) {
      const values = all(name);
      return values.length === 0 ? null : values;
    },
    flag: (name) => word(name, { 1: 'on', true: 'on', 0: 'off', false: 'off' }) === 'on',
    end() {
      for (const name of parameters.keys()) if (!read.has(name)) throw new BadInput([name], 'is no parameter of this file');
    },
  };
}
