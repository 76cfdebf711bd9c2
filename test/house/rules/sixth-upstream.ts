import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { repositoryFiles, root } from './repository.ts';

/** The made-up upstream of `docs/add-an-upstream.md`. */
const fixture = `${root}test/fixtures/sixth-upstream/`;

/** Lines that go into a file that is there: at the first place that the anchor matches, or at its end. */
interface Edit {
  readonly file: string;
  readonly lines: string;
  readonly before: RegExp | null;
}

/** In the order of the document. */
const edits: readonly Edit[] = [
  { file: 'schema/source.graphql', lines: 'source-value.txt', before: /^}$/m },
  { file: 'schema/vacancy-filter.graphql', lines: 'filter-field.txt', before: /(?<=^ {2}cegid: CegidVacancyFilter\n)/m },
  { file: 'schema/vacancy-filter-sources.graphql', lines: 'filter-input.txt', before: null },
  { file: 'src/datasources/index.ts', lines: 'registry.txt', before: null },
  { file: 'src/config/upstreams.ts', lines: 'config-section.txt', before: /^};$/m },
  { file: '.env.example', lines: 'environment.txt', before: /^\n# Shared by replicas/m },
];

/** Files that the example adds, and files that it changes. */
export const addedFiles: readonly string[] = repositoryFiles('', `${fixture}added/`);
export const editedFiles: readonly string[] = edits.map(({ file }) => file);

/** The texts of the example by their files in the fixture. */
export function exampleTexts(): ReadonlyMap<string, string> {
  return new Map([...addedFiles.map((path) => `added/${path}`), ...edits.map(({ lines }) => `lines/${lines}`)].map((path) => [path, readFileSync(`${fixture}${path}`, 'utf8')]));
}

/** Does what the document says, in a copy of the project. */
export function addSixthUpstream(copy: string): void {
  cpSync(`${fixture}added`, copy, { recursive: true });
  for (const { file, lines, before } of edits) {
    const text = readFileSync(`${copy}${file}`, 'utf8');
    const at = before === null ? text.length : placeOf(text, before, file);
    writeFileSync(`${copy}${file}`, text.slice(0, at) + readFileSync(`${fixture}lines/${lines}`, 'utf8') + text.slice(at));
  }
}

function placeOf(text: string, anchor: RegExp, file: string): number {
  const place = text.search(anchor);
  if (place < 0) throw new Error(`${file} has no line ${String(anchor)} to put the example before`);
  return place;
}
