import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('README.md', import.meta.url));

/** Puts results into the README, between the markers of their section. */
export function writeResults(section: string, results: string): void {
  writeFileSync(path, withResults(readFileSync(path, 'utf8'), section, results));
}

/** @throws where the text has no such section */
export function withResults(text: string, section: string, results: string): string {
  const [begin, end] = [`<!-- ${section}: begin -->`, `<!-- ${section}: end -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`there is no section "${section}" to write to`);
  return `${text.slice(0, from + begin.length)}\n\n${results}\n\n${text.slice(to)}`;
}
