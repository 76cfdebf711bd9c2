import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { Board, everything, rejection } from './board.ts';

const board = new Board();
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

describe('a board', () => {
  test.each<[string, Fault, string]>([
    ['answers 500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers 404', { kind: 'status', status: 404 }, 'UPSTREAM_ERROR'],
    ['cuts the connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['cuts its answer off', { kind: 'truncate' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['answers HTML', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['answers nothing', { kind: 'empty' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['answers JSON of another shape', { kind: 'wrong-json' }, 'UPSTREAM_INVALID_RESPONSE'],
  ])('that %s is told so', async (_case, fault, code) => {
    board.upstream.faults.add(fault);
    expect(await rejection(board.open().enumerations(everything))).toMatchObject({ name: 'SourceFailure', source: 'ICTERGEZOCHT', code });
  });

  test('that fails on the second page is told so, and the first is not shown as the whole', async () => {
    const half = new Board((exchange) => (exchange.query.has('offset') ? { status: 500 } : half.sandbox.handle(exchange)));
    await half.upstream.start();
    expect(await rejection(half.open().enumerations({ kinds: ['USER_FUNCTION'], names: null }))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: 500 });
    await half.stop();
  });

  test('that hangs is left at the deadline', async () => {
    board.upstream.faults.add({ kind: 'hang' });
    const source = board.operation(board.connect(), { deadline: board.clock.now() + 200 });
    expect(await rejection(source.enumerations(everything))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });

  test('that failed once is asked again', async () => {
    board.upstream.faults.add({ kind: 'reset', times: 2 });
    expect((await board.open().enumerations(everything)).value).toHaveLength(2);
  });

  test('that has failed since is answered for from the cache for a day, as stale', async () => {
    const upstream = board.connect();
    await board.operation(upstream).enumerations(everything);
    board.clock.advance(20 * 3_600_000);
    board.upstream.faults.add({ kind: 'status', status: 500 });
    await expect.poll(async () => (await board.operation(upstream).enumerations(everything)).stale).toBe(true);
    expect((await board.operation(upstream).enumerations(everything)).value).toHaveLength(2);
  });

  test('that goes on failing is left alone for a while', async () => {
    board.upstream.faults.add({ kind: 'status', status: 500 });
    const upstream = board.connect();
    for (let call = 0; call < 6; call += 1) await rejection(board.operation(upstream).enumerations(everything));
    expect(upstream.healthy()).toBe(false);
    const asked = board.asked().length;
    expect(await rejection(board.operation(upstream).enumerations(everything))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: expect.any(Number) });
    expect(board.asked()).toHaveLength(asked);
  });
});
