// Writes the lists that follow from `enum Source` of schema/, so that a source is named there and nowhere else: its name for the
// domain, which imports nothing, and the list of the sandbox's upstreams.
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, Kind } from 'graphql';
import { readSchema } from '../src/schema.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const heading = '/* Generated from schema/ by "npm run codegen". Do not edit. */';

/** What is written where: contents by path from the root. */
export function sourceLists(typeDefs: DocumentNode, isFolder: (path: string) => boolean = (path) => existsSync(`${root}${path}`)): ReadonlyMap<string, string> {
  const sources = sourcesOf(typeDefs);
  const upstreams = sources.map((source) => source.toLowerCase()).map((name) => ({ name, file: isFolder(`sandbox/${name}`) ? `./${name}/index.ts` : `./${name}.ts` }));
  return new Map([
    ['src/domain/source-name.ts', sourceNameModule(sources)],
    ['sandbox/upstreams.ts', sandboxModule(upstreams)],
  ]);
}

/** The values of `Source`, in the schema's order. */
function sourcesOf(typeDefs: DocumentNode): readonly string[] {
  const [values = []] = typeDefs.definitions.flatMap((node) => (node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'Source' ? [node.values] : []));
  return values.map(({ name }) => name.value);
}

function sourceNameModule(sources: readonly string[]): string {
  return `${heading}

/** The upstreams, in the order in which merged lists interleave them. */
export const sourceNames = [${sources.map((source) => `'${source}'`).join(', ')}] as const;

/** One upstream: \`Source\` in the schema. */
export type SourceName = (typeof sourceNames)[number];
`;
}

function sandboxModule(upstreams: readonly { readonly name: string; readonly file: string }[]): string {
  return `${heading}
${upstreams.map(({ name, file }) => `import { ${maker(name)} } from '${file}';`).join('\n')}
import type { SandboxOptions } from './kit/upstream.ts';

/** The upstreams, in the order of their ports. */
export const upstreamNames = [${upstreams.map(({ name }) => `'${name}'`).join(', ')}] as const;
export type UpstreamName = (typeof upstreamNames)[number];

/** Makes each upstream's behaviour with its data. */
export function createUpstreams(options: SandboxOptions) {
  return {
${upstreams.map(({ name }) => `    ${name}: ${maker(name)}(options),`).join('\n')}
  };
}

/** The same of each upstream. */
export function ofEachUpstream<T>(make: (name: UpstreamName) => T): Record<UpstreamName, T> {
  return {
${upstreams.map(({ name }) => `    ${name}: make('${name}'),`).join('\n')}
  };
}
`;
}

/** The function of an upstream's file in the sandbox that makes it. */
function maker(name: string): string {
  return `create${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

if (import.meta.main) for (const [path, content] of sourceLists(readSchema())) writeFileSync(`${root}${path}`, content);
