import { describe, expect, test } from 'vitest';
import { callerSources } from '../src/context.ts';
import { profileOf } from '../src/datasources/connect.ts';
import { SourceFailure } from '../src/domain/errors.ts';
import { Lasting } from '../src/domain/lasting.ts';

describe('what an answer is made of', () => {
  test('lasts until the first of it ends', () => {
    const lasting = new Lasting();
    expect(lasting.end).toBe(Number.POSITIVE_INFINITY);
    for (const end of [3000, 2000, 4000]) lasting.until(end);
    expect(lasting.end).toBe(2000);
  });

  test.each([
    ['a source says so', new SourceFailure('VDAB', 'UPSTREAM_TIMEOUT', 'late')],
    ['nobody expected it', new Error('unexpected')],
  ])('lasts for nobody where a source failed and %s', (_how, error) => {
    const lasting = new Lasting();
    lasting.until(5000);
    const sources = callerSources(new Map(), profileOf, { signal: new AbortController().signal, deadline: 0, lasting }, () => undefined);
    sources.failureOf('VDAB', error);
    expect(lasting.end).toBe(0);
  });
});
