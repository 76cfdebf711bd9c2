import { readFileSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../../codegen.ts';
import { type GeneratedFile, staleFiles } from './rules/generated.ts';
import { repositoryFiles, root } from './rules/repository.ts';

const folder = 'src/generated/';

/** What `npm run codegen` would write, with paths from the root. Nothing is written. */
async function generateAll(): Promise<GeneratedFile[]> {
  const files: readonly GeneratedFile[] = await generate({ ...config, cwd: root, silent: true }, false);
  return files.map(({ filename, content }) => ({
    filename: relative(root, resolve(root, filename)).replaceAll(sep, posix.sep),
    content,
  }));
}

function committed(): ReadonlyMap<string, string> {
  const paths = repositoryFiles().filter((path) => path.startsWith(folder));
  return new Map(paths.map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]));
}

test('the committed generated code is what the schema and the mappers give', { timeout: 60_000 }, async () => {
  const generated = await generateAll();
  expect(generated.map(({ filename }) => filename)).toEqual(expect.arrayContaining([expect.stringMatching(`^${folder}`)]));
  expect(staleFiles(generated, committed())).toEqual([]);
});

test('generated code that was changed by hand, is missing or is left over is named', () => {
  const generated = [
    { filename: 'src/generated/one.ts', content: 'export type One = 1;\n' },
    { filename: 'src/generated/two.ts', content: 'export type Two = 2;\n' },
    { filename: 'src/generated/three.ts', content: 'export type Three = 3;\n' },
  ];
  const there = new Map([
    ['src/generated/one.ts', 'export type One = 1;\n'],
    ['src/generated/two.ts', 'export type Two = 22;\n'],
    ['src/generated/four.ts', 'export type Four = 4;\n'],
  ]);
  expect(staleFiles(generated, there)).toEqual([
    'src/generated/two.ts is stale',
    'src/generated/three.ts is missing',
    'src/generated/four.ts is no longer generated',
  ]);
});
