import { importedPath, importsOf } from './imports.ts';

/** The parts of the gateway that are the same whatever upstreams there are. Posting is not among them: its channels have inputs of their own in the schema. */
const common = /^src\/(?:http|federate|server|datasources\/shared|domain\/(?!posting\/|source-name\.ts)|callers|resolvers\/(?!mutation|input\/posting)|config\/(?!upstreams\.ts)|(?:config|context|server|schema|main)\.ts|datasources\/connect\.ts)/;

/**
 * Where a common part names an upstream: as a text of its own, or by importing its folder.
 * @param files contents by path from the root
 * @param names of the sources, in upper case
 */
export function namedUpstreams(files: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  const literal = new RegExp(`(['"\`])(${names.join('|')})\\1`, 'i');
  return [...files].flatMap(([path, source]) => {
    if (!common.test(path)) return [];
    const folders = names.map((name) => `src/datasources/${name.toLowerCase()}/`);
    const imported = importsOf(source).flatMap(({ specifier }) => importedPath(path, specifier) ?? []);
    const reached = imported.filter((target) => folders.some((folder) => target.startsWith(folder)));
    const [, , named] = literal.exec(source) ?? [];
    return [...(named === undefined ? [] : [`${path} names ${named}`]), ...reached.map((target) => `${path} imports ${target}`)];
  });
}
