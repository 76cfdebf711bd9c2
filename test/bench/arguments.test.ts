import { expect, it, test } from 'vitest';
import { readArguments } from '../../bench/arguments.ts';

test('the command line that says nothing compares over five rounds of three seconds, beside no server of others', () => {
  expect(readArguments([])).toMatchObject({ measurement: 'compare', rounds: 5, seconds: 3, peers: [], write: false });
});

test('--short is one round of half a second', () => {
  expect(readArguments(['--short', '--rounds', '9'])).toMatchObject({ rounds: 1, seconds: 0.5 });
});

test('--with names servers of others, each once', () => {
  expect(readArguments(['--with', 'hive,yoga,hive'])).toMatchObject({ measurement: 'compare', peers: ['hive', 'yoga'] });
});

it.each([
  [['profile'], { work: 'detail', state: 'cold' }],
  [['profile', 'list'], { work: 'list', state: 'cold' }],
  [['profile', 'list', 'warm'], { work: 'list', state: 'warm' }],
])('%j profiles what it says', (args, profiled) => {
  expect(readArguments(args)).toMatchObject({ measurement: 'profile', ...profiled });
});

it.each([
  [['--rounds', '0'], '--rounds must be a whole number from 1 to 100, not "0"'],
  [['fastest'], 'there is no measurement "fastest"'],
  [['startup', 'endurance'], 'there is no measurement "startup endurance"'],
  [['--with', 'yoga,express'], '--with takes hive, yoga, mercurius, apollo, not "express"'],
  [['profile', 'list', 'hot'], 'there is no profile of "list hot"'],
  [['profile', 'list', 'warm', 'twice'], 'there is no profile of "list warm twice"'],
  [['profile', '--write'], 'a profile is looked at, not written'],
])('%j is refused', (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
});
