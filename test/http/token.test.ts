import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/http/call.ts';
import { redisStore } from '../../src/http/redis-store.ts';
import { memoryStore, type SharedStore } from '../../src/http/shared.ts';
import { timeout } from '../../src/http/timeout.ts';
import { sharedToken, type LoadedToken, type SharedToken } from '../../src/http/token.ts';
import { clock, type Clock } from './clock.ts';
import { failure, get, json, until, upstream, type Respond, type Upstream } from './server.ts';
import { meetings, room } from './stores.ts';

const minute = 60_000;
const life = 20 * minute;
const earlyMs = minute;

/** Hands out key-1, key-2 and so on. */
const keys: Respond = (response, _seen, count) => json(response, `key-${count}`);

/** The same, but silent at first. */
const silentAtFirst: Respond = (response, seen, count) => (count === 1 ? undefined : keys(response, seen, count));

async function loadFrom(call: Call<unknown>, time: Clock, signal: AbortSignal, deadline?: number): Promise<LoadedToken> {
  const { body } = await call(get('/getApiKey', { signal, ...(deadline !== undefined && { deadline }) }));
  return { value: String(body), expiresAt: time.now() + life };
}

function tokenOf(server: Upstream, time: Clock, shared: SharedStore = memoryStore(time.now), leastMs = 2000): SharedToken {
  const { json: call } = server.transport();
  return sharedToken({ name: 'cso:me', shared, earlyMs, leastMs, now: time.now, load: (signal, deadline) => loadFrom(timeout({ ms: 60_000, now: time.now })(call), time, signal, deadline) });
}

describe('a token', () => {
  test('is asked for when it is first needed, and once for two hundred at once', async () => {
    await using server = await upstream(keys);
    const token = tokenOf(server, clock());
    expect(server.seen).toHaveLength(0);
    const got = await Promise.all(Array.from({ length: 200 }, () => token.get()));
    expect(new Set(got)).toEqual(new Set(['key-1']));
    expect(server.seen).toHaveLength(1);
  });

  test('serves until shortly before its end, is then replaced behind, and nobody waits', async () => {
    const waiting: (() => void)[] = [];
    await using server = await upstream((response, _seen, count) => {
      if (count === 1) json(response, 'key-1');
      else waiting.push(() => json(response, `key-${count}`));
    });
    const time = clock();
    const token = tokenOf(server, time);
    await token.get();
    time.move(life - earlyMs - 1);
    expect(await token.get()).toBe('key-1');
    expect(server.seen).toHaveLength(1);
    time.move(1);
    expect(await Promise.all([token.get(), token.get(), token.get()])).toEqual(['key-1', 'key-1', 'key-1']);
    await until(() => waiting.length === 1);
    expect(await token.get()).toBe('key-1');
    waiting[0]?.();
    for (let value = ''; value !== 'key-2';) {
      await new Promise((resolve) => setImmediate(resolve));
      value = await token.get();
    }
    expect(server.seen).toHaveLength(2);
  });

  test('that has ended is never served', async () => {
    await using server = await upstream(keys);
    const time = clock();
    const token = tokenOf(server, time);
    await token.get();
    time.move(life);
    expect(await token.get()).toBe('key-2');
  });

  test('that lives shorter than the early time is still used for half its life', async () => {
    await using server = await upstream(keys);
    const time = clock();
    const { json: call } = server.transport();
    const token = sharedToken({
      name: 'short',
      shared: memoryStore(time.now),
      earlyMs,
      now: time.now,
      load: async (signal) => ({ ...(await loadFrom(call, time, signal)), expiresAt: time.now() + 10_000 }),
    });
    await token.get();
    time.move(4999);
    await token.get();
    for (let i = 0; i < 3; i += 1) await call(get('/meanwhile'));
    expect(server.seen.filter(({ url }) => url === '/getApiKey')).toHaveLength(1);
  });

  test('that cannot be replaced early stays in use, and the upstream is not asked at every call', async () => {
    await using server = await upstream((response, seen, count) =>
      count === 1 ? keys(response, seen, 1) : json(response, {}, 500),
    );
    const time = clock();
    const token = tokenOf(server, time);
    await token.get();
    time.move(life - earlyMs);
    await token.get();
    await until(() => server.seen.length === 2);
    for (let i = 0; i < 10; i += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      expect(await token.get()).toBe('key-1');
    }
    expect(server.seen).toHaveLength(2);
  });

  test('that cannot be had fails those who wait, and the next asks again', async () => {
    await using server = await upstream((response, _seen, count) => json(response, `key-${count}`, count === 1 ? 503 : 200));
    const token = tokenOf(server, clock());
    const [first, second] = await Promise.all([failure(token.get()), failure(token.get())]);
    expect(first).toMatchObject({ status: 503 });
    expect(second).toBe(first);
    expect(await token.get()).toBe('key-2');
  });

  test('that is discarded is asked for anew, and a call for one is broken off', async () => {
    await using server = await upstream((response, seen, count) => {
      if (count !== 2) void keys(response, seen, count);
    });
    const token = tokenOf(server, clock());
    await token.get();
    await token.discard();
    const hanging = failure(token.get());
    await until(() => server.seen.length === 2);
    await token.discard();
    expect(await hanging).toMatchObject({ name: 'AbortedError' });
    expect(await token.get()).toBe('key-3');
  });
});

describe('who waits for a token', () => {
  const user = { method: 'GET', path: '/' } as const;

  test('leaves when its time is over, or its caller has left', async () => {
    await using server = await upstream(silentAtFirst);
    const time = clock();
    const token = tokenOf(server, time);
    const controller = new AbortController();
    const leaving = failure(token.get({ ...user, signal: controller.signal }));
    await until(() => server.seen.length === 1);
    expect(await failure(token.get({ ...user, deadline: time.now() + 20 }))).toMatchObject({ name: 'TimeoutError' });
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError' });
    expect(server.seen).toHaveLength(1);
  });

  test('with more time than who caused a call that came to nothing asks anew', async () => {
    await using server = await upstream(silentAtFirst);
    const time = clock();
    const token = tokenOf(server, time, memoryStore(time.now), 0);
    const first = failure(token.get({ ...user, deadline: time.now() + 50 }));
    const second = token.get({ ...user, deadline: time.now() + 60_000 });
    expect(await first).toMatchObject({ name: 'TimeoutError' });
    expect(await second).toBe('key-2');
    expect(server.seen).toHaveLength(2);
  });

  test('without much time left does not spoil it for those behind: a call for a token has a time of its own at least', async () => {
    const waiting: (() => void)[] = [];
    await using server = await upstream((response) => void waiting.push(() => json(response, 'key-1')));
    const time = clock();
    const token = tokenOf(server, time, memoryStore(time.now), 60_000);
    const first = failure(token.get({ ...user, deadline: time.now() + 300 }));
    await until(() => waiting.length === 1);
    expect(await first).toMatchObject({ name: 'TimeoutError' });
    const next = token.get({ ...user, deadline: time.now() + 1000 });
    waiting[0]?.();
    expect(await next).toBe('key-1');
    expect(server.seen).toHaveLength(1);
  });
});

describe('a refused token', () => {
  test('is replaced once, however many notice', async () => {
    await using server = await upstream(keys);
    const token = tokenOf(server, clock());
    const dead = await token.get();
    const renewed = await Promise.all(Array.from({ length: 50 }, () => token.renew(dead)));
    expect(new Set(renewed)).toEqual(new Set(['key-2']));
    expect(await token.renew(dead)).toBe('key-2');
    expect(await token.get()).toBe('key-2');
    expect(server.seen).toHaveLength(2);
  });

  test('that was replaced already is not replaced again, also when the shared store has lost it', async () => {
    await using server = await upstream(keys);
    const shared = memoryStore();
    const token = tokenOf(server, clock(), shared);
    const dead = await token.get();
    await token.renew(dead);
    await shared.delete('token:cso:me');
    expect(await token.renew(dead)).toBe('key-2');
    expect(server.seen).toHaveLength(2);
  });

  test('is not handed out again by what was under way when it was refused', async () => {
    await using server = await upstream(keys);
    const time = clock(Date.now());
    const shared = memoryStore(time.now);
    const other = tokenOf(server, time, shared);
    await other.get();
    const token = tokenOf(server, time, shared);
    const [first, renewed] = await Promise.all([token.get(), token.renew('key-1')]);
    expect([first, renewed]).toEqual(['key-1', 'key-2']);
  });
});

describe.each(meetings)('replicas that meet in $name', ({ connect }) => {
  async function replicas(time: Clock): Promise<AsyncDisposable & { readonly stores: readonly SharedStore[] }> {
    const name = room();
    const connections = [await connect(name), await connect(name)];
    const together = memoryStore(time.now);
    return {
      stores: connections.map((connection) => (connection === undefined ? together : redisStore(connection))),
      [Symbol.asyncDispose]: async () => {
        await Promise.all(connections.map((connection) => connection?.close()));
      },
    };
  }

  test('ask for one token together', async () => {
    const time = clock(Date.now());
    await using server = await upstream(keys);
    await using meeting = await replicas(time);
    const tokens = meeting.stores.map((store) => tokenOf(server, time, store));
    expect(await Promise.all(tokens.map((token) => token.get()))).toEqual(['key-1', 'key-1']);
    expect(server.seen).toHaveLength(1);
  });

  test('take the token that another renewed instead of ending it', async () => {
    const time = clock(Date.now());
    await using server = await upstream(keys);
    await using meeting = await replicas(time);
    const [one, two] = meeting.stores.map((store) => tokenOf(server, time, store));
    await Promise.all([one?.get(), two?.get()]);
    expect(await one?.renew('key-1')).toBe('key-2');
    expect(await two?.renew('key-1')).toBe('key-2');
    expect(server.seen).toHaveLength(2);
  });

  test('do not take one that is about to end', async () => {
    const time = clock(Date.now());
    await using server = await upstream(keys);
    await using meeting = await replicas(time);
    const [one, two] = meeting.stores.map((store) => tokenOf(server, time, store));
    await one?.get();
    time.move(life - earlyMs);
    expect(await two?.get()).toBe('key-2');
  });
});

test.each(['', 'null', '{}', '{"value":1,"expiresAt":"x","renewAt":0}', '{"value":'])(
  'what does not read as a token in the shared store is not used: %j',
  async (stored) => {
    await using server = await upstream(keys);
    const time = clock();
    const shared = memoryStore(time.now);
    await shared.set('token:cso:me', stored, minute);
    expect(await tokenOf(server, time, shared).get()).toBe('key-1');
  },
);
