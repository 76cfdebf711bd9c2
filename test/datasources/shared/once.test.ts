import { describe, expect, it } from 'vitest';
import { once } from '../../../src/datasources/shared/once.ts';

describe('a function that is called once for an object', () => {
  it('makes one thing of one object, and another of an equal one', () => {
    const made: object[] = [];
    const make = once((key: { readonly id: number }) => {
      made.push(key);
      return { of: key.id };
    });
    const [first, equal] = [{ id: 1 }, { id: 1 }];
    expect(make(first)).toBe(make(first));
    expect(make(equal)).not.toBe(make(first));
    expect(made).toEqual([{ id: 1 }, { id: 1 }]);
  });

  it('remembers for each function apart, also what is undefined', () => {
    let calls = 0;
    const nothing = once((_key: object) => {
      calls += 1;
      return undefined;
    });
    const name = once((_key: object) => 'name');
    const key = {};
    expect([nothing(key), nothing(key), name(key)]).toEqual([undefined, undefined, 'name']);
    expect(calls).toBe(1);
  });

  it('leaves the object as it was to everyone else, and takes a frozen one', () => {
    const key = Object.freeze({ id: 1, of: { b: 2 } });
    expect(once(() => 'made')(key)).toBe('made');
    expect(Reflect.ownKeys(key)).toEqual(['id', 'of']);
    expect(JSON.stringify(key)).toBe('{"id":1,"of":{"b":2}}');
    expect(structuredClone(key)).toEqual({ id: 1, of: { b: 2 } });
  });

  it('remembers nothing where it failed', () => {
    let calls = 0;
    const make = once((_key: object) => {
      calls += 1;
      if (calls === 1) throw new Error('not yet');
      return calls;
    });
    const key = {};
    expect(() => make(key)).toThrow('not yet');
    expect(make(key)).toBe(2);
  });
});
