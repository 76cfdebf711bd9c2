import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixedAddresses, machinePaths } from './rules/own-words.ts';
import { repositoryFiles, root } from './rules/repository.ts';

test('no file of the project names a place on the machine that it was written on', () => {
  const files = repositoryFiles();
  expect(files).toContain('package.json');
  expect(files.flatMap((path) => machinePaths(path, readFileSync(`${root}${path}`, 'utf8')))).toEqual([]);
});

test('every package-lock.json leaves it to npm where packages come from', () => {
  const locks = repositoryFiles().filter((path) => /(?:^|\/)package-lock\.json$/.test(path));
  expect(locks).toContain('package-lock.json');
  expect(locks.flatMap((path) => fixedAddresses(readFileSync(`${root}${path}`, 'utf8')))).toEqual([]);
});

/** A path joined here, so that this file does not name such a place itself. */
function place(...parts: readonly string[]): string {
  return ['', ...parts].join('/');
}

describe('a line is refused that names', () => {
  test.each([
    ['a home folder', `const file = '${place('home', 'someone', 'project')}';`],
    ['a home folder of another system', `see ${place('Users', 'someone', 'project')}`],
    ['a working folder', `cd ${place('work', 'project')}`],
    ['a folder for temporary files', `\`${place('tmp', 'notes.md')}\``],
    ['a home folder of a third system', ['C:', 'Users', 'someone'].join('\\')],
    ['one place after another', `PATH=bin:${place('home', 'someone', 'bin')}`],
    ['a file by its address', `file://${place('home', 'someone', 'notes.md')}`],
  ])('%s', (_, line) => {
    expect(machinePaths('docs/deploy.md', `first\n${line}\n`)).toEqual(['docs/deploy.md:2']);
  });

  test.each([
    ['a place of the project', `see src${'/w'}ork/plan.ts and .${'/t'}mp/file`],
    ['an address', `https://example.org${place('home', 'vacancies')}`],
    ['a place that every machine has', 'keep it in /var/lib/werkgraph or /usr/local'],
  ])('but not %s', (_, line) => {
    expect(machinePaths('docs/deploy.md', line)).toEqual([]);
  });
});

test('a lock file with an address is refused, one with folders of its own is not', () => {
  const lock = '{"packages": {"a": {"resolved": "https://registry.example.org/a-1.0.0.tgz"}, "b": {"resolved": "packages/b", "link": true}}}';
  expect(fixedAddresses(lock)).toEqual(['https://registry.example.org/a-1.0.0.tgz']);
});
