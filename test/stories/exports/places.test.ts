import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { as } from '../../support/clients.ts';
import { useStory } from '../../support/story.ts';

const redisUrl = process.env['TEST_REDIS_URL'];
const story = useStory({ clients: 'demo' });
const path = '/export/vacancies.csv?sources=VDAB&title=developer';
const { headers } = as('frontend');

/** Asks for a file and hangs up so many milliseconds later. */
async function hangUp(url: string, afterMs: number): Promise<void> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  await sleep(afterMs);
  socket.resetAndDestroy();
  if (!socket.closed) await once(socket, 'close');
}

// With Redis a caller's points are waited for, so that it can be gone before its file is begun.
test(`places are given back by whoever hangs up, however early${redisUrl === undefined ? '' : ', with Redis'}`, async () => {
  const { url, logged } = await story.cold({ EXPORTS_AT_ONCE: '4', REDIS_URL: redisUrl, REDIS_PREFIX: `${randomUUID()}:`, RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_CLIENT: '0', RATE_LIMIT_CLIENT_COST: '1000000000' });
  for (let time = 0; time < 24; time += 1) await hangUp(url, time % 4);
  await expect.poll(async () => (await fetch(`${url}${path}`, { headers })).status, { timeout: 10_000 }).toBe(200);
  expect(logged.filter((line) => line.includes('unexpected'))).toEqual([]);
});
