import { describe, expect, it } from 'vitest';
import { asSource, sourceFailure } from '../../../src/datasources/shared/failure.ts';
import { BadInput, SourceFailure } from '../../../src/domain/errors.ts';
import { AbortedError, BodyError, CircuitOpenError, ConnectionError, LimitError, StatusError, TimeoutError } from '../../../src/http/errors.ts';
import { ShapeError } from '../../../src/http/parse.ts';

const target = { method: 'GET', path: 'v2/vacatures?postcode=1930' } as const;

function failing(error: Error): () => Promise<never> {
  return async () => {
    throw error;
  };
}

describe('an upstream failure', () => {
  it.each<[Error, object]>([
    [new ShapeError('resultaten[3]', 'an object'), { code: 'UPSTREAM_INVALID_RESPONSE', message: "The upstream's answer is not as documented: expected an object at resultaten[3]." }],
    [new BodyError(target, 'too-large'), { code: 'UPSTREAM_INVALID_RESPONSE', message: "The upstream's answer is larger than its bound." }],
    [new BodyError(target, 'not-json'), { code: 'UPSTREAM_INVALID_RESPONSE', message: "The upstream's answer is not JSON." }],
    [new BodyError(target, 'truncated'), { code: 'UPSTREAM_INVALID_RESPONSE', message: "The upstream's answer was cut off." }],
    [new TimeoutError(target, { afterMs: 5, sent: true }), { code: 'UPSTREAM_TIMEOUT' }],
    [new AbortedError(target, { sent: true }), { code: 'UPSTREAM_TIMEOUT' }],
    [new ConnectionError(target, { sent: false }), { code: 'UPSTREAM_UNAVAILABLE' }],
    [new CircuitOpenError(target, 7), { code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 7 }],
    [new LimitError(target, 9), { code: 'RATE_LIMITED', retryAfterSeconds: 9 }],
    [new StatusError(target, { status: 429, retryAfterSeconds: 3 }), { code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: 3 }],
    [new StatusError(target, { status: 502 }), { code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 502 }],
    [new StatusError(target, { status: 401, body: { secret: 'x' } }), { code: 'UPSTREAM_ERROR', upstreamStatus: 401, message: 'The upstream refused the call with 401.' }],
  ])('is told in the words of the graph: %s', (error, expected) => {
    const failure = sourceFailure('VDAB', error);
    expect(failure).toBeInstanceOf(SourceFailure);
    expect(failure).toMatchObject({ source: 'VDAB', cause: error, ...expected });
    expect(failure.message).not.toContain('1930');
  });

  it("is told in the upstream's own words where its client vouches for them", () => {
    expect(sourceFailure('CSO', new StatusError(target, { status: 400 }), 'CSO refused it.')).toMatchObject({ code: 'UPSTREAM_ERROR', message: 'CSO refused it.' });
  });

  it('that has been told is passed on as it is', () => {
    const failure = new SourceFailure('CEGID', 'RATE_LIMITED', 'x');
    expect(sourceFailure('VDAB', failure)).toBe(failure);
  });
});

describe('an error that is no upstream’s', () => {
  it.each([new BadInput(['after'], 'is no cursor'), new RangeError('a fault of ours')])('passes as it is: %s', async (error) => {
    expect(() => sourceFailure('VDAB', error)).toThrow(error);
    await expect(asSource('VDAB', failing(error))).rejects.toBe(error);
  });
});

it('a call that succeeds is its answer, one that fails its source’s failure', async () => {
  expect(await asSource('VDAB', async () => 5)).toBe(5);
  await expect(asSource('VDAB', failing(new ConnectionError(target, { sent: false })))).rejects.toMatchObject({ source: 'VDAB', code: 'UPSTREAM_UNAVAILABLE' });
});
