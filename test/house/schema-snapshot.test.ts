import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSnapshot, schemaSnapshot } from '../../scripts/schema-snapshot.ts';

const committed = fileURLToPath(new URL('../../schema.snapshot.graphql', import.meta.url));
let directory: string;
let complaints: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'snapshot-'));
  complaints = [];
});
afterEach(() => rmSync(directory, { recursive: true }));

function check(file: string): number {
  return runSnapshot(['--check'], file, (message) => complaints.push(message));
}

test('the committed snapshot is what the schema gives', () => {
  expect({ status: check(committed), complaints }).toEqual({ status: 0, complaints: [] });
});

test('a snapshot of another schema is refused, and left as it is', () => {
  const file = join(directory, 'snapshot.graphql');
  copyFileSync(committed, file);
  const stale = readFileSync(file, 'utf8').replace('type Vacancy ', 'type Job ');
  writeFileSync(file, stale);
  expect(check(file)).toBe(1);
  expect(complaints).toEqual([`${file} is stale: run "npm run codegen" and commit it.`]);
  expect(readFileSync(file, 'utf8')).toBe(stale);
});

test('a missing snapshot is refused, and not written by the check', () => {
  const file = join(directory, 'snapshot.graphql');
  expect(check(file)).toBe(1);
  expect(existsSync(file)).toBe(false);
});

test('without --check the snapshot is written, and then passes it', () => {
  const file = join(directory, 'snapshot.graphql');
  expect(runSnapshot([], file, (message) => complaints.push(message))).toBe(0);
  expect(check(file)).toBe(0);
});

test('a snapshot does not depend on the order of types and fields', () => {
  const one = 'type Query { vacancy: Vacancy sources: [String] } type Vacancy { title: String id: ID! }';
  const other = 'type Vacancy { id: ID! title: String } type Query { sources: [String] } extend type Query { vacancy: Vacancy }';
  expect(schemaSnapshot(parse(one))).toBe(schemaSnapshot(parse(other)));
});
