import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTransport } from '../../src/http/transport.ts';
import { certificate, key } from './self-signed.ts';

const open: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function impostor(options: { readonly maxVersion?: 'TLSv1.1' } = {}) {
  const asked: string[] = [];
  const server = createServer({ cert: certificate, key, ...options }, (request, response) => {
    asked.push(String(request.headers.authorization));
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.closeAllConnections(), () => void server.close());
  const transport = createTransport({ baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, userAgent: 'test' });
  open.push(() => transport.close());
  return { asked, send: () => transport.json({ method: 'GET', path: 'a', repeatable: true, headers: { authorization: 'Bearer s3cret' } }) };
}

test('an upstream whose certificate nobody vouches for is not spoken to, and learns no key', async () => {
  const { send, asked } = await impostor();
  await expect(send()).rejects.toMatchObject({ name: 'ConnectionError', sent: false });
  expect(asked).toEqual([]);
});

test('nor where the process is told to take any certificate', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  open.push(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  const { send, asked } = await impostor();
  await expect(send()).rejects.toMatchObject({ name: 'ConnectionError', sent: false });
  expect(asked).toEqual([]);
});

test('nor one that speaks TLS 1.1 at most', async () => {
  const { send, asked } = await impostor({ maxVersion: 'TLSv1.1' });
  await expect(send()).rejects.toMatchObject({ name: 'ConnectionError', sent: false });
  expect(asked).toEqual([]);
});
