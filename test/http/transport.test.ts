import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { AbortedError, ConnectionError, StatusError, TimeoutError } from '../../src/http/errors.ts';
import { createTransport } from '../../src/http/transport.ts';
import { closedPort, failure, get, json, post, tcpPeer, until, upstream, watchedSignal } from './server.ts';

describe('a request', () => {
  test('goes out with its method, path, query, headers and body, and no compression is asked for', async () => {
    await using server = await upstream((response) => json(response, {}));
    const { json: call } = server.transport({ baseUrl: `${server.url}/v1/JobAPI` });
    await call(post('/getJobs.json?a=1&a=2', { body: '{"é":1}', headers: { 'X-IBM-Client-Id': 'abc', Accept: 'text/plain' } }));
    expect(server.seen).toEqual([
      expect.objectContaining({ method: 'POST', url: '/v1/JobAPI/getJobs.json?a=1&a=2', body: '{"é":1}' }),
    ]);
    expect(server.seen[0]?.headers).toMatchObject({
      'x-ibm-client-id': 'abc',
      accept: 'text/plain',
      'accept-encoding': 'identity',
      'content-type': 'application/json',
      'content-length': '8',
      'user-agent': 'test',
    });
  });

  test('without a body has no content type', async () => {
    await using server = await upstream((response) => json(response, {}));
    await server.transport().json(get('/'));
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
  });

  test('with a header that would begin another is refused as a mistake, and not sent', async () => {
    await using server = await upstream((response) => json(response, {}));
    const error = await failure(server.transport().json(get('/', { headers: { authorization: 'a\r\nx: s3cret' } })));
    expect(error).toBeInstanceOf(TypeError);
    expect(server.seen).toHaveLength(0);
  });

  test('reuses the connection of the one before', async () => {
    await using server = await upstream((response) => json(response, {}));
    const { json: call } = server.transport({ connections: 1 });
    for (let i = 0; i < 5; i += 1) await call(get('/'));
    expect(server.accepted()).toBe(1);
  });

  test('waits for one of the connections when all are taken', async () => {
    const open: (() => void)[] = [];
    await using server = await upstream((response) => {
      open.push(() => json(response, {}));
    });
    const { json: call } = server.transport({ connections: 2 });
    const calls = [call(get('/1')), call(get('/2')), call(get('/3'))];
    await until(() => open.length === 2);
    expect(server.accepted()).toBe(2);
    open[0]?.();
    await until(() => open.length === 3);
    for (const answer of open.slice(1)) answer();
    await Promise.all(calls);
    expect(server.accepted()).toBe(2);
  });
});

describe('an answer', () => {
  test('has the status, the headers, the parsed body and the time it was read', async () => {
    await using server = await upstream((response) => {
      response.setHeader('x-a', ['1', '2']);
      json(response, { naam: 'José' }, 201);
    });
    const answer = await server.transport({ now: () => 42 }).json(get('/'));
    expect(answer).toMatchObject({ status: 201, body: { naam: 'José' }, fetchedAt: 42, stale: false });
    expect(answer.headers['x-a']).toBe('1, 2');
  });

  test.each([204, 200])('without a body is null (%i)', async (status) => {
    await using server = await upstream((response) => {
      response.writeHead(status).end();
    });
    expect((await server.transport().json(get('/'))).body).toBeNull();
  });

  test('may begin with a byte order mark', async () => {
    await using server = await upstream((response) => {
      response.end('\uFEFF{"a":1}');
    });
    expect((await server.transport().json(get('/'))).body).toEqual({ a: 1 });
  });

  test('is read whole when a character is cut between two packets', async () => {
    await using server = await upstream(async (response) => {
      const bytes = Buffer.from('"é"');
      response.write(bytes.subarray(0, 2));
      await new Promise((resolve) => setImmediate(resolve));
      response.end(bytes.subarray(2));
    });
    expect((await server.transport().json(get('/'))).body).toBe('é');
  });

  test.each(['<html><body>Gateway</body></html>', '{"a":', 'niet gevonden', "{'a':1}"])(
    'that is not JSON is refused without quoting it: %s',
    async (text) => {
      await using server = await upstream((response) => {
        response.end(text);
      });
      const error = await failure(server.transport().json(get('/')));
      expect(error).toMatchObject({ name: 'BodyError', kind: 'not-json', sent: true });
      expect(inspect(error, { depth: 9 })).not.toContain(text);
    },
  );

  test('larger than the bound is broken off, also without a length', async () => {
    let stopped = false;
    await using server = await upstream((response) => {
      response.on('close', () => {
        stopped = true;
      });
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      };
      response.on('drain', more);
      more();
    });
    const error = await failure(server.transport({ maxBodyBytes: 200_000 }).json(get('/')));
    expect(error).toMatchObject({ name: 'BodyError', kind: 'too-large' });
    await until(() => stopped);
  });

  test('of exactly the bound is taken', async () => {
    await using server = await upstream((response) => {
      response.end('"123"');
    });
    expect((await server.transport({ maxBodyBytes: 5 }).json(get('/'))).body).toBe('123');
    expect(await failure(server.transport({ maxBodyBytes: 4 }).json(get('/')))).toMatchObject({ kind: 'too-large' });
  });

  test('cut off before its length is truncated', async () => {
    await using server = await upstream((response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"a":1}');
      setImmediate(() => response.destroy());
    });
    expect(await failure(server.transport().json(get('/')))).toMatchObject({ name: 'BodyError', kind: 'truncated', sent: true });
  });

  test('reset in the middle is truncated', async () => {
    await using server = await upstream((response) => {
      response.write('[1,');
      setImmediate(() => response.socket?.resetAndDestroy());
    });
    expect(await failure(server.transport().json(get('/')))).toMatchObject({ name: 'BodyError', kind: 'truncated' });
  });
});

describe('a refusal', () => {
  test.each([400, 401, 403, 404, 429, 500, 502, 503])('%i is a status error with its JSON', async (status) => {
    await using server = await upstream((response) => json(response, { errors: ['x'] }, status, { 'x-request-id': '7' }));
    const error = await failure(server.transport().json(get('/a?b=c')));
    expect(error).toBeInstanceOf(StatusError);
    expect(error).toMatchObject({ status, sent: true, body: { errors: ['x'] }, message: `GET /a: answered ${status}` });
    expect((error as StatusError).headers['x-request-id']).toBe('7');
  });

  test('in HTML has no body', async () => {
    await using server = await upstream((response) => {
      response.writeHead(502).end('<html>');
    });
    expect(await failure(server.transport().json(get('/')))).toMatchObject({ status: 502, body: null });
  });

  test.each([
    ['7', 7],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30],
  ])('carries the seconds of Retry-After: %s', async (header, seconds) => {
    await using server = await upstream((response) => json(response, {}, 429, { 'retry-after': header }));
    const at = Date.parse('2026-11-21T10:00:00Z');
    expect(await failure(server.transport({ now: () => at }).json(get('/')))).toMatchObject({ retryAfterSeconds: seconds });
  });

  test('a redirect is one, and is not followed', async () => {
    await using other = await upstream((response) => json(response, {}));
    await using server = await upstream((response) => {
      response.writeHead(302, { location: `${other.url}/steal` }).end();
    });
    expect(await failure(server.transport().json(get('/', { headers: { authorization: 'Bearer x' } })))).toMatchObject({
      status: 302,
    });
    expect(other.seen).toHaveLength(0);
  });

  test('stands when its body never ends', async () => {
    await using server = await upstream((response) => {
      response.writeHead(500, { 'content-length': 100 }).write('{');
      setImmediate(() => response.destroy());
    });
    expect(await failure(server.transport().json(get('/')))).toMatchObject({ status: 500, body: null });
  });

  test('with an endless body is broken off and stands', async () => {
    await using server = await upstream((response) => {
      response.writeHead(500);
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      };
      response.on('drain', more);
      more();
    });
    expect(await failure(server.transport().json(get('/')))).toMatchObject({ status: 500, body: null });
  });
});

describe('a connection', () => {
  test('that is refused was not used', async () => {
    const transport = createTransport({ baseUrl: `http://127.0.0.1:${await closedPort()}`, userAgent: 'test' });
    const error = await failure(transport.json(post('/')));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ sent: false });
    await transport.close();
  });

  test('that breaks before the answer may have been used', async () => {
    await using server = await upstream((response) => {
      response.destroy();
    });
    expect(await failure(server.transport().json(post('/')))).toMatchObject({ name: 'ConnectionError', sent: true });
  });

  test('that speaks no HTTP is lost', async () => {
    await using peer = await tcpPeer((socket) => {
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n'));
    });
    const transport = createTransport({ baseUrl: `http://127.0.0.1:${peer.port}`, userAgent: 'test' });
    expect(await failure(transport.json(get('/')))).toMatchObject({ name: 'ConnectionError', sent: true });
    await transport.close();
  });

  test('that falls silent is given up', async () => {
    await using server = await upstream((response) => {
      response.flushHeaders();
    });
    const error = await failure(server.transport({ idleTimeoutMs: 30 }).json(get('/')));
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test('of a closed transport is refused, and what runs is broken off', async () => {
    await using server = await upstream(() => undefined);
    const transport = server.transport();
    const running = failure(transport.json(get('/1')));
    await until(() => server.seen.length === 1);
    await transport.close();
    expect(await running).toMatchObject({ name: 'ConnectionError', sent: true });
    expect(await failure(transport.json(get('/2')))).toMatchObject({ name: 'ConnectionError', sent: false });
  });
});

describe('a caller that leaves', () => {
  test('before the call sends nothing', async () => {
    await using server = await upstream((response) => json(response, {}));
    const error = await failure(server.transport().json(get('/', { signal: AbortSignal.abort('gone') })));
    expect(error).toMatchObject({ name: 'AbortedError', sent: false, cause: 'gone' });
    expect(server.seen).toHaveLength(0);
  });

  test('while waiting for a connection sends nothing, and the ones behind still get theirs', async () => {
    const held: (() => void)[] = [];
    await using server = await upstream((response, { url }) => {
      if (url === '/1') held.push(() => json(response, 1));
      else json(response, url);
    });
    const { json: call } = server.transport({ connections: 1 });
    const first = call(get('/1'));
    await until(() => held.length === 1);
    const controller = new AbortController();
    const second = failure(call(get('/2', { signal: controller.signal })));
    const third = call(get('/3'));
    controller.abort();
    expect(await second).toMatchObject({ name: 'AbortedError', sent: false });
    held[0]?.();
    await first;
    expect((await third).body).toBe('/3');
    expect(server.seen.map(({ url }) => url)).toEqual(['/1', '/3']);
  });

  test('while the upstream works closes the socket', async () => {
    await using server = await upstream(() => undefined);
    const controller = new AbortController();
    const call = failure(server.transport().json(post('/', { signal: controller.signal })));
    await until(() => server.seen.length === 1);
    controller.abort();
    expect(await call).toBeInstanceOf(AbortedError);
    expect(await call).toMatchObject({ sent: true });
    await until(() => server.sockets.size === 0);
  });

  test('in the middle of the body closes the socket', async () => {
    await using server = await upstream((response) => {
      response.write('[1,');
    });
    const controller = new AbortController();
    const call = failure(server.transport().json(get('/', { signal: controller.signal })));
    await until(() => server.seen.length === 1);
    setImmediate(() => controller.abort());
    expect(await call).toMatchObject({ name: 'AbortedError', sent: true });
    await until(() => server.sockets.size === 0);
  });

  test('leaves no listener behind', async () => {
    await using server = await upstream((response, { url }) => json(response, {}, url === '/no' ? 404 : 200));
    const { json: call } = server.transport();
    const { signal, listeners } = watchedSignal();
    await call(get('/', { signal }));
    await failure(call(get('/no', { signal })));
    expect(listeners()).toBe(0);
  });

  test('after the answer changes nothing, and the connection stays', async () => {
    await using server = await upstream((response) => json(response, 1));
    const controller = new AbortController();
    const { json: call } = server.transport({ connections: 1 });
    await call(get('/', { signal: controller.signal }));
    controller.abort();
    expect((await call(get('/'))).body).toBe(1);
    expect(server.accepted()).toBe(1);
  });
});
