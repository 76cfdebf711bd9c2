import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../src/http/retry-after.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['Sat, 21 Nov 2026 10:00:30 GMT', 30],
  ['Saturday, 21-Nov-26 10:00:30 GMT', 30],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
  ['999999999999', 86_400],
  ['Sat, 21 Nov 2099 10:00:00 GMT', 86_400],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is %j seconds', (header, seconds) => expect(parseRetryAfter(header, now)).toBe(seconds));
