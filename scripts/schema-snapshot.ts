// Writes schema.snapshot.graphql, the whole subgraph as a router sees it, so that a review shows what a change of schema/ does to
// callers. With --check it writes nothing and fails where the file is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, lexicographicSortSchema } from 'graphql';
import { readSchema } from '../src/schema.ts';

const heading = '# Generated from schema/ by "npm run codegen". Do not edit.\n\n';

/** The subgraph's SDL with federation's own parts, everything sorted by name. */
export function schemaSnapshot(typeDefs: DocumentNode): string {
  return `${heading}${printSchemaWithDirectives(lexicographicSortSchema(buildSubgraphSchema([{ typeDefs }])))}\n`;
}

/** Writes the snapshot, or with `--check` compares; gives the exit status. */
export function runSnapshot(args: readonly string[], file: string, complain: (message: string) => void): number {
  const snapshot = schemaSnapshot(readSchema());
  if (!args.includes('--check')) {
    writeFileSync(file, snapshot);
    return 0;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === snapshot) return 0;
  complain(`${file} is stale: run "npm run codegen" and commit it.`);
  return 1;
}

if (import.meta.main) {
  const file = fileURLToPath(new URL('../schema.snapshot.graphql', import.meta.url));
  process.exitCode = runSnapshot(process.argv.slice(2), file, console.error);
}
