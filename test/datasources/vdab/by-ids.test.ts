import { describe, expect, test } from 'vitest';
import { ByIds } from '../../../src/datasources/vdab/by-ids.ts';

/** Reads each id as itself, `!` ones as errors, and knows what was read. */
function reader(): { readonly byIds: ByIds<string>; readonly readings: (readonly string[])[] } {
  const readings: (readonly string[])[] = [];
  const byIds = new ByIds<string>(async (ids) => {
    readings.push(ids);
    return ids.map((id) => (id.startsWith('!') ? new Error(id) : `${id} of ${readings.length}`));
  });
  return { byIds, readings };
}

describe('what one operation reads by id', () => {
  test('in one turn is one reading, whatever asks', async () => {
    const { byIds, readings } = reader();
    const found = await Promise.all([byIds.many(['a', 'b']), byIds.one('c'), byIds.many(['b', 'd', 'b'])]);
    expect(found).toEqual([['a of 1', 'b of 1'], 'c of 1', ['b of 1', 'd of 1', 'b of 1']]);
    expect(readings).toEqual([['a', 'b', 'c', 'd']]);
  });

  test('is read once, and what else is asked for then apart', async () => {
    const { byIds, readings } = reader();
    await byIds.many(['a', 'b']);
    expect(await byIds.many(['c', 'b', 'a'])).toEqual(['c of 2', 'b of 1', 'a of 1']);
    expect(readings).toEqual([['a', 'b'], ['c']]);
  });

  test('is joined while it is being read', async () => {
    const { byIds, readings } = reader();
    const first = byIds.one('a');
    await new Promise((resolve) => setImmediate(resolve));
    expect([await byIds.one('a'), await first]).toEqual(['a of 1', 'a of 1']);
    expect(readings).toHaveLength(1);
  });

  test('and fails costs itself alone', async () => {
    const { byIds } = reader();
    expect(await byIds.many(['a', '!b'])).toEqual(['a of 1', new Error('!b')]);
    await expect(byIds.one('!b')).rejects.toThrow('!b');
  });

  test('is read anew once it is cleared, and others are not', async () => {
    const { byIds, readings } = reader();
    await byIds.many(['a', 'b']);
    byIds.clear('a');
    expect(await byIds.many(['b', 'a'])).toEqual(['b of 1', 'a of 2']);
    expect(readings).toEqual([['a', 'b'], ['a']]);
  });
});

test('nothing is read for no ids', async () => {
  const { byIds, readings } = reader();
  expect(await byIds.many([])).toEqual([]);
  expect(readings).toEqual([]);
});

test('a reading that breaks breaks for all who asked, and stays within them', async () => {
  const byIds = new ByIds<string>(() => Promise.reject(new TypeError('broken')));
  await expect(Promise.all([byIds.many(['a', 'b']), byIds.one('c')])).rejects.toThrow('broken');
});
