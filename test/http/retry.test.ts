import { expect, test } from 'vitest';
import { retry } from '../../src/http/retry.ts';
import { timeout } from '../../src/http/timeout.ts';
import { clock } from './clock.ts';
import { closedPort, failure, get, json, post, upstream } from './server.ts';
import { createTransport } from '../../src/http/transport.ts';

test('a passing failure is not seen by the caller', async () => {
  const time = clock();
  await using server = await upstream((response, _seen, count) => json(response, count, count < 3 ? 503 : 200));
  const call = retry({ ...time, random: () => 1 })(server.transport().json);
  expect((await call(get('/'))).body).toBe(3);
  expect(time.slept).toEqual([200, 400]);
});

test('three attempts are all', async () => {
  await using server = await upstream((response, _seen, count) => json(response, count, 500));
  const error = await failure(retry(clock())(server.transport().json)(get('/')));
  expect(error).toMatchObject({ name: 'StatusError', body: 3 });
  expect(server.seen).toHaveLength(3);
});

test('not on POST', async () => {
  await using server = await upstream((response) => json(response, {}, 503));
  await failure(retry(clock())(server.transport().json)(post('/')));
  expect(server.seen).toHaveLength(1);
});

test('on a POST that says it may be repeated', async () => {
  await using server = await upstream((response, _seen, count) => json(response, {}, count === 1 ? 503 : 200));
  await retry(clock())(server.transport().json)(post('/', { repeatable: true }));
  expect(server.seen.map(({ method, body }) => method + body)).toEqual(['POST{}', 'POST{}']);
});

test('not on a POST whose connection broke', async () => {
  await using server = await upstream((response) => {
    response.destroy();
  });
  expect(await failure(retry(clock())(server.transport().json)(post('/')))).toMatchObject({ sent: true });
  expect(server.seen).toHaveLength(1);
});

test('on a POST that found no connection', async () => {
  const time = clock();
  const transport = createTransport({ baseUrl: `http://127.0.0.1:${await closedPort()}`, userAgent: 'test' });
  expect(await failure(retry(time)(transport.json)(post('/')))).toMatchObject({ name: 'ConnectionError', sent: false });
  expect(time.slept).toHaveLength(2);
  await transport.close();
});

test('not on a refusal that will stay', async () => {
  await using server = await upstream((response) => json(response, {}, 404));
  await failure(retry(clock())(server.transport().json)(get('/')));
  expect(server.seen).toHaveLength(1);
});

test.each([
  ['2', 2000],
  [new Date(1_000_000 + 3000).toUTCString(), 3000],
])('Retry-After is obeyed: %s', async (header, ms) => {
  const time = clock();
  await using server = await upstream((response, _seen, count) =>
    json(response, {}, count === 1 ? 429 : 200, { 'retry-after': header }),
  );
  await retry(time)(server.transport(time).json)(get('/'));
  expect(time.slept).toEqual([ms]);
});

test('a Retry-After past the deadline is told instead of waited for', async () => {
  const time = clock();
  await using server = await upstream((response) => json(response, {}, 429, { 'retry-after': '9' }));
  const call = retry(time)(server.transport().json);
  expect(await failure(call(get('/', { deadline: time.now() + 8000 })))).toMatchObject({ status: 429, retryAfterSeconds: 9 });
  expect(time.slept).toEqual([]);
});

test('each attempt has its own time', async () => {
  await using server = await upstream((response, _seen, count) => {
    if (count === 2) json(response, 'second');
  });
  const call = retry(clock())(timeout({ ms: 40 })(server.transport().json));
  expect((await call(get('/'))).body).toBe('second');
});

test('a caller that leaves during the wait ends it', async () => {
  const controller = new AbortController();
  await using server = await upstream((response) => json(response, {}, 503, { 'retry-after': '20' }));
  const call = failure(retry()(server.transport().json)(get('/', { signal: controller.signal })));
  setTimeout(() => controller.abort(), 20);
  expect(await call).toMatchObject({ name: 'AbortedError', sent: true });
  expect(server.seen).toHaveLength(1);
});
