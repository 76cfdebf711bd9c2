import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { usualDeadlines } from '../../src/server/http-options.ts';
import { startGateway } from '../support/gateway.ts';
import { boardKey, boardSecret, sampleApplication, send } from '../stories/inbound/story.ts';

test('an application has a deadline of its own, since it may have to wait its turn; others end with the server’s', async () => {
  const gateway = await startGateway({ deadlines: { ...usualDeadlines, requestMs: 400, checkEveryMs: 100 } });
  onTestFinished(() => gateway.close());
  const { port } = new URL(gateway.url);
  const application = inTwoHalves(Number(port), '/webhooks/ictergezocht/applications', JSON.stringify(sampleApplication('T-1', { motivation: 'Graag.' })));
  const operation = inTwoHalves(Number(port), '/graphql', JSON.stringify({ query: '{ viewer { id } }' }));
  expect((await application).slice(0, 12)).toBe('HTTP/1.1 201');
  expect((await operation).slice(0, 12)).toBe('HTTP/1.1 408');
});

/** Posts the second half of a body a second after the first. @returns how the answer begins */
async function inTwoHalves(port: number, path: string, body: string): Promise<string> {
  const bytes = Buffer.from(body);
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: ${path === '/graphql' ? '' : `Bearer ${boardKey}`}\r\ncontent-type: application/json\r\ncontent-length: ${bytes.length}\r\nconnection: close\r\n\r\n`.replace('authorization: \r\n', ''));
  socket.write(bytes.subarray(0, 10));
  void sleep(1000).then(() => socket.write(bytes.subarray(10)));
  let answer = '';
  for await (const text of socket.setEncoding('utf8')) {
    answer += String(text);
    if (answer.includes('\r\n\r\n')) break;
  }
  socket.destroy();
  return answer;
}

test('who makes up signatures, and sends nothing behind them, takes no turn of who shows a key', async () => {
  const gateway = await startGateway({ environment: { APPLICATION_MEMORY_MB: '64', APPLICATION_TURN_SECONDS: '2' } });
  onTestFinished(() => gateway.close());
  const { port } = new URL(gateway.url);
  const bytes = 28 * 1024 * 1024;
  const holder = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void holder.destroy());
  holder.on('error', () => undefined);
  holder.write(`POST /webhooks/ictergezocht/applications HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-signature: ${'00'.repeat(32)}\r\ncontent-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n{`);
  await sleep(100);
  const large = sampleApplication('T-2', { cv: Buffer.alloc(6 * 1024 * 1024, '%PDF-').toString('base64') });
  expect(await send(gateway, large, { bearer: boardKey })).toMatchObject({ status: 201 });
  // By a signature alone one waits behind it at the same address, although there is room for both: nobody is known before the body is read.
  expect(await send(gateway, { ...large, referenceNumber: 'T-3' }, { hmac: { secret: boardSecret } })).toMatchObject({ status: 503 });
});

test('a signature by which one large body held lets the others of its address come side by side', async () => {
  const gateway = await startGateway({ environment: { APPLICATION_MEMORY_MB: '64', APPLICATION_TURN_SECONDS: '2' } });
  onTestFinished(() => gateway.close());
  const { port } = new URL(gateway.url);
  const large = sampleApplication('T-4', { cv: Buffer.alloc(6 * 1024 * 1024, '%PDF-').toString('base64') });
  expect(await send(gateway, large, { hmac: { secret: boardSecret } })).toMatchObject({ status: 201 });
  const holder = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void holder.destroy());
  holder.on('error', () => undefined);
  holder.write(`POST /webhooks/ictergezocht/applications HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-signature: ${'00'.repeat(32)}\r\ncontent-type: application/json\r\ncontent-length: ${28 * 1024 * 1024}\r\n\r\n{`);
  await sleep(100);
  expect(await send(gateway, { ...large, referenceNumber: 'T-5' }, { hmac: { secret: boardSecret } })).toMatchObject({ status: 201 });
});

test('who has proved nothing has seconds for a body, and not as long as a slow line is given', async () => {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  const { port } = new URL(gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST /webhooks/ictergezocht/applications HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-signature: ${'00'.repeat(32)}\r\ncontent-type: application/json\r\ncontent-length: 100\r\nconnection: close\r\n\r\n{`);
  let answer = '';
  for await (const text of socket.setEncoding('utf8')) {
    answer += String(text);
    if (answer.includes('\r\n\r\n')) break;
  }
  socket.destroy();
  expect(answer.slice(0, 12)).toBe('HTTP/1.1 408');
});

test.each(['00', '0'.repeat(63), 'z'.repeat(64), '00'.repeat(64), Buffer.alloc(32).toString('base64'), ''])('the signature %j cannot be one, and is refused before anything of its body is read', async (signature) => {
  const gateway = await startGateway();
  onTestFinished(() => gateway.close());
  const { port } = new URL(gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST /webhooks/ictergezocht/applications HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-signature: ${signature}\r\ncontent-type: application/json\r\ncontent-length: 20000000\r\n\r\n`);
  const [head] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
  socket.destroy();
  expect(head.slice(0, 12)).toBe('HTTP/1.1 401');
});
