import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder, ending in a slash. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What is made on the machine and never committed, as .gitignore has it. */
const made = new Set(['node_modules', '.git', 'dist', 'coverage', 'data', '.env', 'clients.json', 'demo.env', '.vitest', 'test-artefacts']);

/** Every file of the project, by its path from the root with forward slashes. */
export function repositoryFiles(under = '', directory: string = root): string[] {
  return readdirSync(`${directory}${under}`, { withFileTypes: true })
    .filter((entry) => !made.has(entry.name) && !entry.name.endsWith('.log'))
    .flatMap((entry) => {
      const path = `${under}${entry.name}`;
      return entry.isDirectory() ? repositoryFiles(`${path}/`, directory) : [path];
    });
}
