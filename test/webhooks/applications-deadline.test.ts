import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { usualDeadlines } from '../../src/server/http-options.ts';
import { startGateway } from '../support/gateway.ts';
import { boardKey, sampleApplication } from '../stories/inbound/story.ts';

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
