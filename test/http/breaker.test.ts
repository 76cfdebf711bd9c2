import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { breaker } from '../../src/http/breaker.ts';
import type { Call } from '../../src/http/call.ts';
import { retry } from '../../src/http/retry.ts';
import { timeout } from '../../src/http/timeout.ts';
import { failure, get, json, until, upstream, type Upstream } from './server.ts';

// The breaker's clock is the machine's: it is moved, everything else is real.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const options = { threshold: 3, halfOpenAfterMs: 10_000 };

async function fail(call: Call<unknown>, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await failure(call(get('/')));
}

/** Answers with the status that stands, and can be changed. */
function moody(): { status: number; start(): Promise<Upstream> } {
  const mood = {
    status: 500,
    start: () => upstream((response) => json(response, {}, mood.status)),
  };
  return mood;
}

test('after so many failures in a row the upstream is left alone, and the caller told for how long', async () => {
  await using server = await moody().start();
  const guard = breaker(options);
  const call = guard(server.transport().json);
  await fail(call, 2);
  expect(guard.isHealthy()).toBe(true);
  await fail(call, 1);
  expect(guard.isHealthy()).toBe(false);
  vi.setSystemTime(Date.now() + 4000);
  const refusal = await failure(call(get('/a?b=c')));
  expect(refusal).toMatchObject({ name: 'CircuitOpenError', sent: false, retryAfterSeconds: 6, cause: { status: 500 } });
  expect(server.seen).toHaveLength(3);
});

test('a success in between starts the count again', async () => {
  const mood = moody();
  await using server = await mood.start();
  const guard = breaker(options);
  const call = guard(server.transport().json);
  await fail(call, 2);
  mood.status = 200;
  await call(get('/'));
  mood.status = 500;
  await fail(call, 2);
  expect(guard.isHealthy()).toBe(true);
});

describe('what counts', () => {
  test('a 4xx is a sign of life', async () => {
    const mood = moody();
    await using server = await mood.start();
    const guard = breaker(options);
    const call = guard(server.transport().json);
    await fail(call, 2);
    mood.status = 404;
    expect(await failure(call(get('/')))).toMatchObject({ status: 404 });
    mood.status = 500;
    await fail(call, 2);
    expect(guard.isHealthy()).toBe(true);
  });

  test.each([400, 401, 404, 429])('%i does not open it', async (status) => {
    const mood = moody();
    mood.status = status;
    await using server = await mood.start();
    const guard = breaker(options);
    await fail(guard(server.transport().json), 10);
    expect(guard.isHealthy()).toBe(true);
    expect(server.seen).toHaveLength(10);
  });

  test('a broken connection, a body that cannot be read, and silence open it', async () => {
    await using server = await upstream((response, _seen, count) => {
      if (count === 1) response.destroy();
      if (count === 2) response.end('<html>');
    });
    const guard = breaker(options);
    await fail(guard(timeout({ ms: 30 })(server.transport().json)), 3);
    expect(guard.isHealthy()).toBe(false);
  });

  test('waiting for a connection of ours does not, nor a deadline that is over or nearly so: one caller does not close it to all', async () => {
    await using server = await upstream(() => undefined);
    const guard = breaker(options);
    const transport = server.transport({ connections: 1 }).json;
    const hold = new AbortController();
    const holding = failure(transport(get('/holding', { signal: hold.signal })));
    await until(() => server.seen.length === 1);
    const waiting = guard(timeout({ ms: 30 })(transport));
    expect(await Promise.all(Array.from({ length: 10 }, () => failure(waiting(get('/'))))).then((errors) => errors[0])).toMatchObject({ sent: false });
    const over = guard(timeout({ ms: 30, now: () => 1000 })(transport));
    for (let i = 0; i < 5; i += 1) expect(await failure(over(get('/', { deadline: 999 })))).toMatchObject({ sent: false });
    hold.abort();
    await holding;
    const late = guard(timeout({ ms: 60_000, now: () => 1000 })(transport));
    for (let i = 0; i < 5; i += 1) expect(await failure(late(get('/', { deadline: 1200 })))).toMatchObject({ name: 'TimeoutError', sent: true });
    expect(guard.isHealthy()).toBe(true);
  });

  test('a silence counts though a second attempt had no time left', async () => {
    await using server = await upstream(() => undefined);
    let now = 1000;
    const guard = breaker(options);
    const once = timeout({ ms: 40, now: () => now });
    const call = guard(retry({ now: () => now, sleep: async () => void (now += 35), random: () => 0 })(once(server.transport().json)));
    for (let i = 0; i < 3; i += 1) expect(await failure(call(get('/', { deadline: now + 40 })))).toMatchObject({ name: 'TimeoutError', fair: true });
    expect(guard.isHealthy()).toBe(false);
    expect(server.seen).toHaveLength(6);
  });

  test('a caller that leaves does not', async () => {
    await using server = await upstream(() => undefined);
    const guard = breaker(options);
    const call = guard(server.transport().json);
    for (let i = 0; i < 5; i += 1) {
      const controller = new AbortController();
      const left = failure(call(get('/', { signal: controller.signal })));
      controller.abort();
      await left;
    }
    expect(guard.isHealthy()).toBe(true);
  });
});

describe('after its time', () => {
  test('one call tries the upstream, and its success closes the circuit', async () => {
    const mood = moody();
    await using server = await mood.start();
    const guard = breaker(options);
    const call = guard(server.transport().json);
    await fail(call, 3);
    mood.status = 200;
    vi.setSystemTime(Date.now() + 10_000);
    await call(get('/'));
    expect(guard.isHealthy()).toBe(true);
    await call(get('/'));
    expect(server.seen).toHaveLength(5);
  });

  test('its failure keeps it open for as long again', async () => {
    await using server = await moody().start();
    const call = breaker(options)(server.transport().json);
    await fail(call, 3);
    vi.setSystemTime(Date.now() + 10_000);
    expect(await failure(call(get('/')))).toMatchObject({ status: 500 });
    expect(await failure(call(get('/')))).toMatchObject({ name: 'CircuitOpenError', retryAfterSeconds: 10 });
    expect(server.seen).toHaveLength(4);
  });

  test('a trial whose caller left proves nothing, and the next call is one', async () => {
    await using server = await upstream((response, _seen, count) => {
      if (count <= 3) json(response, {}, 500);
      if (count > 4) json(response, {});
    });
    const guard = breaker(options);
    const call = guard(server.transport().json);
    await fail(call, 3);
    vi.setSystemTime(Date.now() + 10_000);
    const controller = new AbortController();
    const trial = failure(call(get('/', { signal: controller.signal })));
    await until(() => server.seen.length === 4);
    controller.abort();
    await trial;
    expect(guard.isHealthy()).toBe(false);
    await call(get('/'));
    expect(guard.isHealthy()).toBe(true);
  });

  test('the others wait for the trial, and a caller that leaves does not', async () => {
    let answer: (() => void) | undefined;
    await using server = await upstream((response, _seen, count) => {
      if (count <= 3) json(response, {}, 500);
      else if (count === 4) answer = () => json(response, {});
      else json(response, {});
    });
    const call = breaker(options)(server.transport().json);
    await fail(call, 3);
    vi.setSystemTime(Date.now() + 10_000);
    const trial = call(get('/trial'));
    await until(() => server.seen.length === 4);
    const waiting = call(get('/waiting'));
    const controller = new AbortController();
    const leaving = failure(call(get('/leaving', { signal: controller.signal })));
    controller.abort();
    expect(await leaving).toMatchObject({ name: 'AbortedError' });
    expect(server.seen).toHaveLength(4);
    answer?.();
    await Promise.all([trial, waiting]);
    await until(() => server.seen.length >= 5);
    expect(server.seen.map(({ url }) => url)).not.toContain('/leaving');
  });

  test('the others wait no longer than a moment: a silent upstream holds one caller, and what was given up is not sent', async () => {
    let answer: (() => void) | undefined;
    await using server = await upstream((response, _seen, count) => {
      if (count <= 3) json(response, {}, 500);
      else if (count === 4) answer = () => json(response, {});
      else json(response, {});
    });
    const call = breaker({ ...options, trialWaitMs: 30 })(server.transport().json);
    await fail(call, 3);
    vi.setSystemTime(Date.now() + 10_000);
    const trial = call(get('/trial'));
    expect(await failure(call(get('/waiting')))).toMatchObject({ name: 'CircuitOpenError', sent: false, retryAfterSeconds: 1 });
    answer?.();
    await trial;
    await call(get('/after'));
    expect(server.seen.slice(3).map(({ url }) => url)).toEqual(['/trial', '/after']);
  });

  test('an upstream that is well again is used within three seconds, however long it failed', async () => {
    const mood = moody();
    await using server = await mood.start();
    const call = breaker({ threshold: 3 })(server.transport().json);
    await fail(call, 3);
    for (let i = 0; i < 10; i += 1) {
      vi.setSystemTime(Date.now() + 3000);
      await fail(call, 1);
    }
    mood.status = 200;
    vi.setSystemTime(Date.now() + 3000);
    await call(get('/'));
    expect(server.seen).toHaveLength(14);
  });
});
