import { describe, expect, test } from 'vitest';
import { coalesce } from '../../src/http/coalesce.ts';
import { timeout } from '../../src/http/timeout.ts';
import { failure, get, json, timers, until, upstream, watchedSignal, type Respond } from './server.ts';

/** Answers with the number of the request, once let. */
function gate(): { readonly respond: Respond; open(): void } {
  const waiting: (() => void)[] = [];
  return {
    respond: (response, _seen, count) => {
      waiting.push(() => json(response, count));
    },
    open() {
      for (const answer of waiting.splice(0)) answer();
    },
  };
}

describe('calls with the same key', () => {
  test('two hundred at once are one, and all get its answer', async () => {
    const door = gate();
    await using server = await upstream(door.respond);
    const call = coalesce()(server.transport().json);
    const calls = Array.from({ length: 200 }, () => call(get('/a', { key: 'me:/a' })));
    await until(() => server.seen.length === 1);
    door.open();
    const bodies = (await Promise.all(calls)).map(({ body }) => body);
    expect(bodies).toEqual(Array(200).fill(1));
    expect(server.seen).toHaveLength(1);
  });

  test('one after the other are two', async () => {
    await using server = await upstream((response, _seen, count) => json(response, count));
    const call = coalesce()(server.transport().json);
    expect((await call(get('/a', { key: 'a' }))).body).toBe(1);
    expect((await call(get('/a', { key: 'a' }))).body).toBe(2);
  });

  test('share an error, and only while it is under way', async () => {
    await using server = await upstream((response, _seen, count) => json(response, count, count === 1 ? 500 : 200));
    const call = coalesce()(server.transport().json);
    const [first, second] = await Promise.all([failure(call(get('/', { key: 'a' }))), failure(call(get('/', { key: 'a' })))]);
    expect(first).toMatchObject({ status: 500 });
    expect(second).toBe(first);
    expect((await call(get('/', { key: 'a' }))).body).toBe(2);
  });
});

describe('calls that are never one', () => {
  test('other keys', async () => {
    await using server = await upstream((response) => json(response, {}));
    const call = coalesce()(server.transport().json);
    await Promise.all([call(get('/a', { key: 'me:/a' })), call(get('/a', { key: 'you:/a' }))]);
    expect(server.seen).toHaveLength(2);
  });

  test('no key', async () => {
    await using server = await upstream((response) => json(response, {}));
    const call = coalesce()(server.transport().json);
    await Promise.all([call(get('/a')), call(get('/a'))]);
    expect(server.seen).toHaveLength(2);
  });

  test('two clients', async () => {
    await using server = await upstream((response) => json(response, {}));
    const wrap = coalesce();
    const { json: transport } = server.transport();
    await Promise.all([wrap(transport)(get('/a', { key: 'a' })), wrap(transport)(get('/a', { key: 'a' }))]);
    expect(server.seen).toHaveLength(2);
  });
});

describe('a caller that leaves', () => {
  test('first does not take the others with it', async () => {
    const door = gate();
    await using server = await upstream(door.respond);
    const call = coalesce()(server.transport().json);
    const controller = new AbortController();
    const leader = failure(call(get('/', { key: 'a', signal: controller.signal })));
    const follower = call(get('/', { key: 'a' }));
    await until(() => server.seen.length === 1);
    controller.abort();
    expect(await leader).toMatchObject({ name: 'AbortedError' });
    door.open();
    expect((await follower).body).toBe(1);
    expect(server.seen).toHaveLength(1);
  });

  test('last is gone for good: who comes in the same moment begins anew', async () => {
    await using server = await upstream((response, _seen, count) => {
      if (count > 1) json(response, count);
    });
    const { json: transport } = server.transport();
    const slowToNotice: typeof transport = async (request) => {
      try {
        return await transport(request);
      } catch (error) {
        await new Promise((resolve) => setImmediate(resolve));
        throw error;
      }
    };
    const call = coalesce()(slowToNotice);
    const controller = new AbortController();
    const leaving = failure(call(get('/', { key: 'a', signal: controller.signal })));
    await until(() => server.seen.length === 1);
    controller.abort();
    await leaving;
    expect((await call(get('/', { key: 'a' }))).body).toBe(2);
  });

  test('last ends the upstream call, and who comes next begins anew', async () => {
    const door = gate();
    await using server = await upstream(door.respond);
    const call = coalesce()(server.transport().json);
    const controllers = [new AbortController(), new AbortController()];
    const calls = controllers.map(({ signal }) => failure(call(get('/', { key: 'a', signal }))));
    await until(() => server.seen.length === 1);
    for (const controller of controllers) controller.abort();
    await Promise.all(calls);
    await until(() => server.sockets.size === 0);
    const next = call(get('/', { key: 'a' }));
    await until(() => server.seen.length === 2);
    door.open();
    expect((await next).body).toBe(2);
  });

  test('before it began joins nothing', async () => {
    await using server = await upstream((response) => json(response, {}));
    const call = coalesce()(server.transport().json);
    expect(await failure(call(get('/', { key: 'a', signal: AbortSignal.abort() })))).toMatchObject({ name: 'AbortedError' });
    expect((await call(get('/', { key: 'a' }))).status).toBe(200);
  });

  test('leaves no timer behind', async () => {
    await using server = await upstream((response) => json(response, {}));
    const call = coalesce()(server.transport().json);
    await call(get('/', { key: 'a' }));
    const before = timers();
    for (let i = 0; i < 20; i += 1) await call(get('/', { key: 'a', deadline: Date.now() + 600_000 }));
    expect(timers()).toBeLessThan(before + 10);
  });

  test('leaves no listener behind', async () => {
    await using server = await upstream((response) => json(response, {}));
    const call = coalesce()(server.transport().json);
    const { signal, listeners } = watchedSignal();
    for (let i = 0; i < 5; i += 1) await call(get('/', { key: 'a', signal }));
    expect(listeners()).toBe(0);
  });
});

describe('deadlines', () => {
  test('a follower with less time than the leader gives up at its own', async () => {
    const door = gate();
    await using server = await upstream(door.respond);
    const call = coalesce()(server.transport().json);
    const leader = call(get('/', { key: 'a', deadline: Date.now() + 60_000 }));
    const error = await failure(call(get('/', { key: 'a', deadline: Date.now() + 20 })));
    expect(error).toMatchObject({ name: 'TimeoutError' });
    door.open();
    expect((await leader).body).toBe(1);
  });

  test('one that is further away than a timer can count is far away', async () => {
    await using server = await upstream((response) => json(response, 'in time'));
    const call = coalesce()(server.transport().json);
    expect((await call(get('/', { key: 'a', deadline: Date.now() + 2 ** 40 }))).body).toBe('in time');
  });

  test('a follower with more time than the leader does not fail for the leader', async () => {
    const door = gate();
    await using server = await upstream(door.respond);
    const call = coalesce()(timeout({ ms: 60_000 })(server.transport().json));
    const leader = failure(call(get('/', { key: 'a', deadline: Date.now() + 30 })));
    const follower = call(get('/', { key: 'a', deadline: Date.now() + 60_000 }));
    expect(await leader).toMatchObject({ name: 'TimeoutError' });
    await until(() => server.seen.length === 2);
    door.open();
    expect((await follower).body).toBe(2);
  });
});
