import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import type { SendOutcome } from '../../../src/domain/posting/outcome.ts';
import type { IctergezochtDataSource } from '../../../src/datasources/ictergezocht/index.ts';
import { Board } from './board.ts';
import { referenceNumbers, vacancyDraft } from './draft.ts';

const board = new Board();
const fresh = referenceNumbers();
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

/** An operation that leaves a silent board soon. */
function hasty(changes: Parameters<Board['connect']>[0] = {}): IctergezochtDataSource {
  return board.operation(board.connect(changes), { deadline: board.clock.now() + 250 });
}

type Expected = Partial<Record<keyof SendOutcome | 'failure' | 'userErrors', unknown>>;
const uncertain = (code: string): Expected => ({ kind: 'uncertain', failure: { source: 'ICTERGEZOCHT', code } });
const failed = (failure: object): Expected => ({ kind: 'failed', failure: { source: 'ICTERGEZOCHT', ...failure } });

/** Whatever strikes one call: what becomes of a POST, which is sent once. */
const faultsOfPost: readonly (readonly [string, Fault, Expected])[] = [
  ['silence', { kind: 'hang' }, uncertain('UPSTREAM_TIMEOUT')],
  ['a cut connection', { kind: 'reset' }, uncertain('UPSTREAM_UNAVAILABLE')],
  ['500', { kind: 'status', status: 500 }, uncertain('UPSTREAM_UNAVAILABLE')],
  ['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }, uncertain('UPSTREAM_UNAVAILABLE')],
  ["a proxy's page", { kind: 'html' }, uncertain('UPSTREAM_INVALID_RESPONSE')],
  ["a proxy's 502", { kind: 'html', status: 502 }, uncertain('UPSTREAM_UNAVAILABLE')],
  ['a redirection', { kind: 'status', status: 303, headers: { location: '/vacancy' } }, uncertain('UPSTREAM_ERROR')],
  ['an empty body', { kind: 'empty' }, uncertain('UPSTREAM_INVALID_RESPONSE')],
  ['an empty 201', { kind: 'empty', status: 201 }, uncertain('UPSTREAM_INVALID_RESPONSE')],
  ['JSON of another shape', { kind: 'wrong-json' }, uncertain('UPSTREAM_INVALID_RESPONSE')],
];
const refusals: readonly (readonly [string, Fault, Expected])[] = [
  ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, failed({ code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: 7 })],
  ['429 without', { kind: 'status', status: 429 }, failed({ code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: null })],
  ['401', { kind: 'status', status: 401 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 401, message: expect.stringContaining('key') })],
  ['403', { kind: 'status', status: 403 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 403, message: expect.stringContaining('no access') })],
  ["a proxy's 400", { kind: 'html', status: 400 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 400 })],
  ["a proxy's 404", { kind: 'html', status: 404 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 404 })],
  ['402', { kind: 'status', status: 402 }, { kind: 'refused', userErrors: [{ code: 'INSUFFICIENT_CREDITS' }] }],
  ['409', { kind: 'status', status: 409 }, { kind: 'refused', userErrors: [{ code: 'DUPLICATE' }] }],
  ['422', { kind: 'status', status: 422 }, { kind: 'refused', userErrors: [{ code: 'CHANNEL_REFUSED' }] }],
];

describe('a POST', () => {
  describe.each(['before', 'after'] as const)('that is struck %s its work', (when) => {
    test.each(faultsOfPost)('by %s is uncertain, and not sent again', async (_name, fault, expected) => {
      const referenceNumber = fresh();
      board.upstream.faults.add({ ...fault, when });
      expect(await hasty().post(vacancyDraft({ referenceNumber }))).toMatchObject(expected);
      expect(board.upstream.count('POST', /vacancy$/)).toBe(1);
      await expect.poll(() => board.live(referenceNumber)).toHaveLength(when === 'after' ? 1 : 0);
    });
  });

  test('whose answer is cut off is uncertain, and not sent again', async () => {
    const referenceNumber = fresh();
    board.upstream.faults.add({ kind: 'truncate' });
    expect(await hasty().post(vacancyDraft({ referenceNumber }))).toMatchObject(uncertain('UPSTREAM_INVALID_RESPONSE'));
    expect([board.upstream.requests.length, board.live(referenceNumber).length]).toEqual([1, 1]);
  });

  test.each(refusals)('that is answered %s is not done, and not sent again', async (_name, fault, expected) => {
    board.upstream.faults.add(fault);
    expect(await board.open().post(vacancyDraft({ referenceNumber: fresh() }))).toMatchObject(expected);
    expect(board.upstream.requests).toHaveLength(1);
  });

  test('that is answered 404 failed: it names no vacancy', async () => {
    board.upstream.faults.add({ kind: 'status', status: 404 });
    expect(await board.open().post(vacancyDraft())).toMatchObject(failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 404 }));
  });

  test('to a board that cannot be reached is sent again when it can', async () => {
    const referenceNumber = fresh();
    await board.upstream.stop();
    const services = board.services({ sleep: () => board.upstream.start() });
    expect(await board.operation(board.connect({}, services)).post(vacancyDraft({ referenceNumber }))).toMatchObject({ kind: 'accepted' });
    expect([board.upstream.requests.length, board.live(referenceNumber).length]).toEqual([1, 1]);
  });

  test('to a board that stays away failed', async () => {
    await board.upstream.stop();
    expect(await board.open().post(vacancyDraft())).toMatchObject(failed({ code: 'UPSTREAM_UNAVAILABLE', upstreamStatus: null }));
    await board.upstream.start();
  });

  test('for which our own limit has no room failed, unsent', async () => {
    const source = board.open({ accountLimit: { requests: 1, windowSeconds: 60 } });
    await source.post(vacancyDraft({ referenceNumber: fresh() }));
    expect(await source.post(vacancyDraft({ referenceNumber: fresh() }))).toMatchObject(failed({ code: 'RATE_LIMITED', upstreamStatus: null, retryAfterSeconds: expect.any(Number) }));
    expect(board.upstream.requests).toHaveLength(1);
  });

  test('whose caller leaves is uncertain', async () => {
    const referenceNumber = fresh();
    board.upstream.faults.add({ kind: 'hang', when: 'after' });
    const caller = new AbortController();
    const outcome = board.operation(board.connect(), { signal: caller.signal }).post(vacancyDraft({ referenceNumber }));
    await expect.poll(() => board.live(referenceNumber)).toHaveLength(1);
    caller.abort();
    expect(await outcome).toMatchObject({ kind: 'uncertain' });
  });

  test('of a late answer is accepted', async () => {
    board.upstream.faults.add({ kind: 'latency', ms: 100 });
    expect(await board.open().post(vacancyDraft({ referenceNumber: fresh() }))).toMatchObject({ kind: 'accepted' });
  });
});

const send = (source: IctergezochtDataSource, method: string, id: string, referenceNumber: string) =>
  method === 'PUT' ? source.change(id, vacancyDraft({ referenceNumber, title: 'Ander' })) : source.withdraw(id);

describe('a PUT and a DELETE', () => {
  const passing: readonly (readonly [string, Fault])[] = [
    ['a cut connection', { kind: 'reset' }],
    ['500', { kind: 'status', status: 500 }],
    ['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }],
    ["a proxy's 502", { kind: 'html', status: 502 }],
  ];

  describe.each(['PUT', 'DELETE'])('%s', (method) => {
    describe.each(['before', 'after'] as const)('struck once %s its work', (when) => {
      test.each(passing)('by %s is sent again', async (_name, fault) => {
        const referenceNumber = fresh();
        const id = await board.posted(referenceNumber);
        board.upstream.faults.add({ ...fault, when, times: 1 });
        expect(await send(board.open(), method, id, referenceNumber)).toMatchObject({ kind: 'accepted', upstreamId: id });
        expect(board.upstream.count(method, /./)).toBe(2);
        expect(board.live(referenceNumber).map(({ payload }) => payload.title)).toEqual(method === 'PUT' ? ['Ander'] : []);
      });
    });

    test('struck again and again may have been done', async () => {
      const referenceNumber = fresh();
      const id = await board.posted(referenceNumber);
      board.upstream.faults.add({ kind: 'reset' });
      expect(await send(board.open(), method, id, referenceNumber)).toMatchObject(uncertain('UPSTREAM_UNAVAILABLE'));
      expect(board.upstream.count(method, /./)).toBe(3);
    });

    test('that may have been done stays uncertain where the next attempt is not even sent', async () => {
      const referenceNumber = fresh();
      const id = await board.posted(referenceNumber);
      board.upstream.faults.add({ kind: 'status', status: 500, when: 'after' });
      const services = board.services({ sleep: () => board.upstream.stop() });
      expect(await send(board.operation(board.connect({}, services)), method, id, referenceNumber)).toMatchObject(uncertain('UPSTREAM_UNAVAILABLE'));
      await board.upstream.start();
    });

    test('without an answer is uncertain', async () => {
      const referenceNumber = fresh();
      const id = await board.posted(referenceNumber);
      board.upstream.faults.add({ kind: 'hang' });
      expect(await send(hasty(), method, id, referenceNumber)).toMatchObject(uncertain('UPSTREAM_TIMEOUT'));
    });

    test.each(refusals.filter(([name]) => !["a proxy's 404", '429 without'].includes(name)))('that is answered %s is not done', async (_name, fault, expected) => {
      const referenceNumber = fresh();
      const id = await board.posted(referenceNumber);
      board.upstream.faults.add(fault);
      expect(await send(hasty(), method, id, referenceNumber)).toMatchObject(expected);
      expect(board.live(referenceNumber)[0]?.payload.title).toBe('Netwerkbeheerder');
    });

    test('that is answered 429 without Retry-After closes our own limit for a moment, which the next attempt meets', async () => {
      const id = await board.posted(fresh());
      board.upstream.faults.add({ kind: 'status', status: 429 });
      expect(await send(hasty(), method, id, 'x')).toMatchObject(failed({ code: 'RATE_LIMITED', retryAfterSeconds: 1 }));
      expect(board.upstream.count(method, /./)).toBe(1);
    });

    test("that is answered a proxy's 404 failed", async () => {
      const id = await board.posted(fresh());
      board.upstream.faults.add({ kind: 'html', status: 404 });
      expect(await send(board.open(), method, id, 'x')).toMatchObject(failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 404 }));
    });

    test("with a proxy's page for an answer is uncertain", async () => {
      const id = await board.posted(fresh());
      board.upstream.faults.add({ kind: 'html' });
      expect(await send(board.open(), method, id, 'x')).toMatchObject(uncertain('UPSTREAM_INVALID_RESPONSE'));
    });
  });

  test('a PUT with an empty or another answer is uncertain, a DELETE needs none', async () => {
    const id = await board.posted(fresh());
    board.upstream.faults.add({ kind: 'empty', times: 1 }, { kind: 'wrong-json', times: 1 }, { kind: 'empty', times: 1 });
    const source = board.open();
    expect(await source.change(id, vacancyDraft())).toMatchObject(uncertain('UPSTREAM_INVALID_RESPONSE'));
    expect(await source.change(id, vacancyDraft())).toMatchObject(uncertain('UPSTREAM_INVALID_RESPONSE'));
    expect(await source.withdraw(id)).toMatchObject({ kind: 'accepted', upstreamStatus: 200 });
  });
});
