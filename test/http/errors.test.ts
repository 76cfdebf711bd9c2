import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  AbortedError,
  BodyError,
  CircuitOpenError,
  ConnectionError,
  HttpError,
  LimitError,
  StatusError,
  TimeoutError,
} from '../../src/http/errors.ts';

const target = { method: 'GET', path: '/v2/vacatures?apikey=s3cret#part' } as const;
const status = new StatusError(target, {
  status: 403,
  headers: { 'x-secret': 's3cret' },
  body: { email: 's3cret' },
  retryAfterSeconds: 7,
});

const errors: readonly (readonly [HttpError, boolean])[] = [
  [status, true],
  [new TimeoutError(target, { afterMs: 8000, sent: true }), true],
  [new ConnectionError(target, { sent: false }), false],
  [new BodyError(target, 'too-large'), true],
  [new LimitError(target, 12), false],
  [new CircuitOpenError(target, 10), false],
  [new AbortedError(target, { sent: false }), false],
];

describe.each(errors)('%s', (error, sent) => {
  test('is an HttpError with the name of its class', () => {
    expect(error).toBeInstanceOf(HttpError);
    expect(error.name).toBe(error.constructor.name);
  });
  test('says whether the upstream may have seen the request', () => expect(error.sent).toBe(sent));
  test('names the method and the path, and neither query nor fragment', () => {
    expect(error.message).toMatch(/^GET \/v2\/vacatures: ./);
  });
  test('shows nothing secret when it is printed or made JSON', () => {
    expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toContain('s3cret');
  });
});

test('a status error keeps the status, the parsed body and the headers for those who ask', () => {
  expect(status).toMatchObject({ status: 403, retryAfterSeconds: 7 });
  expect(status.body).toEqual({ email: 's3cret' });
  expect(status.headers).toEqual({ 'x-secret': 's3cret' });
});

test('the cause is kept', () => {
  const cause = new Error('ECONNREFUSED');
  expect(new ConnectionError(target, { sent: false, cause }).cause).toBe(cause);
});

test('our own limits say when to come back', () => {
  expect(new LimitError(target, 12).retryAfterSeconds).toBe(12);
  expect(new CircuitOpenError(target, 10).retryAfterSeconds).toBe(10);
});
