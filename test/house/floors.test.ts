import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentReaders, floorBreaches, sandboxBreaches } from './rules/floors.ts';
import { repositoryFiles, root } from './rules/repository.ts';

const sources = new Map(
  repositoryFiles()
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]),
);

function file(path: string, source: string): ReadonlyMap<string, string> {
  return new Map([[path, source]]);
}

describe('the house', () => {
  test('has files to look at', () => {
    expect([...sources.keys()]).toEqual(expect.arrayContaining(['src/schema.ts', 'sandbox/index.ts']));
  });

  test('imports its own folder and lower floors only', () => {
    expect(floorBreaches(sources)).toEqual([]);
  });

  test('has a sandbox that shares no code with the gateway', () => {
    expect(sandboxBreaches(sources)).toEqual([]);
  });

  test('reads the environment in one file', () => {
    expect(environmentReaders(sources)).toEqual([]);
  });
});

describe('a file is refused', () => {
  test.each([
    ['the domain imports an upper floor', 'src/domain/vacancy.ts', '../http/call.ts'],
    ['the domain imports the generated types', 'src/domain/vacancy.ts', '../generated/resolvers.ts'],
    ['a folder in the domain imports an upper floor', 'src/domain/crosswalk/nuts.ts', '../../http/call.ts'],
    ['the upstream client imports the domain', 'src/http/call.ts', '../domain/errors.ts'],
    ['the store imports the upstream client', 'src/store/postings.ts', '../http/call.ts'],
    ['one upstream imports another', 'src/datasources/cso/map.ts', '../vdab/map.ts'],
    ['one upstream imports the door of another', 'src/datasources/cso/map.ts', '../vdab/index.ts'],
    ['a folder of one upstream imports another', 'src/datasources/cso/read/map.ts', '../../vdab/map.ts'],
    ['an upstream whose name starts the same is taken for its own', 'src/datasources/vdab/map.ts', '../vdab-cv/map.ts'],
    ['what upstreams share imports one of them', 'src/datasources/shared/failure.ts', '../vdab/index.ts'],
    ['an upstream imports the registry', 'src/datasources/cso/index.ts', '../index.ts'],
    ['an upstream imports the store', 'src/datasources/cso/index.ts', '../../store/postings.ts'],
    ['the registry goes round a door', 'src/datasources/index.ts', './cso/client.ts'],
    ['the posting imports an upstream', 'src/posting/publish.ts', '../datasources/cso/index.ts'],
    ['the posting imports the upstream client', 'src/posting/publish.ts', '../http/call.ts'],
    ['the posting imports more of the context than its type', 'src/posting/publish.ts', '../context.ts'],
    ['the store imports the posting', 'src/store/postings.ts', '../posting/publish.ts'],
    ['a resolver imports more of the store than its types', 'src/resolvers/posting.ts', '../store/index.ts'],
    ['the context imports an upstream', 'src/context.ts', './datasources/cso/index.ts'],
    ['the fan-out imports a resolver', 'src/federate.ts', './resolvers/query.ts'],
    ['a resolver imports an upstream', 'src/resolvers/vacancy.ts', '../datasources/vdab/index.ts'],
    ['a resolver imports the upstream client', 'src/resolvers/vacancy.ts', '../http/call.ts'],
    ['a resolver imports more of the context than its type', 'src/resolvers/vacancy.ts', '../context.ts'],
    ['a resolver imports the configuration', 'src/resolvers/vacancy.ts', '../config.ts'],
    ['a webhook imports a resolver', 'src/webhooks/applications.ts', '../resolvers/query.ts'],
    ['an export imports an upstream', 'src/exports/csv.ts', '../datasources/index.ts'],
    ['the wiring imports an entry point', 'src/server.ts', './main.ts'],
    ['an entry point goes round the wiring', 'src/main.ts', './datasources/index.ts'],
    ['it imports something outside src', 'src/server.ts', '../sandbox/index.ts'],
  ])('where %s', (_, path, specifier) => {
    expect(floorBreaches(file(path, `import { something } from '${specifier}';\n`))).toHaveLength(1);
  });

  test('on no floor', () => {
    expect(floorBreaches(file('src/utils/misc.ts', ''))).toEqual(['src/utils/misc.ts is on no floor']);
  });

  test('with the floor and the import in its words', () => {
    expect(floorBreaches(file('src/domain/vacancy.ts', "import type { Call } from '../http/call.ts';\n"))).toEqual([
      'src/domain/vacancy.ts is the domain and may not import types of src/http/call.ts',
    ]);
  });

  test.each([
    ['over several lines', "import {\n  one,\n  type Other,\n} from '../http/call.ts';\n"],
    ['for its types', "import type { Call } from '../http/call.ts';\n"],
    ['whole', "import * as call from '../http/call.ts';\n"],
    ['passed on', "export { call } from '../http/call.ts';\n"],
    ['all passed on', "export * from '../http/call.ts';\n"],
    ['for its effect', "import '../http/call.ts';\n"],
    ['when needed', "const { call } = await import('../http/call.ts');\n"],
    ['after another', "import { a } from './a.ts';\nimport { call } from '../http/call.ts';\n"],
  ])('however it imports: %s', (_, source) => {
    expect(floorBreaches(file('src/domain/vacancy.ts', source))).toHaveLength(1);
  });

  test.each([
    ['of the sandbox that imports the gateway', "import type { Vacancy } from '../../src/domain/vacancy.ts';\n"],
    ['of the sandbox that imports a test', "import { port } from '../../test/support.ts';\n"],
    ['of the sandbox that imports a package', "import fastify from 'fastify';\n"],
  ])('%s', (_, source) => {
    expect(sandboxBreaches(file('sandbox/vdab/search.ts', source))).toHaveLength(1);
  });

  test.each([
    ['directly', 'const url = process.env.PUBLIC_URL;'],
    ['by name', "const url = process['env'].PUBLIC_URL;"],
    ['by a part of Node', "import { env } from 'node:process';"],
    ['whole', 'export const everything = { ...process.env };'],
    ['in a comment', '// process.env is read elsewhere'],
  ])('that reads the environment %s', (_, source) => {
    expect(environmentReaders(file('src/http/pool.ts', source))).toEqual(['src/http/pool.ts']);
  });
});

describe('a file is accepted', () => {
  test.each([
    ['the domain imports itself', 'src/domain/crosswalk/nuts.ts', "import { id } from '../ids.ts';\n"],
    ['anyone imports a package or a part of Node', 'src/domain/ids.ts', "import lcid from 'lcid';\nimport { posix } from 'node:path';\n"],
    ['an upstream imports the domain, the client and itself', 'src/datasources/cso/read/map.ts', "import { a } from '../../../domain/ids.ts';\nimport { b } from '../../../http/call.ts';\nimport { c } from '../wire.ts';\n"],
    ['an upstream imports what upstreams share', 'src/datasources/cso/index.ts', "import { asSource } from '../shared/failure.ts';\n"],
    ['the registry imports the doors and its neighbours', 'src/datasources/index.ts', "import { CsoDataSource } from './cso/index.ts';\nimport { connect } from './connect.ts';\n"],
    ['the fan-out imports the context', 'src/federate.ts', "import { budget } from './context.ts';\n"],
    ['a resolver imports the type of the context', 'src/resolvers/vacancy.ts', "import type { Context } from '../context.ts';\nimport type { VacancyResolvers } from '../generated/resolvers.ts';\n"],
    ['the wiring imports every lower floor', 'src/server.ts', "import { config } from './config.ts';\nimport { registry } from './datasources/index.ts';\nimport { resolvers } from './resolvers/index.ts';\n"],
    ['an entry point imports the wiring', 'src/main.ts', "import { start } from './server.ts';\n"],
  ])('where %s', (_, path, source) => {
    expect(floorBreaches(file(path, source))).toEqual([]);
  });

  test('where it says "import" in a comment or a text', () => {
    const source = "// to import x from '../http/call.ts' is refused\nconst text = `take it from '../http/call.ts'`;\n";
    expect(floorBreaches(file('src/domain/vacancy.ts', source))).toEqual([]);
  });

  test('where the sandbox imports itself and Node', () => {
    const source = "import { createServer } from 'node:http';\nimport { town } from '../content/towns.ts';\n";
    expect(sandboxBreaches(file('sandbox/vdab/search.ts', source))).toEqual([]);
  });

  test('where the configuration reads the environment, and others use a word that looks like it', () => {
    expect(environmentReaders(file('src/config.ts', 'const { HOST } = process.env;'))).toEqual([]);
    expect(environmentReaders(file('src/http/pool.ts', 'process.envelope(); process.exitCode = 1;'))).toEqual([]);
  });
});
