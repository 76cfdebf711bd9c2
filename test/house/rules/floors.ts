import { importedPath, importsOf } from './imports.ts';

/** A floor of the house: which files it is, and which it may import beside its own. */
interface Floor {
  readonly name: string;
  /** Two files where it matches the same text are of one folder, and may import each other. */
  readonly files: RegExp;
  readonly mayImport: readonly RegExp[];
  /** Files of which it may import the types only. */
  readonly mayImportTypesOf?: readonly RegExp[];
}

const domain = /^src\/domain\//;
const http = /^src\/http\//;
const sharedByUpstreams = /^src\/datasources\/shared\//;
const context = /^src\/(?:context|federate)(?:\.ts$|\/)/;
const store = /^src\/store\//;
const posting = /^src\/posting\//;
const federate = /^src\/federate\//;
const callers = /^src\/callers\//;
const authorisation = /^src\/authorisation\//;
const execution = /^src\/execution\//;
const limits = /^src\/limits\//;
const insights = /^src\/insights\//;
const events = /^src\/events\//;
const forwarding = /^src\/forwarding\//;
const wiring = /^src\/(?:(?:config|server|schema)(?:\.ts$|\/)|cli\/)/;
const entry = /^src\/(?:main|cli)\.ts$/;
const all = /^src\/(?!(?:main|cli)\.ts$)/;

/** From the ground up. The first that matches a file is its floor. */
const floors: readonly Floor[] = [
  { name: 'the domain', files: domain, mayImport: [] },
  { name: 'the upstream client', files: http, mayImport: [] },
  { name: 'the store', files: store, mayImport: [domain] },
  { name: 'what upstreams share', files: sharedByUpstreams, mayImport: [domain, http] },
  { name: 'an upstream', files: /^src\/datasources\/[^/]+\//, mayImport: [domain, http, sharedByUpstreams] },
  {
    name: 'the registry',
    files: /^src\/datasources\/(?=[^/]+$)/,
    mayImport: [domain, http, sharedByUpstreams, /^src\/datasources\/[^/]+\/index\.ts$/],
  },
  { name: 'the context', files: context, mayImport: [domain, context], mayImportTypesOf: [store, posting] },
  { name: 'the posting', files: posting, mayImport: [domain, store, federate], mayImportTypesOf: [context] },
  { name: 'the callers', files: callers, mayImport: [domain], mayImportTypesOf: [context, store, http] },
  { name: 'the execution', files: execution, mayImport: [] },
  { name: 'the authorisation', files: authorisation, mayImport: [domain, federate, execution], mayImportTypesOf: [context, store] },
  { name: 'the limits', files: limits, mayImport: [domain], mayImportTypesOf: [context, http] },
  { name: 'the insights', files: insights, mayImport: [domain, federate], mayImportTypesOf: [context, store] },
  { name: 'the events', files: events, mayImport: [domain, federate], mayImportTypesOf: [context, store, http, callers] },
  { name: 'the forwarding', files: forwarding, mayImport: [domain, http, federate], mayImportTypesOf: [context, store, callers] },
  { name: 'the generated types', files: /^src\/generated\//, mayImport: [domain], mayImportTypesOf: [context, authorisation, posting, store, insights, events, forwarding] },
  { name: 'the resolvers', files: /^src\/resolvers\//, mayImport: [domain, federate, posting, insights, events, forwarding, authorisation, /^src\/generated\//], mayImportTypesOf: [context, store] },
  { name: 'the webhooks', files: /^src\/webhooks\//, mayImport: [domain, events], mayImportTypesOf: [context, store, callers] },
  { name: 'the exports', files: /^src\/exports\//, mayImport: [domain, federate, insights], mayImportTypesOf: [context, store, callers] },
  { name: 'the wiring', files: wiring, mayImport: [all] },
  // Commands about clients change a file, for which nothing has to be opened.
  { name: 'an entry point', files: entry, mayImport: [domain, callers, wiring, /^src\/cli\//] },
];

/**
 * Where a file of `src/` imports what its floor may not: an upper floor, a neighbour, or something outside `src/`.
 *
 * @param files contents by path from the root
 */
export function floorBreaches(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, source]) => {
    if (!path.startsWith('src/')) return [];
    const floor = floors.find((candidate) => candidate.files.test(path));
    if (floor === undefined) return [`${path} is on no floor`];
    return importsOf(source).flatMap(({ specifier, typeOnly }) => {
      const imported = importedPath(path, specifier);
      if (imported === undefined || isOwn(floor, path, imported)) return [];
      const allowed = typeOnly ? [...floor.mayImport, ...(floor.mayImportTypesOf ?? [])] : floor.mayImport;
      if (allowed.some((pattern) => pattern.test(imported))) return [];
      return [`${path} is ${floor.name} and may not import ${typeOnly ? 'types of ' : ''}${imported}`];
    });
  });
}

function isOwn(floor: Floor, path: string, imported: string): boolean {
  return floor.files.exec(imported)?.[0] === floor.files.exec(path)?.[0];
}

/** Where the sandbox imports something of `src/`, by which a wrong belief would be shared and hidden, or a package. */
export function sandboxBreaches(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, source]) => {
    if (!path.startsWith('sandbox/')) return [];
    return importsOf(source)
      .filter(({ specifier }) => !(importedPath(path, specifier)?.startsWith('sandbox/') ?? specifier.startsWith('node:')))
      .map(({ specifier }) => `${path} may not import ${specifier}`);
  });
}

const environment = /\bprocess\s*(?:\?\.|\.|\[\s*['"`])\s*env\b|\benv\b[^;]*from\s*['"](?:node:)?process['"]/;

/** Files of `src/` that read, or as much as mention, the environment beside the one that may. */
export function environmentReaders(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter(
    (path) => path.startsWith('src/') && path !== 'src/config.ts' && environment.test(files.get(path) ?? ''),
  );
}
