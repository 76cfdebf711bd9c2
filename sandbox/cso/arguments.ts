import { invalid } from './fault.ts';
import type { CsoSwitches } from './switches.ts';

/** The names that one argument may have. */
export type Spellings = readonly string[];

/** Takes a function's arguments out of the body, in the order asked for: each exactly once, and nothing else beside them. */
export type Take = (...wanted: readonly Spellings[]) => unknown[];

export function taker(body: Readonly<Record<string, unknown>>): Take {
  return (...wanted) => {
    const values = wanted.map((spellings) => {
      const given = spellings.filter((name) => body[name] !== undefined && body[name] !== null);
      const [name] = given;
      if (name === undefined) throw invalid(`Missing required argument: ${spellings.join(' or ')}`);
      if (given.length > 1) throw invalid(`Argument given under two names: ${given.join(', ')}`);
      return body[name];
    });
    const known = new Set(wanted.flat());
    const unknown = Object.keys(body).filter((name) => !known.has(name));
    if (unknown.length > 0) throw invalid(`Unknown arguments: ${unknown.join(', ')}`);
    return values;
  };
}

/** The examples of 5.4 and 5.5 say `filter`, their tables `remoteJobFilter`; likewise the field selection. */
export function spelled(argumentNames: CsoSwitches['argumentNames'], example: 'filter' | 'fieldSelection'): Spellings {
  const table = example === 'filter' ? 'remoteJobFilter' : 'remoteJobFieldSelection';
  switch (argumentNames) {
    case 'example':
      return [example];
    case 'table':
      return [table];
    case 'both':
      return [example, table];
  }
}
