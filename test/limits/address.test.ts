import { expect, test } from 'vitest';
import { addressNames, networkOf } from '../../src/limits/rate/address.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::'],
  ['::1', '::'],
  ['nobody', 'unknown'],
])('%s is limited as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a name of an address tells nothing of it, and is another with another secret', () => {
  const [name, other] = [addressNames('a secret of the gateway'), addressNames('another')];
  expect(name('192.0.2.7')).toMatch(/^[\w-]{22}$/);
  expect(name('::ffff:192.0.2.7')).toBe(name('192.0.2.7'));
  expect(name('192.0.2.8')).not.toBe(name('192.0.2.7'));
  expect(other('192.0.2.7')).not.toBe(name('192.0.2.7'));
});
