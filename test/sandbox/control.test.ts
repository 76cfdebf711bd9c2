import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../sandbox/arguments.ts';
import { type ControlPort, startControl } from '../../sandbox/control.ts';
import { MovableClock } from '../../sandbox/kit/clock.ts';
import { RunningUpstream, type UpstreamDefinition } from '../../sandbox/kit/upstream.ts';

const clock = new MovableClock();
const definition: UpstreamDefinition = {
  name: 'echo',
  basePath: '/echo/',
  switches: { limit: 5, mode: 'plain', strict: true },
  choices: { mode: ['plain', 'loud'] },
  actions: { say: async (body) => ({ said: body }) },
  handle: ({ method, path }) => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: `${method} ${path}` }),
};
const echo = new RunningUpstream(definition, clock);
const other = new RunningUpstream({ ...definition, name: 'other', switches: {} }, clock);
const upstreams = { echo, other };
let control: ControlPort;

beforeAll(async () => {
  await Promise.all([echo.start(), other.start()]);
  control = await startControl({ clock, upstreams, reset }, 0);
});
afterEach(reset);
afterAll(() => Promise.all([control.stop(), echo.stop(), other.stop()]));

function reset(): void {
  clock.reset();
  for (const upstream of [echo, other]) upstream.reset();
}

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(new URL(path, control.baseUrl), { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, body: parsed };
}

/** What the upstream answers, or null where it does not. */
async function ask(): Promise<string | null> {
  try {
    const answer = await fetch(`${echo.baseUrl}hello`);
    return `${answer.status} ${await answer.text()}`;
  } catch {
    return null;
  }
}

describe('the index', () => {
  it('names every upstream with its base URL, whether it runs, and its switches', async () => {
    expect(await call('GET', '/')).toEqual({
      status: 200,
      body: {
        echo: { baseUrl: echo.baseUrl, running: true, switches: { limit: 5, mode: 'plain', strict: true } },
        other: { baseUrl: other.baseUrl, running: true, switches: {} },
      },
    });
  });
});

describe('the request log', () => {
  it('holds each request with its answer’s status until it is deleted', async () => {
    await fetch(`${echo.baseUrl}hello?a=b`, { method: 'POST', body: 'text' });
    expect((await call('GET', '/echo/requests')).body).toEqual([expect.objectContaining({ method: 'POST', path: '/echo/hello', query: 'a=b', body: 'text', status: 200 })]);
    expect((await call('GET', '/other/requests')).body).toEqual([]);
    expect((await call('DELETE', '/echo/requests')).status).toBe(204);
    expect((await call('GET', '/echo/requests')).body).toEqual([]);
  });
});

describe('faults', () => {
  it('strike as often as they say', async () => {
    expect((await call('POST', '/echo/faults', { kind: 'status', status: 503, body: 'down', times: 2 })).body).toEqual([{ kind: 'status', status: 503, body: 'down', times: 2 }]);
    expect(await ask()).toBe('503 down');
    expect((await call('GET', '/echo/faults')).body).toEqual([{ kind: 'status', status: 503, body: 'down', times: 1 }]);
    expect(await ask()).toBe('503 down');
    expect(await ask()).toBe('200 GET /echo/hello');
    expect((await call('GET', '/echo/faults')).body).toEqual([]);
  });

  it('are set several at a time and strike their method and path only', async () => {
    const faults = [{ kind: 'reset', method: 'post' }, { kind: 'html', path: 'goodbye$', headers: { 'x-proxy': 'yes' } }, { kind: 'empty', path: '^/echo/hello$', when: 'after' }];
    expect((await call('POST', '/echo/faults', faults)).status).toBe(200);
    expect(await ask()).toBe('200 ');
    const answer = await fetch(`${echo.baseUrl}goodbye`);
    expect([answer.headers.get('x-proxy'), await answer.text()]).toEqual(['yes', expect.stringContaining('<html>')]);
    await expect(fetch(`${echo.baseUrl}goodbye`, { method: 'POST' })).rejects.toThrow('fetch failed');
  });

  it('are forgotten on DELETE', async () => {
    await call('POST', '/echo/faults', { kind: 'status' });
    expect(await ask()).toMatch(/^500/);
    expect((await call('DELETE', '/echo/faults')).status).toBe(204);
    expect(await ask()).toMatch(/^200/);
  });

  it.each([
    ['kind', {}],
    ['kind', { kind: 'flood' }],
    ['often', { kind: 'reset', often: 1 }],
    ['times', { kind: 'reset', times: 0 }],
    ['times', { kind: 'reset', times: '2' }],
    ['ms', { kind: 'latency', ms: -1 }],
    ['status', { kind: 'status', status: 99 }],
    ['path', { kind: 'reset', path: '(' }],
    ['method', { kind: 'reset', method: 1 }],
    ['headers', { kind: 'html', headers: 'x: y' }],
    ['headers.x', { kind: 'html', headers: { x: 'a\r\nb: c' } }],
    ['when', { kind: 'empty', when: 'later' }],
    ['body', { kind: 'status', body: {} }],
    ['body', [1]],
  ])('refuse a wrong %s', async (field, fault) => {
    expect(await call('POST', '/echo/faults', fault)).toEqual({ status: 400, body: { field, message: expect.stringContaining(field) } });
    expect(echo.faults.list()).toEqual([]);
  });
});

describe('switches', () => {
  it('change one by one', async () => {
    expect(await call('PATCH', '/echo/switches', { limit: 7, mode: 'loud' })).toEqual({ status: 200, body: { limit: 7, mode: 'loud', strict: true } });
    expect(definition.switches).toEqual({ limit: 7, mode: 'loud', strict: true });
  });

  it.each([
    ['speed', { speed: 1 }],
    ['toString', { toString: 'x' }],
    ['limit', { limit: '7' }],
    ['limit', { limit: null }],
    ['mode', { mode: 'silent' }],
    ['strict', { limit: 9, strict: 1 }],
    ['body', [true]],
  ])('refuse a wrong %s, and then change nothing', async (field, change) => {
    expect(await call('PATCH', '/echo/switches', change)).toEqual({ status: 400, body: { field, message: expect.stringContaining(field) } });
    expect(definition.switches).toEqual({ limit: 5, mode: 'plain', strict: true });
  });
});

describe('stopping and starting', () => {
  it('refuses connections to that upstream until it is started again on the same port', async () => {
    const { baseUrl } = echo;
    expect((await call('POST', '/echo/stop')).body).toMatchObject({ running: false });
    expect(await ask()).toBeNull();
    expect((await fetch(`${other.baseUrl}x`)).status).toBe(200);
    expect((await call('POST', '/echo/start')).body).toMatchObject({ running: true, baseUrl });
    expect(await ask()).toMatch(/^200/);
  });
});

describe('what an upstream can be made to do', () => {
  it('is done by its name', async () => {
    expect(await call('POST', '/echo/say', { word: 'hello' })).toEqual({ status: 200, body: { said: { word: 'hello' } } });
    expect((await call('GET', '/echo/say')).status).toBe(405);
  });
});

describe('the clock', () => {
  it('advances and is set', async () => {
    const before = clock.now();
    expect((await call('POST', '/clock', { advanceMs: 3_600_000 })).status).toBe(200);
    expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    expect(clock.now() - before).toBeLessThan(3_660_000);
    expect((await call('POST', '/clock', { set: '2030-01-02T03:04:05.000Z' })).body).toMatchObject({ iso: expect.stringMatching(/^2030-01-02T03:04:0/) });
    await call('POST', '/clock', { set: 1_000_000 });
    expect((await call('GET', '/clock')).body).toMatchObject({ iso: expect.stringMatching(/^1970-01-01T00:16:4/) });
  });

  it.each([
    ['body', {}],
    ['body', { advanceMs: 1, set: 1 }],
    ['hours', { hours: 1 }],
    ['advanceMs', { advanceMs: '1' }],
    ['advanceMs', { advanceMs: 8.6e15 }],
    ['set', { set: 'tomorrow' }],
    ['set', { set: -1 }],
    ['set', { set: null }],
  ])('refuses a wrong %s', async (field, body) => {
    expect(await call('POST', '/clock', body)).toEqual({ status: 400, body: { field, message: expect.stringContaining(field) } });
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5000);
  });
});

describe('reset', () => {
  it('forgets logs, faults, switches and the clock’s offset', async () => {
    await ask();
    await call('POST', '/echo/faults', { kind: 'status' });
    await call('PATCH', '/echo/switches', { limit: 1 });
    await call('POST', '/clock', { advanceMs: 1_000_000_000 });
    expect((await call('POST', '/reset')).status).toBe(204);
    expect([echo.requests.length, echo.faults.list(), definition.switches['limit']]).toEqual([0, [], 5]);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5000);
  });
});

describe('anything else', () => {
  it('is not found, or not allowed', async () => {
    expect((await call('GET', '/echo')).status).toBe(404);
    expect((await call('GET', '/nobody/requests')).body).toEqual({ message: 'nothing at /nobody/requests' });
    expect(await call('PUT', '/echo/faults')).toEqual({ status: 405, body: { message: '/echo/faults takes GET, POST, DELETE' } });
  });

  it('that is no JSON is refused', async () => {
    const answer = await fetch(new URL('/clock', control.baseUrl), { method: 'POST', body: '{' });
    expect(answer.status).toBe(400);
  });
});

describe('the command line', () => {
  it('has defaults and reads its three options', () => {
    expect(readArguments([])).toEqual({ portBase: 4100, seed: 1, scale: 1 });
    expect(readArguments(['--port-base', '5000', '--seed=9', '--scale', '0.5'])).toEqual({ portBase: 5000, seed: 9, scale: 0.5 });
  });

  it.each([
    ['--port-base', ['--port-base', '0']],
    ['--port-base', ['--port-base', '65532']],
    ['--seed', ['--seed', 'x']],
    ['--scale', ['--scale=0']],
    ['--port', ['--port', '1']],
    ['extra', ['extra']],
  ])('refuses a wrong %s', (name, args) => {
    expect(() => readArguments(args)).toThrow(name);
  });
});
