import { describe, expect, test } from 'vitest';
import { SourceFailure } from '../../src/domain/errors.ts';
import { oldest } from '../../src/domain/fetched.ts';
import { failedReport, okReport, type SourceReport, sumOfTotals } from '../../src/domain/report.ts';

describe('the report of a source', () => {
  test('that answered says how many, how old and what was not applied', () => {
    expect(okReport('VDAB', { totalCount: 5, unsupportedFilters: ['eqfLevels'], freshness: { fetchedAt: 1000, stale: true } })).toEqual({
      source: 'VDAB',
      status: 'OK',
      totalCount: 5,
      unsupportedFilters: ['eqfLevels'],
      error: null,
      fetchedAt: new Date(1000),
      stale: true,
    });
    expect(okReport('CSO', {})).toMatchObject({ status: 'OK', totalCount: null, unsupportedFilters: [], fetchedAt: null, stale: false });
    expect(okReport('CSO', { status: 'PARTIAL' }).status).toBe('PARTIAL');
  });

  test('that failed says why, and nothing of the cause', () => {
    const failure = new SourceFailure('VDAB', 'RATE_LIMITED', 'The upstream asks for fewer calls.', { upstreamStatus: 429, retryAfterSeconds: 9, cause: new Error('secret') });
    const report = failedReport(failure);
    expect(report).toMatchObject({ source: 'VDAB', status: 'FAILED', totalCount: null, fetchedAt: null, error: { code: 'RATE_LIMITED', message: 'The upstream asks for fewer calls.', upstreamStatus: 429, retryAfterSeconds: 9 } });
    expect(JSON.stringify(report)).not.toContain('secret');
    expect(failedReport(failure, 'SKIPPED', ['nuts'])).toMatchObject({ status: 'SKIPPED', unsupportedFilters: ['nuts'] });
  });
});

function ok(totalCount: number | null): SourceReport {
  return okReport('CSO', { totalCount });
}

describe('a sum of totals', () => {
  test('is known where every source is', () => {
    expect(sumOfTotals([ok(3), ok(0), ok(4)])).toBe(7);
    expect(sumOfTotals([])).toBe(0);
  });

  test('is unknown where one cannot tell, failed, was skipped or told a part', () => {
    expect(sumOfTotals([ok(3), ok(null)])).toBeNull();
    expect(sumOfTotals([ok(3), failedReport(new SourceFailure('VDAB', 'UPSTREAM_ERROR', 'x'))])).toBeNull();
    expect(sumOfTotals([ok(3), failedReport(new SourceFailure('VDAB', 'UNSUPPORTED_BY_SOURCE', 'x'), 'SKIPPED')])).toBeNull();
    expect(sumOfTotals([ok(3), okReport('VDAB', { totalCount: 3, status: 'PARTIAL' })])).toBeNull();
  });
});

describe('something made of several answers', () => {
  test('is as old as the oldest, and stale where one is', () => {
    expect(oldest([{ fetchedAt: 5, stale: false }, { fetchedAt: 3, stale: false }, { fetchedAt: 4, stale: true }])).toEqual({ fetchedAt: 3, stale: true });
    expect(oldest([{ fetchedAt: 5, stale: false }, { fetchedAt: 9, stale: false }])).toEqual({ fetchedAt: 5, stale: false });
  });

  test('of none has no age', () => {
    expect(oldest([])).toBeNull();
  });
});
