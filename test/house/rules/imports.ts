import { posix } from 'node:path';

export interface Import {
  readonly specifier: string;
  /** True for `import type` and `export type`, which are gone when the program runs. */
  readonly typeOnly: boolean;
}

const fromClause = /^[ \t]*(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const sideEffect = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g;

/** What a TypeScript file imports, in no particular order. Reads text, not syntax: an import starts its line. */
export function importsOf(source: string): Import[] {
  return [
    ...[...source.matchAll(fromClause)].map((match) => ({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...source.matchAll(sideEffect)].map((match) => ({ specifier: match[1] ?? '', typeOnly: false })),
    ...[...source.matchAll(dynamic)].map((match) => ({ specifier: match[1] ?? '', typeOnly: false })),
  ];
}

/** The path from the root that a relative specifier means; undefined for a package or a part of Node. */
export function importedPath(importer: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(importer), specifier)) : undefined;
}
