import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { startProcess } from './gateway-process.ts';
import { allListed, boardKey, sampleApplication, send, webhookOf } from './story.ts';

const mebibyte = 1024 * 1024;

async function started(environment: Readonly<Record<string, string>> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'werkgraph-large-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ scale: 0.1 });
  onTestFinished(() => sandbox.close());
  const gateway = await startProcess(sandbox, { databaseUrl: null, dataDir }, { environment });
  onTestFinished(() => gateway.kill());
  return gateway;
}

test('fifty senders of 20 MB CVs at once wait their turn: all are taken, none gets an error, and memory stays under 600 MB', { timeout: 240_000 }, async ({ skip }) => {
  const gateway = await started();
  // The letter has signs beyond Latin-1, by which the whole body takes two bytes a character once it is text.
  const application = JSON.stringify(sampleApplication('@@', { cv: Buffer.alloc(20 * mebibyte, '%PDF- a large one').toString('base64') }));
  const [before = '', after = ''] = application.split('@@');
  // All share the bytes of the CV: a sender that is busy encoding fifty of its own misses the deadline for headers.
  const rest = Buffer.from(after, 'utf8');
  const taken = await Promise.all(Array.from({ length: 50 }, (_, index) => postParts(gateway, [Buffer.from(`${before}L-${index}`, 'utf8'), rest])));
  expect(new Set(taken)).toEqual(new Set([201]));
  expect(await allListed(gateway)).toHaveLength(50);
  const peak = gateway.peakBytes();
  if (peak === null) skip('all were taken; how much memory that took can be read on Linux alone');
  expect(peak).toBeLessThan(600 * mebibyte);
});

test('slow senders of large bodies hold up neither small applications nor, for longer than their deadline, other large ones', { timeout: 60_000 }, async () => {
  const gateway = await started({ APPLICATION_BODY_SECONDS: '3' });
  const { port } = new URL(gateway.url);
  const answers = Array.from({ length: 6 }, () => slowSender(Number(port)));
  await sleep(300);
  expect(await send(gateway, sampleApplication('small'))).toMatchObject({ status: 201 });
  expect(await send(gateway, sampleApplication('large', { cv: Buffer.alloc(2 * mebibyte, 'cv').toString('base64') }))).toMatchObject({ status: 201 });
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect((await allListed(gateway)).map(({ referenceNumber }) => referenceNumber).toSorted()).toEqual(['large', 'small']);
});

test('a sender that leaves while it waits, or in the middle, gives its place to the next', { timeout: 60_000 }, async () => {
  const gateway = await started();
  const { port } = new URL(gateway.url);
  for (let round = 0; round < 3; round += 1) {
    const sockets = Array.from({ length: 8 }, () => opened(Number(port)));
    await sleep(200);
    for (const socket of sockets) socket.destroy();
  }
  expect(await send(gateway, sampleApplication('after', { cv: Buffer.alloc(20 * mebibyte, 'cv').toString('base64') }))).toMatchObject({ status: 201 });
});

/** Posts a body in parts that are not copied, its headers before all of them. @returns the status */
async function postParts({ url }: { readonly url: string }, parts: readonly Buffer[]): Promise<number | undefined> {
  const length = parts.reduce((bytes, part) => bytes + part.length, 0);
  const headers = { 'content-type': 'application/json', 'content-length': length, authorization: `Bearer ${boardKey}` };
  const sent = request(webhookOf({ url }), { method: 'POST', headers, agent: false });
  sent.flushHeaders();
  for (const part of parts) sent.write(part);
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode;
}

/** A connection that has sent a little of a body of 28 MB. */
function opened(port: number) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST /webhooks/ictergezocht/applications HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${boardKey}\r\ncontent-type: application/json\r\ncontent-length: ${28 * mebibyte}\r\n\r\n{"name":"`);
  return socket;
}

/** Sends a little of its body now and then. @returns how the answer begins */
async function slowSender(port: number): Promise<string> {
  const socket = opened(port);
  const trickle = setInterval(() => void socket.write('x'), 200);
  let answer = '';
  for await (const text of socket.setEncoding('utf8')) {
    answer += String(text);
    if (answer.includes('\r\n\r\n')) break;
  }
  clearInterval(trickle);
  socket.destroy();
  return answer;
}
