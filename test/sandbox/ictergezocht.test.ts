import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BoardCaller } from './ictergezocht-caller.ts';

const caller = new BoardCaller();
const { board, upstream } = caller;

beforeAll(async () => {
  await upstream.start();
});
afterEach(() => {
  caller.reset();
});
afterAll(async () => {
  await upstream.stop();
});

describe('the keys', () => {
  test('are wanted as Bearer on every request', async () => {
    expect(await caller.status('company/type')).toBe(200);
    for (const authorization of ['', 'Bearer', 'Bearer wrong', 'Basic sandbox-ictergezocht-key', 'sandbox-ictergezocht-key']) {
      const response = await caller.call('company/type', 'GET', undefined, { authorization });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ errors: [{ error: expect.any(String), label: '', path: '' }] });
    }
  });

  test('may be joined by that of a known partner', async () => {
    expect(await caller.status('company/type', 'GET', undefined, { 'partner-authorization': 'Bearer sandbox-partner-key' })).toBe(200);
    expect(await caller.status('company/type', 'GET', undefined, { 'partner-authorization': 'Bearer another' })).toBe(401);
  });

  test('open only the endpoints that they were made for', async () => {
    const headers = { authorization: 'Bearer sandbox-ictergezocht-key-insight' };
    expect(await caller.status('vacancy/insight', 'GET', undefined, headers)).toBe(200);
    expect(await caller.status('company/type', 'GET', undefined, headers)).toBe(403);
    expect(await caller.status('vacancy/1', 'DELETE', undefined, headers)).toBe(403);
  });
});

describe('an endpoint that does not exist', () => {
  test.each([
    ['GET', 'vacancy'],
    ['GET', 'vacancy/70001'],
    ['POST', 'vacancy/insight'],
    ['DELETE', 'vacancy/insight'],
    ['PUT', 'vacancy/abc'],
    ['GET', 'company/types'],
    ['GET', 'click/'],
    ['GET', ''],
  ])('%s /%s is a 404', async (method, path) => {
    expect(await caller.status(path, method)).toBe(404);
  });
});

describe('the rate limits', () => {
  test('let an account ask 200 times in any 60 seconds, and say when it may again', async () => {
    const first = await Promise.all(Array.from({ length: 150 }, () => caller.status('company/type')));
    caller.clock.advance(30_000);
    const more = await Promise.all(Array.from({ length: 50 }, () => caller.status('company/type')));
    expect(new Set([...first, ...more])).toEqual(new Set([200]));
    const refused = await caller.call('company/type');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({ errors: [{ error: expect.any(String), label: '', path: '' }] });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(20);
    expect(seconds).toBeLessThanOrEqual(30);
    expect(await caller.status('company/type', 'GET', undefined, { authorization: 'Bearer sandbox-ictergezocht-key-2' })).toBe(200);
    caller.clock.advance(seconds * 1000);
    expect(await caller.status('company/type')).toBe(200);
  });

  test('count all keys of an account together', async () => {
    board.switches.accountLimit = 1;
    expect(await caller.status('company/type')).toBe(200);
    expect(await caller.status('vacancy/insight', 'GET', undefined, { authorization: 'Bearer sandbox-ictergezocht-key-insight' })).toBe(429);
  });

  test('count an address over all accounts, also without a key', async () => {
    board.switches.ipLimit = 3;
    expect(await caller.status('company/type')).toBe(200);
    expect(await caller.status('company/type', 'GET', undefined, { authorization: 'Bearer sandbox-ictergezocht-key-2' })).toBe(200);
    expect(await caller.status('company/type', 'GET', undefined, { authorization: '' })).toBe(401);
    expect(await caller.status('company/type')).toBe(429);
  });

  test('are 200 and 1000 where nothing else is said', () => {
    expect(board.switches).toMatchObject({ accountLimit: 200, ipLimit: 1000 });
  });

  test('can leave out when to come back', async () => {
    Object.assign(board.switches, { accountLimit: 0, sendRetryAfter: false });
    const response = await caller.call('company/type');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, null]);
  });
});

describe('a list', () => {
  test('of company types fits on one page, without links', async () => {
    expect(await caller.page('company/type')).toEqual({ count: 9, offset: 0, limit: 50, rel: {}, items: board.data.companyTypes });
  });

  test('of user functions takes two pages, linked both ways on the board itself', async () => {
    const first = await caller.page('company/user/function');
    expect(first).toMatchObject({ count: 66, offset: 0, limit: 50, rel: { next: `${upstream.baseUrl}company/user/function?offset=50&limit=50` } });
    expect(first.items).toHaveLength(50);
    const second = await caller.page('company/user/function?offset=50&limit=50');
    expect(second.rel).toEqual({ prev: `${upstream.baseUrl}company/user/function?offset=0&limit=50` });
    expect([...first.items, ...second.items]).toEqual(board.data.userFunctions);
    expect(await caller.page('company/user/function?offset=99')).toMatchObject({ count: 66, items: [] });
  });

  test.each(['limit=51', 'limit=0', 'limit=-1', 'limit=x', 'offset=-1', 'offset=', 'page=2', 'offset=1&offset=2'])('refuses %s', async (query) => {
    const response = await caller.call(`company/type?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ path: query.split('=')[0] }] });
  });

  test('can count the page and write numbers as strings', async () => {
    Object.assign(board.switches, { countMeaning: 'page', numbersAsStrings: true });
    const page = await caller.page('company/user/function?offset=60');
    expect(page).toMatchObject({ count: '6', offset: '60', limit: '50' });
    expect(page.items[0]).toEqual({ id: '101', name: 'Medewerker Onderzoek & ontwikkeling' });
  });

  test.each([
    ['null', null, null],
    ['absent', undefined, undefined],
    ['list', [], undefined],
  ] as const)('without links can have a rel that is %s', async (relWhenEmpty, whole, prev) => {
    board.switches.relWhenEmpty = relWhenEmpty;
    expect((await caller.page('company/type')).rel).toEqual(whole);
    const next = `${upstream.baseUrl}company/user/function?offset=50&limit=50`;
    expect((await caller.page('company/user/function')).rel).toEqual(prev === null ? { prev, next } : { next });
  });

  test('can link to another host, as a faulty board would', async () => {
    board.switches.relNextOrigin = 'https://evil.example';
    expect((await caller.page('company/user/function')).rel).toEqual({ next: 'https://evil.example/company/user/function?offset=50&limit=50' });
  });
});
