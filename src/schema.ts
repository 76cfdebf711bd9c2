import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { concatAST, type DocumentNode, parse, Source } from 'graphql';

/** The folder of the public schema, one file per noun; it lies beside `src/` and beside what the build makes of it. */
const schemaDirectory = fileURLToPath(new URL('../schema/', import.meta.url));

/**
 * The public schema as one document, its files in the order of their names. Synchronous: it is read once, at start.
 *
 * @throws GraphQLError naming file and line where a file does not parse.
 */
export function readSchema(directory: string = schemaDirectory): DocumentNode {
  const names = readdirSync(directory).filter((name) => name.endsWith('.graphql'));
  return concatAST(names.toSorted().map((name) => parse(new Source(readFileSync(`${directory}/${name}`, 'utf8'), `schema/${name}`))));
}
