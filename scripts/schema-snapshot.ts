// Writes schema.snapshot.graphql, the whole subgraph as a router sees it, so that a review shows what a change of schema/ does to
// callers. With --check it writes nothing and fails where the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, lexicographicSortSchema } from 'graphql';
import { readSchema } from '../src/schema.ts';

export const snapshotFile = fileURLToPath(new URL('../schema.snapshot.graphql', import.meta.url));

const heading = '# Generated from schema/ by "npm run codegen". Do not edit.\n\n';

/** The subgraph's SDL with federation's own parts, everything sorted by name. */
export function schemaSnapshot(typeDefs: DocumentNode = readSchema()): string {
  return `${heading}${printSchemaWithDirectives(lexicographicSortSchema(buildSubgraphSchema([{ typeDefs }])))}\n`;
}

/** True where the file holds something else than the schema gives now, or is missing. */
export function isStale(file: string = snapshotFile): boolean {
  try {
    return readFileSync(file, 'utf8') !== schemaSnapshot();
  } catch {
    return true;
  }
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) writeFileSync(snapshotFile, schemaSnapshot());
  else if (isStale()) {
    console.error('schema.snapshot.graphql is stale: run "npm run codegen" and commit it.');
    process.exitCode = 1;
  }
}
