import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/domain/errors.ts';
import { keepable, lineProblem, nameOf, textProblem } from '../../src/domain/texts.ts';

test('a text may have lines and any whole character', () => {
  expect(textProblem('Één\r\n\ttwee 🙂\u0001')).toBeNull();
});

test.each([
  ['a\u0000b', 'NUL'],
  ['a\ud800b', 'half of a character'],
  ['\udc00', 'half of a character'],
])('%j cannot be kept as it is', (text, why) => {
  expect(textProblem(text)).toContain(why);
  expect(lineProblem(text)).toContain(why);
});

test.each(['a\nb', 'a\tb', '\u0001', 'a\u007f'])('%j is no line', (text) => {
  expect(lineProblem(text)).toBe('holds control characters');
});

describe('a name', () => {
  test.each(['R-1', 'é 🙂', 'x'.repeat(255)])('%.20j is one', (name) => {
    expect(nameOf(name, ['input', 'referenceNumber'])).toBe(name);
  });

  test.each(['', ' \t', 'a\u0000', 'a\nb', 'a\ud800b', 'x'.repeat(256)])('%.20j is none, and is told by where it stands', (name) => {
    expect(() => nameOf(name, ['input', 'referenceNumber'])).toThrow(BadInput);
    expect(() => nameOf(name, ['input', 'referenceNumber'])).toThrow(/^"input\.referenceNumber" /);
  });
});

test('what nobody can mend is kept with U+FFFD in the place of what cannot be', () => {
  expect(keepable('Één\n🙂\u0000\ud83d')).toBe('Één\n🙂\ufffd\ufffd');
});
