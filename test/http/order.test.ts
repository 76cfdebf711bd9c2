import { describe, expect, test } from 'vitest';
import { auth } from '../../src/http/auth.ts';
import { breaker, type Breaker } from '../../src/http/breaker.ts';
import { createCache } from '../../src/http/cache.ts';
import { cache } from '../../src/http/cached.ts';
import { compose, type Call } from '../../src/http/call.ts';
import { coalesce } from '../../src/http/coalesce.ts';
import { StatusError } from '../../src/http/errors.ts';
import { createLimiter, type Limiter } from '../../src/http/limiter.ts';
import { retry } from '../../src/http/retry.ts';
import { memoryStore } from '../../src/http/shared.ts';
import { throttle } from '../../src/http/throttle.ts';
import { timeout } from '../../src/http/timeout.ts';
import { sharedToken } from '../../src/http/token.ts';
import { failure, get, json, until, upstream, type Respond, type Upstream } from './server.ts';

interface Client {
  readonly call: Call<unknown>;
  readonly limiter: Limiter;
  readonly guard: Breaker;
}

/** Every wrapper, in the order in which an upstream's client has them. */
function client(server: Upstream, { timeoutMs = 60_000, points = 100 } = {}): Client {
  const { json: transport } = server.transport();
  const limiter = createLimiter({ key: 'me', points, windowSeconds: 60 });
  const guard = breaker({ threshold: 2 });
  const token = sharedToken({
    name: 'me',
    shared: memoryStore(),
    earlyMs: 1000,
    load: async (signal) => {
      const { body } = await transport(get('/token', { signal }));
      return { value: String(body), expiresAt: Date.now() + 600_000 };
    },
  });
  const wrap = compose(
    cache(createCache()),
    coalesce(),
    guard,
    retry({ sleep: async () => undefined }),
    auth({
      token,
      apply: (request, value) => ({ ...request, headers: { ...request.headers, authorization: value } }),
      isRejected: (error) => error instanceof StatusError && error.status === 401,
    }),
    throttle({ limiters: [limiter] }),
    timeout({ ms: timeoutMs }),
  );
  return { call: wrap(transport), limiter, guard };
}

const policy = { key: 'me:/a', freshMs: 60_000, staleMs: 60_000 };

/** Serves tokens at /token, everything else as told; counts the latter only. */
function behindToken(respond: Respond): Respond {
  let count = 0;
  return (response, seen) => {
    if (seen.url === '/token') return json(response, 'token');
    count += 1;
    return respond(response, seen, count);
  };
}

function asked(server: Upstream): number {
  return server.seen.filter(({ url }) => url !== '/token').length;
}

describe('the order of the wrappers', () => {
  test('the cache is before everything: what it has costs no slot, no token, and is served while the circuit is open', async () => {
    let status = 200;
    await using server = await upstream(behindToken((response, _seen, count) => json(response, count, status)));
    const { call, limiter, guard } = client(server);
    await call(get('/a', { cache: policy }));
    status = 500;
    await failure(call(get('/b')));
    await failure(call(get('/b')));
    expect(guard.isHealthy()).toBe(false);
    const { remaining } = limiter.state();
    expect((await call(get('/a', { cache: policy }))).body).toBe(1);
    expect(limiter.state().remaining).toBe(remaining);
  });

  test('coalescing is before the breaker: what is one call is one failure', async () => {
    await using server = await upstream(behindToken((response) => json(response, {}, 500)));
    const { call, guard } = client(server);
    await Promise.all(Array.from({ length: 20 }, () => failure(call(get('/a', { key: 'me:/a' })))));
    expect(guard.isHealthy()).toBe(true);
  });

  test('the breaker is before the retries: what a retry heals is no failure, and an open circuit is not retried', async () => {
    await using server = await upstream(
      behindToken((response, _seen, count) => json(response, {}, count % 3 === 0 || count > 9 ? 200 : 500)),
    );
    const { call, guard } = client(server);
    for (let i = 0; i < 3; i += 1) await call(get('/a'));
    expect(guard.isHealthy()).toBe(true);
    expect(asked(server)).toBe(9);
  });

  test('retries are before the token: each attempt carries one that is alive', async () => {
    const tokens: (string | undefined)[] = [];
    let issued = 0;
    await using server = await upstream((response, { url, headers }) => {
      if (url === '/token') {
        issued += 1;
        return json(response, `token-${issued}`);
      }
      tokens.push(headers.authorization);
      return json(response, {}, [500, 401, 200][tokens.length - 1] ?? 200);
    });
    await client(server).call(get('/a'));
    expect(tokens).toEqual(['token-1', 'token-1', 'token-2']);
  });

  test('the token is before the throttle: it costs no slot, and a repeat with a new one costs its own', async () => {
    await using server = await upstream(behindToken((response, _seen, count) => json(response, {}, count === 1 ? 401 : 200)));
    const { call, limiter } = client(server);
    await call(get('/a'));
    expect(limiter.state().remaining).toBe(98);
    expect(server.seen.map(({ url }) => url)).toEqual(['/token', '/a', '/token', '/a']);
  });

  test('the throttle is before the timeout: waiting for a slot is not the upstream being slow', async () => {
    await using server = await upstream(behindToken((response) => json(response, {})));
    const { call, guard } = client(server, { timeoutMs: 1000, points: 1 });
    await call(get('/a'));
    expect(await failure(call(get('/b')))).toMatchObject({ name: 'LimitError', sent: false });
    expect(guard.isHealthy()).toBe(true);
    expect(asked(server)).toBe(1);
  });

  test('retries are before the throttle: each attempt takes a slot', async () => {
    await using server = await upstream(behindToken((response, _seen, count) => json(response, {}, count < 3 ? 503 : 200)));
    const { call, limiter } = client(server);
    await call(get('/a'));
    expect(limiter.state().remaining).toBe(97);
  });

  test('the timeout is innermost: each attempt has its own, and its end reaches the socket', async () => {
    await using server = await upstream(
      behindToken((response, _seen, count) => {
        if (count === 3) json(response, 'third');
      }),
    );
    const { call } = client(server, { timeoutMs: 40 });
    expect((await call(get('/a'))).body).toBe('third');
    await until(() => server.sockets.size <= 2);
    expect(asked(server)).toBe(3);
  });
});

test('a caller that leaves is felt at the socket, through all of them', async () => {
  await using server = await upstream(behindToken(() => undefined));
  const { call } = client(server);
  const controller = new AbortController();
  const leaving = failure(call(get('/a', { cache: policy, key: 'me:/a', signal: controller.signal })));
  await until(() => asked(server) === 1);
  controller.abort();
  expect(await leaving).toMatchObject({ name: 'AbortedError' });
  await until(() => server.sockets.size <= 1);
});
