import { describe, expect, it } from 'vitest';
import { eachBounded } from '../../../src/datasources/shared/bounded.ts';
import { extraParameters } from '../../../src/datasources/shared/extra-parameters.ts';
import { createLimiters } from '../../../src/datasources/shared/limiters.ts';
import { once } from '../../../src/datasources/shared/once.ts';
import { SeenOrganisations } from '../../../src/datasources/shared/seen-organisations.ts';
import { createSlots } from '../../../src/datasources/shared/slots.ts';
import { credentialName } from '../../../src/datasources/shared/upstream.ts';
import { BadInput } from '../../../src/domain/errors.ts';
import { organisation } from '../../../src/domain/organisation.ts';

/** Work that notes how much of it runs at once, and turns the event loop before it ends. */
function work(): { readonly run: () => Promise<void>; readonly peak: () => number } {
  let underWay = 0;
  let peak = 0;
  return {
    peak: () => peak,
    async run() {
      underWay += 1;
      peak = Math.max(peak, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    },
  };
}

describe('bounded work', () => {
  it('runs so many at once and answers in the order of the items', async () => {
    const { run, peak } = work();
    const doubled = await eachBounded([1, 2, 3, 4, 5, 6, 7], 3, async (number) => {
      await run();
      return number * 2;
    });
    expect(doubled).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(peak()).toBe(3);
    expect(await eachBounded([], 3, run)).toEqual([]);
  });

  it('rejects with the first rejection', async () => {
    await expect(eachBounded([1, 2], 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe('slots', () => {
  it('are shared by all that use them, and free again after a failure', async () => {
    const slots = createSlots(2);
    const { run, peak } = work();
    const all = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => slots(() => (index % 3 === 0 ? run().then(() => Promise.reject(new Error('no'))) : run()))));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(peak()).toBe(2);
  });

  it('are taken first come, first served', async () => {
    const slots = createSlots(1);
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4].map((number) => slots(async () => void order.push(number))));
    expect(order).toEqual([1, 2, 3, 4]);
  });
});

describe('organisations that were seen', () => {
  const any = { codes: null, name: null, sector: null, levels: null, includeSubOrganisations: null };
  const seen = new SeenOrganisations(() => 42);
  for (const [code, name] of [
    ['b', 'Bakkerij ’t Brood'],
    ['B', null],
    ['a', 'Stad Gent'],
  ] as const) {
    seen.note(organisation({ source: 'VDAB', code, name }));
  }
  seen.note(null);

  it.each([
    [{}, ['B', 'a', 'b']],
    [{ codes: ['a', 'x'] }, ['a']],
    [{ name: 'BAKKERIJ' }, ['b']],
    [{ sector: 'Rijk' }, []],
    [{ levels: ['1'] }, []],
    [{ codes: [] }, []],
  ])('are listed by code where they meet %j', (filter, codes) => {
    const list = seen.list({ ...any, ...filter }, {});
    expect(list.value.map(({ code }) => code)).toEqual(codes);
    expect(list).toMatchObject({ complete: false, stale: false, fetchedAt: 42 });
  });

  it('are known by code', () => {
    expect(seen.get('a', {})?.name).toBe('Stad Gent');
    expect(seen.get('x', {})).toBeNull();
  });
});

describe('the name of a credential', () => {
  it('is equal for equal credentials only, and tells nothing of them', () => {
    expect(credentialName('a', 'b')).toBe(credentialName('a', 'b'));
    expect(new Set([credentialName('ab'), credentialName('a', 'b'), credentialName('', 'ab'), credentialName('b', 'a')]).size).toBe(4);
    expect(credentialName('hunter2')).toMatch(/^[\w-]{22}$/);
  });
});

describe('further parameters', () => {
  const reserved = new Set(['vanaf']);

  it('are texts, numbers, booleans and lists of these', () => {
    expect(extraParameters({ a: 'x', b: 5, c: false, d: ['y', 6] }, reserved, ['extra'])).toEqual({ a: ['x'], b: ['5'], c: ['false'], d: ['y', '6'] });
    expect(extraParameters(null, reserved, ['extra'])).toEqual({});
    expect(extraParameters(undefined, reserved, ['extra'])).toEqual({});
  });

  it.each([['text'], [[1]], [{ vanaf: 1 }], [{ 'a&b': 1 }], [{ a: {} }], [{ a: [[]] }], [{ a: null }]])('are refused as %j', (extra) => {
    expect(() => extraParameters(extra, reserved, ['extra'])).toThrow(BadInput);
  });
});

it('a thing is made once for an object, also where it is made to nothing', () => {
  let made = 0;
  const lengthOf = once((list: readonly number[]) => {
    made += 1;
    return list.length === 0 ? undefined : list.length;
  });
  const empty: number[] = [];
  const full = [1];
  expect([lengthOf(empty), lengthOf(empty), lengthOf(full), lengthOf(full), lengthOf([1])]).toEqual([undefined, undefined, 1, 1, 1]);
  expect(made).toBe(3);
});

it('a limiter is one for all that name its key', () => {
  const limiters = createLimiters();
  const options = { key: 'a', points: 5, windowSeconds: 60 };
  expect(limiters(options)).toBe(limiters({ ...options }));
  expect(limiters(options)).not.toBe(limiters({ ...options, key: 'b' }));
});
