import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { missingPaths } from './rules/documented-paths.ts';
import { repositoryFiles, root } from './rules/repository.ts';

const files = repositoryFiles();
const documents = files.filter((path) => /^(?:README|CONTRIBUTING)\.md$|^docs\/.*\.md$|\/README\.md$/.test(path));

test('there are documents to look at', () => {
  expect(documents).toContain('README.md');
});

test('every path that the documents name is there', () => {
  expect(documents.flatMap((path) => missingPaths(path, readFileSync(`${root}${path}`, 'utf8'), files))).toEqual([]);
});

describe('a document', () => {
  const there = ['README.md', 'package.json', 'docs/deploy.md', 'docs/add-a-field.md', 'src/domain/vacancy.ts'];

  test.each([
    ['names a file that is not there', 'See `src/domain/job.ts`.', 'docs/deploy.md names src/domain/job.ts'],
    ['names a folder that is not there', 'See `src/models/`.', 'docs/deploy.md names src/models/'],
    ['names a folder of the top that is not there', 'See `bench/main.ts`.', 'docs/deploy.md names bench/main.ts'],
    ['links to a file that is not there', 'See [it](./add-a-type.md).', 'docs/deploy.md links to ./add-a-type.md'],
    ['links from its own folder as if from the root', 'See [it](src/domain/vacancy.ts).', 'docs/deploy.md links to src/domain/vacancy.ts'],
    ['names a file after a block of code', '```ts\nconst a = `x`;\n```\nSee `src/domain/job.ts`.', 'docs/deploy.md names src/domain/job.ts'],
    ['names a line of a file that is not there', 'See `src/domain/job.ts:12`.', 'docs/deploy.md names src/domain/job.ts:12'],
  ])('that %s is refused', (_, text, breach) => {
    expect(missingPaths('docs/deploy.md', text, there)).toEqual([breach]);
  });

  test.each([
    ['files and folders that are there', 'See `src/domain/vacancy.ts`, `src/domain/`, `docs` and `package.json`.'],
    ['a line of a file', 'See `src/domain/vacancy.ts:12`.'],
    ['links from its own folder', 'See [one](add-a-field.md), [two](../src/domain/vacancy.ts) and [three](../README.md#start "Start").'],
    ['addresses and anchors', 'See [the site](https://example.org/src/none.ts), [below](#below) and `https://example.org/docs/none`.'],
    ['patterns and placeholders', 'See `src/**/*.ts`, `src/datasources/<upstream>/index.ts` and `docs/{a,b}.md`.'],
    ['words in code that are no paths', 'Run `npm test`, send `application/json`, select `vacancy.title` or read `client.ts`.'],
    ['a path in a block of code', '```sh\ncat `src/none.ts`\n```\n'],
  ])('with %s is accepted', (_, text) => {
    expect(missingPaths('docs/deploy.md', text, there)).toEqual([]);
  });
});
