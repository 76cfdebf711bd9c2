import { describe, expect, test } from 'vitest';
import { auth } from '../../src/http/auth.ts';
import type { Call, HttpRequest } from '../../src/http/call.ts';
import { StatusError } from '../../src/http/errors.ts';
import { memoryStore } from '../../src/http/shared.ts';
import { sharedToken } from '../../src/http/token.ts';
import { failure, get, json, post, until, upstream, type Upstream } from './server.ts';

function bearer(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

function isRejected(error: unknown): boolean {
  return error instanceof StatusError && error.status === 401;
}

/** An upstream where one key is alive at a time: a new one ends the old. */
async function keyed(options: { readonly silent?: boolean } = {}): Promise<Upstream & { alive: string }> {
  let keys = 0;
  const server = await upstream((response, { url, headers }) => {
    if (url === '/token') {
      if (options.silent === true) return;
      keys += 1;
      state.alive = `key-${keys}`;
      json(response, state.alive);
    } else if (headers.authorization === `Bearer ${state.alive}`) json(response, state.alive);
    else json(response, {}, 401);
  });
  const state = Object.assign(server, { alive: '' });
  return state;
}

function client(server: Upstream, renewals = 1): Call<unknown> {
  const { json: call } = server.transport();
  const token = sharedToken({
    name: 'x',
    shared: memoryStore(),
    earlyMs: 1000,
    load: async (signal) => ({ value: String((await call(get('/token', { signal }))).body), expiresAt: Date.now() + 60_000 }),
  });
  return auth({ token, apply: bearer, isRejected, renewals })(call);
}

function urls(server: Upstream): string[] {
  return server.seen.map(({ url }) => url);
}

describe('a request', () => {
  test('carries the token, which is asked for once', async () => {
    await using server = await keyed();
    const call = client(server);
    await Promise.all([call(get('/a')), call(get('/a')), call(get('/a'))]);
    await call(get('/b'));
    expect(urls(server)).toEqual(['/token', '/a', '/a', '/a', '/b']);
  });

  test('whose token died early is repeated once with a new one, and the caller sees nothing', async () => {
    await using server = await keyed();
    const call = client(server);
    await call(get('/a'));
    server.alive = 'another';
    expect((await call(get('/b'))).body).toBe('key-2');
    expect(urls(server)).toEqual(['/token', '/a', '/b', '/token', '/b']);
  });

  test('is repeated also when it is a POST, for what was refused was not done', async () => {
    await using server = await keyed();
    const call = client(server);
    await call(get('/a'));
    server.alive = 'another';
    expect((await call(post('/b'))).body).toBe('key-2');
  });

  test('many at once whose token died share one renewal', async () => {
    await using server = await keyed();
    const call = client(server);
    await call(get('/a'));
    server.alive = 'another';
    await Promise.all(Array.from({ length: 50 }, () => call(get('/b'))));
    expect(urls(server).filter((url) => url === '/token')).toHaveLength(2);
  });

  test('that is refused with a new token too is refused', async () => {
    await using server = await upstream((response, { url }) =>
      url === '/token' ? json(response, 'key') : json(response, {}, 401),
    );
    expect(await failure(client(server)(get('/a')))).toMatchObject({ status: 401 });
    expect(urls(server)).toEqual(['/token', '/a', '/token', '/a']);
  });

  test('whose new token another has ended meanwhile is repeated with a further one, as often as is said', async () => {
    for (const [renewals, status] of [[3, 200], [2, 401]] as const) {
      let keys = 0;
      let dying = 3;
      await using server = await upstream((response, { url }) => {
        if (url === '/token') return json(response, `key-${(keys += 1)}`);
        dying -= 1;
        return json(response, {}, dying >= 0 ? 401 : 200);
      });
      const answer = await client(server, renewals)(get('/a')).then(() => 200, (error: unknown) => (error as StatusError).status);
      expect(answer).toBe(status);
      expect(keys).toBe(renewals + 1);
    }
  });

  test('that is refused with the same token again costs no further ones', async () => {
    await using server = await upstream((response, { url }) => (url === '/token' ? json(response, 'key') : json(response, {}, 401)));
    expect(await failure(client(server, 4)(get('/a')))).toMatchObject({ status: 401 });
    expect(urls(server)).toEqual(['/token', '/a', '/token', '/a']);
  });

  test('that is refused for another reason costs no token', async () => {
    await using server = await upstream((response, { url }) =>
      url === '/token' ? json(response, 'key') : json(response, {}, 403),
    );
    expect(await failure(client(server)(get('/a')))).toMatchObject({ status: 403 });
    expect(urls(server)).toEqual(['/token', '/a']);
  });

  test('is not sent when no token can be had', async () => {
    await using server = await upstream((response) => json(response, {}, 500));
    expect(await failure(client(server)(get('/a')))).toMatchObject({ status: 500, message: 'GET /token: answered 500' });
    expect(urls(server)).toEqual(['/token']);
  });

  test('whose caller leaves while the token is fetched leaves, and the token call goes on for the others', async () => {
    await using server = await keyed({ silent: true });
    const call = client(server);
    const controller = new AbortController();
    const leaving = failure(call(get('/a', { signal: controller.signal })));
    const late = failure(call(get('/b', { deadline: Date.now() + 20 })));
    await until(() => server.seen.length === 1);
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError' });
    expect(await late).toMatchObject({ name: 'TimeoutError' });
    expect(server.sockets.size).toBe(1);
  });
});
