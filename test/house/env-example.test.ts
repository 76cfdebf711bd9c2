import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environmentNames } from '../../src/config.ts';
import { exampleBreaches } from './rules/environment-example.ts';
import { root } from './rules/repository.ts';

test('.env.example holds every name that the configuration reads, and no other', () => {
  expect(environmentNames).toContain('PORT');
  expect(exampleBreaches(readFileSync(`${root}.env.example`, 'utf8'), environmentNames)).toEqual([]);
});

test('a name that is missing, left over or doubled is told', () => {
  const example = '# Where it listens: HOST and PORT.\nPORT=4000\n# REDIS_URL=redis://127.0.0.1\n#OLD_NAME=1\nPORT=4001\n';
  expect(exampleBreaches(example, ['HOST', 'PORT', 'REDIS_URL'])).toEqual([
    'HOST is read, but not in .env.example',
    'OLD_NAME is in .env.example, but nobody reads it',
    'PORT is in .env.example twice',
  ]);
});

test('a name counts whether it is commented out or not', () => {
  expect(exampleBreaches('PORT=4000\n# HOST=127.0.0.1\n', ['HOST', 'PORT'])).toEqual([]);
});
