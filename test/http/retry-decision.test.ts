import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  BodyError,
  CircuitOpenError,
  ConnectionError,
  LimitError,
  StatusError,
  TimeoutError,
} from '../../src/http/errors.ts';
import { retryDelayMs } from '../../src/http/retry-decision.ts';
import { get, post } from './server.ts';

const limits = { maxAttempts: 4, baseDelayMs: 100, maxDelayMs: 10_000 };
const now = 1000;
const status = (code: number, retryAfterSeconds?: number): StatusError =>
  new StatusError(get('/'), { status: code, retryAfterSeconds });
const decide = (error: unknown, attempt = 1, request = get('/'), random = 1): number | null =>
  retryDelayMs(error, attempt, request, now, () => random, limits);

describe('a request that may be repeated', () => {
  test.each([408, 429, 500, 502, 503, 504])('is, after %i', (code) => expect(decide(status(code))).not.toBeNull());
  test.each([301, 400, 401, 402, 403, 404, 409, 410, 422, 501])('is not after %i', (code) =>
    expect(decide(status(code))).toBeNull(),
  );

  test.each([
    new ConnectionError(get('/'), { sent: true }),
    new TimeoutError(get('/'), { afterMs: 1, sent: true }),
    new BodyError(get('/'), 'truncated'),
  ])('is, after $name', (error) => expect(decide(error)).not.toBeNull());

  test.each([
    new BodyError(get('/'), 'too-large'),
    new BodyError(get('/'), 'not-json'),
    new LimitError(get('/'), 1),
    new CircuitOpenError(get('/'), 1),
    new AbortedError(get('/'), { sent: false }),
    new TypeError('a mistake of ours'),
    'not even an error',
  ])('is not after %s', (error) => expect(decide(error)).toBeNull());
});

describe('a request that may not be repeated', () => {
  test.each([
    status(500),
    status(503, 1),
    status(429, 1),
    new ConnectionError(post('/'), { sent: true }),
    new TimeoutError(post('/'), { afterMs: 1, sent: true }),
    new BodyError(post('/'), 'truncated'),
  ])('is not, after %s', (error) => expect(decide(error, 1, post('/'))).toBeNull());

  test.each([new ConnectionError(post('/'), { sent: false }), new TimeoutError(post('/'), { afterMs: 1, sent: false })])(
    'is, when it was never sent: %s',
    (error) => expect(decide(error, 1, post('/'))).not.toBeNull(),
  );
});

describe('the wait', () => {
  test('doubles with each attempt', () => {
    expect([1, 2, 3].map((attempt) => decide(status(503), attempt))).toEqual([100, 200, 400]);
  });
  test('is anywhere between nothing and its bound', () => {
    expect([0, 0.25, 1].map((random) => decide(status(503), 2, get('/'), random))).toEqual([0, 50, 200]);
  });
  test('never passes its longest', () => {
    expect(retryDelayMs(status(503), 30, get('/'), now, () => 1, { ...limits, maxAttempts: 99 })).toBe(10_000);
  });
  test('is what Retry-After says', () => expect(decide(status(429, 7), 1, get('/'), 0.1)).toBe(7000));
  test('of a Retry-After longer than the longest is not begun', () => expect(decide(status(429, 11))).toBeNull());
  test('ends before the deadline or is not begun', () => {
    expect(decide(status(429, 7), 1, get('/', { deadline: now + 7001 }))).toBe(7000);
    expect(decide(status(429, 7), 1, get('/', { deadline: now + 7000 }))).toBeNull();
    expect(decide(status(500), 1, get('/', { deadline: now + 100 }))).toBeNull();
  });
  test('is not begun after the last attempt', () => {
    expect(decide(status(500), 3)).not.toBeNull();
    expect(decide(status(500), 4)).toBeNull();
  });
  test('is not begun for a caller that has left', () => {
    expect(decide(status(500), 1, get('/', { signal: AbortSignal.abort() }))).toBeNull();
  });
});
