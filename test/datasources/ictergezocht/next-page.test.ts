import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Board, everything, rejection } from './board.ts';

let answerOf: (query: URLSearchParams) => unknown = () => ({});
const board = new Board((exchange) => ({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answerOf(exchange.query)) }));
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

const only = { kinds: ['COMPANY_TYPE'], names: null };
const item = (id: unknown) => ({ id, name: `naam ${String(id)}` });

/** Reads a list whose first page has this `rel`; any other page is the last. */
async function follow(rel: (origin: string) => unknown): Promise<string[]> {
  const origin = new URL(board.upstream.baseUrl).origin;
  answerOf = (query) => (query.size === 0 ? { count: 1, offset: 0, limit: 50, rel: rel(origin), items: [item(1)] } : { items: [item(2)], rel: {} });
  const { value } = await board.open().enumerations(only);
  return value.flatMap(({ values }) => values.map(({ code }) => code));
}

describe('a link to the next page', () => {
  test.each<[string, (origin: string) => unknown]>([
    ['absolute', (origin) => ({ next: `${origin}/company/type?offset=50&limit=50` })],
    ['relative', () => ({ next: '/company/type?offset=1&limit=50' })],
    ['a query alone', () => ({ next: '?offset=1' })],
    ['without an offset', () => ({ next: '/company/type?page=2' })],
    ['with a closing slash', (origin) => ({ next: `${origin}/company/type/?offset=1` })],
    ['with closing slashes', (origin) => ({ next: `${origin}/company/type//?offset=1` })],
  ])('is followed where it is %s', async (_case, rel) => {
    expect(await follow(rel)).toEqual(['1', '2']);
    expect(board.asked()).toHaveLength(2);
  });

  test.each<[string, () => unknown]>([
    ['rel is null', () => null],
    ['rel is an empty list', () => []],
    ['rel is an empty object', () => ({})],
    ['it is null', () => ({ next: null })],
    ['it is an empty list', () => ({ next: [] })],
    ['it is an empty text', () => ({ next: '' })],
    ['there is only a link back', () => ({ prev: '/company/type?offset=0' })],
  ])('is none where %s', async (_case, rel) => {
    expect(await follow(rel)).toEqual(['1']);
  });

  test.each<[string, (origin: string) => unknown]>([
    ['to another host', () => ({ next: 'https://evil.example.org/company/type?offset=50' })],
    ['to another port', () => ({ next: 'http://127.0.0.1:1/company/type?offset=50' })],
    ['to another scheme', (origin) => ({ next: `${origin.replace('http:', 'https:')}/company/type?offset=50` })],
    ['to another host without a scheme', () => ({ next: '//evil.example.org/company/type?offset=50' })],
    ['with a user', (origin) => ({ next: `${origin.replace('//', '//iemand@')}/company/type?offset=50` })],
    ['to another list', () => ({ next: '/click?offset=50' })],
    ['out of its list', () => ({ next: '/company/type/../../click?offset=50' })],
    ['to another list behind slashes without end', () => ({ next: `/company/type${'/'.repeat(500_000)}x?offset=50` })],
    ['to the page itself', () => ({ next: '/company/type' })],
    ['to the same offset', () => ({ next: '/company/type?offset=0' })],
    ['to an offset that is none', () => ({ next: '/company/type?offset=-50' })],
    ['to what is no URL', (origin) => ({ next: `${origin}:port` })],
    ['that is a number', () => ({ next: 50 })],
    ['that is a list', () => ({ next: ['/company/type?offset=50'] })],
    ['in a rel that is a text', () => 'next'],
  ])('is an invalid answer, and never a request, %s', async (_case, rel) => {
    expect(await rejection(follow(rel))).toMatchObject({ name: 'SourceFailure', code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringMatching(/at rel(?:\.next)?\.$/) });
    expect(board.asked()).toEqual(['/company/type']);
  });

  test('that goes back later on is an invalid answer', async () => {
    answerOf = (query) => ({ items: [item(1)], rel: { next: `/company/type?offset=${query.get('offset') === '100' ? 50 : Number(query.get('offset') ?? 0) + 50}` } });
    expect(await rejection(board.open().enumerations(only))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(board.asked()).toEqual(['/company/type', '/company/type?offset=50', '/company/type?offset=100']);
  });

  test('that never ends is an invalid answer after so many pages', async () => {
    answerOf = (query) => ({ items: [], rel: { next: `/company/type?offset=${Number(query.get('offset') ?? 0) + 50}` } });
    expect(await rejection(board.open({ maxPages: 10 }).enumerations(only))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('an end within 10 pages') });
    expect(board.asked()).toHaveLength(10);
  });

  test('leads elsewhere in the sandbox too, and is not followed', async () => {
    const other = new Board();
    await other.upstream.start();
    other.sandbox.switches.relNextOrigin = 'http://127.0.0.1:1';
    expect(await rejection(other.open().enumerations({ kinds: ['USER_FUNCTION'], names: null }))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(other.asked()).toEqual(['/company/user/function']);
    await other.stop();
  });
});

describe('items', () => {
  test('without a whole number as id, or twice in the list, cost no more than themselves', async () => {
    answerOf = () => ({ items: [item(3), item('vier'), null, { id: '5' }, item(3), item(-1), 'x', item(1.5)] });
    const [list] = (await board.open().enumerations(only)).value;
    expect(list?.values.map(({ code, label }) => [code, label])).toEqual([['3', 'naam 3'], ['5', null]]);
  });

  test.each<[string, unknown]>([
    ['there are none', { count: 0 }],
    ['they are no list', { items: { '0': item(1) } }],
    ['none of them has an id', { items: [{ name: 'x' }] }],
    ['the answer is a list', [item(1)]],
    ['the answer is nothing', null],
  ])('are an invalid answer where %s, which is not kept', async (_case, answer) => {
    const upstream = board.connect();
    answerOf = () => answer;
    expect(await rejection(board.operation(upstream).enumerations(only))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    answerOf = () => ({ items: [item(1)] });
    expect((await board.operation(upstream).enumerations(everything)).value).toHaveLength(2);
  });
});
