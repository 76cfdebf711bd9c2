import { expect, test } from 'vitest';
import { lazily } from '../../src/domain/lazy.ts';

interface Thing {
  readonly name: string;
  readonly parts: readonly string[];
  readonly note: string | null;
}

const nothing: Thing = { name: '', parts: [], note: null };

test('a part is made when it is read, and once', () => {
  const made: string[] = [];
  const thingOf = lazily<Thing, string>(nothing, {
    name: (row) => {
      made.push('name');
      return row;
    },
    parts: (row) => {
      made.push('parts');
      return [...row];
    },
  });
  const thing = thingOf('ab');
  expect(made).toEqual([]);
  expect(thing.parts).toEqual(['a', 'b']);
  expect(thing.parts).toBe(thing.parts);
  expect(made).toEqual(['parts']);
  expect([thing.name, thing.name, made]).toEqual(['ab', 'ab', ['parts', 'name']]);
});

test('a part that nothing says anything of is as it is while nothing is known', () => {
  const thing = lazily<Thing, string>(nothing, { name: (row) => row })('a');
  expect([thing.parts, thing.note]).toEqual([[], null]);
});

test('things of one mapping know nothing of each other', () => {
  const thingOf = lazily<Thing, string>(nothing, { name: (row) => row });
  const [one, other] = [thingOf('a'), thingOf('b')];
  expect([one.name, other.name, one.name]).toEqual(['a', 'b', 'a']);
});

test('all parts are found by a loop over names, and none by a copy', () => {
  const thing = lazily<Thing, string>(nothing, { name: (row) => row })('a');
  const names: string[] = [];
  for (const name in thing) names.push(name);
  expect(names.toSorted()).toEqual(['name', 'note', 'parts']);
  expect({ ...thing }).toEqual({});
});
