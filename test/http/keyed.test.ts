import { expect, test } from 'vitest';
import { Keyed } from '../../src/http/keyed.ts';

test('holds what was put under a key until that is let go', () => {
  const under = new Keyed<object>();
  const [one, other] = [{}, {}];
  under.set('a', one);
  under.set('b', other);
  expect([under.get('a'), under.get('b'), under.get('c'), under.has('a'), under.has('c')]).toEqual([one, other, undefined, true, false]);
  under.delete('a', one);
  expect([under.get('a'), under.has('a'), under.get('b')]).toEqual([undefined, false, other]);
});

test('lets go only of the thing that is meant: another may stand under the key by now', () => {
  const under = new Keyed<{ readonly name: string }>();
  const [before, now] = [{ name: 'before' }, { name: 'now' }];
  under.set('a', before);
  under.set('a', now);
  under.delete('a', before);
  expect(under.get('a')).toBe(now);
  under.delete('b', now);
  expect(under.get('a')).toBe(now);
});

test('uses places again, whatever comes and goes in whichever order', () => {
  const under = new Keyed<number>();
  const expected = new Map<string, number>();
  for (let n = 0; n < 1000; n += 1) {
    const key = `k${(n * 7) % 13}`;
    const known = expected.get(key);
    if (known !== undefined && n % 3 === 0) {
      under.delete(key, known);
      expected.delete(key);
    } else {
      under.set(key, n);
      expected.set(key, n);
    }
    for (let one = 0; one < 13; one += 1) expect(under.get(`k${one}`)).toBe(expected.get(`k${one}`));
  }
});
