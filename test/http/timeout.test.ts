import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { timeout } from '../../src/http/timeout.ts';
import { failure, get, json, post, timers, until, upstream } from './server.ts';

test('an answer in time passes, and no timer outlives it', async () => {
  await using server = await upstream((response) => json(response, 1));
  const call = timeout({ ms: 600_000 })(server.transport().json);
  await call(get('/'));
  const before = timers();
  for (let i = 0; i < 20; i += 1) expect((await call(get('/'))).body).toBe(1);
  expect(timers()).toBeLessThan(before + 10);
});

test('a silent upstream is a timeout that may have been sent, and its socket is closed', async () => {
  await using server = await upstream(() => undefined);
  const call = timeout({ ms: 30 })(server.transport().json);
  expect(await failure(call(post('/a?b=c')))).toMatchObject({
    name: 'TimeoutError',
    sent: true,
    message: 'POST /a: no answer within 30 ms',
  });
  await until(() => server.sockets.size === 0);
});

test('a body that never ends is a timeout too', async () => {
  await using server = await upstream((response) => {
    response.write('[');
  });
  expect(await failure(timeout({ ms: 30 })(server.transport().json)(get('/')))).toMatchObject({ name: 'TimeoutError' });
});

test('an earlier deadline ends the attempt', async () => {
  await using server = await upstream(() => undefined);
  const call = timeout({ ms: 600_000, now: () => 1000 })(server.transport().json);
  expect(await failure(call(get('/', { deadline: 1030 })))).toMatchObject({ message: 'GET /: no answer within 30 ms' });
});

test('a deadline in the past sends nothing', async () => {
  await using server = await upstream((response) => json(response, 1));
  const call = timeout({ ms: 1000, now: () => 1000 })(server.transport().json);
  expect(await failure(call(get('/', { deadline: 1000 })))).toMatchObject({ name: 'TimeoutError', sent: false });
  expect(server.seen).toHaveLength(0);
});

test('a timeout while waiting for a connection was not sent', async () => {
  await using server = await upstream(() => undefined);
  const { json: transport } = server.transport({ connections: 1 });
  const first = failure(timeout({ ms: 60 })(transport)(get('/1')));
  await until(() => server.seen.length === 1);
  expect(await failure(timeout({ ms: 20 })(transport)(post('/2')))).toMatchObject({ name: 'TimeoutError', sent: false });
  await first;
});

test('a caller that leaves is not called a timeout', async () => {
  await using server = await upstream(() => undefined);
  const controller = new AbortController();
  const call = failure(timeout({ ms: 600_000 })(server.transport().json)(get('/', { signal: controller.signal })));
  await until(() => server.seen.length === 1);
  controller.abort();
  expect(await call).toMatchObject({ name: 'AbortedError' });
});

test('a streamed answer has to begin in time, and may go on longer', async () => {
  let end: (() => void) | undefined;
  await using server = await upstream((response) => {
    response.write('a');
    end = () => response.end('b');
  });
  const { body } = await timeout({ ms: 30 })(server.transport().stream)(get('/'));
  setTimeout(() => end?.(), 45);
  expect(await text(body)).toBe('ab');
});

test('waiting for a connection of ours is not charged to the upstream: its time begins when it gets the request', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const answers: (() => void)[] = [];
  await using server = await upstream((response) => {
    answers.push(() => json(response, 1));
  });
  const call = timeout({ ms: 300 })(server.transport({ connections: 1 }).json);
  const first = call(get('/1'));
  await until(() => answers.length === 1);
  const second = call(get('/2'));
  vi.advanceTimersByTime(200);
  answers[0]?.();
  await first;
  await until(() => answers.length === 2);
  vi.advanceTimersByTime(200);
  answers[1]?.();
  expect((await second).body).toBe(1);
});

test('a request that gets a connection when its time is nearly over says nothing of the upstream, one that had its time does', async () => {
  await using server = await upstream(() => undefined);
  const { json: transport } = server.transport();
  expect(await failure(timeout({ ms: 60, now: () => 1000 })(transport)(get('/', { deadline: 1020 })))).toMatchObject({ sent: true, fair: false });
  expect(await failure(timeout({ ms: 60 })(transport)(get('/')))).toMatchObject({ sent: true, fair: true });
});
