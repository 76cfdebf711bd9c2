import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceNames } from '../../src/domain/source-name.ts';
import { repositoryFiles, root } from './rules/repository.ts';
import { namedUpstreams } from './rules/upstream-names.ts';

test('what is common to all upstreams names none', () => {
  const files = repositoryFiles().filter((path) => path.startsWith('src/') && path.endsWith('.ts'));
  expect(files).toContain('src/federate/search.ts');
  expect(namedUpstreams(new Map(files.map((path) => [path, readFileSync(`${root}${path}`, 'utf8')])), sourceNames)).toEqual([]);
});

describe('a file is refused that', () => {
  test.each([
    ['compares with a source', 'src/federate/search.ts', "if (source === 'VDAB') return;", 'src/federate/search.ts names VDAB'],
    ['has a key of one', 'src/domain/ids.ts', "const prefix = 'cso';", 'src/domain/ids.ts names cso'],
    ['imports an upstream', 'src/config.ts', "import { vdabDefaults } from './datasources/vdab/config.ts';\n", 'src/config.ts imports src/datasources/vdab/config.ts'],
  ])('%s', (_, path, source, breach) => {
    expect(namedUpstreams(new Map([[path, source]]), sourceNames)).toEqual([breach]);
  });
});

test.each([
  ['an upstream that names itself', 'src/datasources/vdab/profile.ts', "source: 'VDAB'"],
  ['an id in an example', 'src/domain/ids.ts', "throw new Error('is no id, such as \"cso:vacancy:1\"');"],
  ['the sections of the configuration', 'src/config/upstreams.ts', "import { vdabDefaults } from '../datasources/vdab/config.ts';\n"],
])('%s is accepted', (_, path, source) => {
  expect(namedUpstreams(new Map([[path, source]]), sourceNames)).toEqual([]);
});
