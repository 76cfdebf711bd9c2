import { text as read } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { failure, get, json, until, upstream } from './server.ts';

describe('a streamed answer', () => {
  test('is there before its body has ended', async () => {
    let end: (() => void) | undefined;
    await using server = await upstream((response) => {
      response.write('a');
      end = () => response.end('b');
    });
    const answer = await server.transport().stream(get('/'));
    expect(answer.status).toBe(200);
    end?.();
    expect(await read(answer.body)).toBe('ab');
  });

  test('is read whole and byte by byte right through pauses', async () => {
    const size = 8 * 1024 * 1024;
    const bytes = Buffer.alloc(size, 'abcdefghijk');
    await using server = await upstream((response) => {
      response.end(bytes);
    });
    const { body } = await server.transport().stream(get('/'));
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) {
      chunks.push(chunk);
      if (chunks.length % 8 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  test('holds the upstream back while its reader is slow, and goes on when it reads', async () => {
    const total = 64 * 1024 * 1024;
    let written = 0;
    await using server = await upstream((response) => {
      const more = (): void => {
        while (written < total) {
          written += 64 * 1024;
          if (!response.write(Buffer.alloc(64 * 1024))) return;
        }
        response.end();
      };
      response.on('drain', more);
      more();
    });
    const { body } = await server.transport().stream(get('/'));
    let [last, still] = [0, 0];
    await until(() => {
      still = last === written ? still + 1 : 0;
      last = written;
      return still > 2000;
    });
    expect(written).toBeLessThan(total / 2);
    let read = 0;
    for await (const chunk of body) read += chunk.byteLength;
    expect(read).toBe(total);
  });

  test('lets go of the connection when its reader leaves', async () => {
    await using server = await upstream((response) => {
      response.write('a');
    });
    const { body } = await server.transport().stream(get('/'));
    for await (const _chunk of body) break;
    await until(() => server.sockets.size === 0);
    expect(server.seen).toHaveLength(1);
  });

  test('ends with an error when it is cut off', async () => {
    await using server = await upstream((response) => {
      response.writeHead(200, { 'content-length': 100 }).write('abc');
      setImmediate(() => response.destroy());
    });
    const { body } = await server.transport().stream(get('/'));
    expect(await failure(read(body))).toMatchObject({ name: 'BodyError', kind: 'truncated' });
  });

  test('ends with an error past its bound', async () => {
    await using server = await upstream((response) => {
      response.end('x'.repeat(100_000));
    });
    const { body } = await server.transport({ maxStreamBytes: 50_000 }).stream(get('/'));
    expect(await failure(read(body))).toMatchObject({ name: 'BodyError', kind: 'too-large' });
  });

  test('ends with an error when its caller leaves', async () => {
    await using server = await upstream((response) => {
      response.write('a');
    });
    const controller = new AbortController();
    const { body } = await server.transport().stream(get('/', { signal: controller.signal }));
    const reading = failure(read(body));
    controller.abort();
    expect(await reading).toMatchObject({ name: 'AbortedError' });
    await until(() => server.sockets.size === 0);
  });

  test('that is a refusal is an error with its JSON', async () => {
    await using server = await upstream((response) => json(response, { message: 'no' }, 404));
    expect(await failure(server.transport().stream(get('/')))).toMatchObject({ status: 404, body: { message: 'no' } });
  });
});
