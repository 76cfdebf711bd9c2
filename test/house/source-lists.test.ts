import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { sourceLists } from '../../scripts/source-lists.ts';
import { readSchema } from '../../src/schema.ts';
import { staleFiles } from './rules/generated.ts';
import { root } from './rules/repository.ts';

test('the committed lists of sources are what the schema gives', () => {
  const generated = [...sourceLists(readSchema())].map(([filename, content]) => ({ filename, content }));
  const committed = new Map(generated.map(({ filename }) => [filename, readFileSync(`${root}${filename}`, 'utf8')]));
  expect(generated.map(({ filename }) => filename)).toEqual(['src/domain/source-name.ts', 'sandbox/upstreams.ts']);
  expect(staleFiles(generated, committed)).toEqual([]);
});

test('a source of the schema is in both lists, in its place, whether its upstream in the sandbox is a folder or a file', () => {
  const lists = sourceLists(parse('enum Source { ONE TWO } enum Other { THREE }'), (path) => path === 'sandbox/one');
  expect(lists.get('src/domain/source-name.ts')).toContain("export const sourceNames = ['ONE', 'TWO'] as const;");
  const sandbox = lists.get('sandbox/upstreams.ts');
  expect(sandbox).toContain("import { createOne } from './one/index.ts';\nimport { createTwo } from './two.ts';");
  expect(sandbox).toContain("export const upstreamNames = ['one', 'two'] as const;");
  expect(sandbox).toContain('    two: createTwo(options),');
});
