import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { startGateway } from '../../support/gateway.ts';
import Fastify from 'fastify';
import { registerHealth } from '../../../src/server/health.ts';

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

/** Passes a database on under another port until it is told to hang or to hang up. */
async function relayTo(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let hangs = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (hangs || to.write(bytes)));
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hangUp = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  ending.push(hangUp);
  return { url: url.href, hang: (now: boolean) => (hangs = now), hangUp };
}

async function ready(url: string) {
  const response = await fetch(`${url}/health/ready`);
  return [response.status, await response.json()];
}

test.each([
  ['hangs', () => new Promise<void>(() => undefined)],
  ['fails', () => Promise.reject(new Error('gone'))],
])('a gateway whose store %s is not ready, and says why', async (_what, ping) => {
  const app = Fastify();
  ending.push(() => app.close());
  registerHealth(app, { ping });
  expect(await ready(await app.listen({ host: '127.0.0.1', port: 0 }))).toEqual([503, { status: 'store unavailable' }]);
});

test.each(storeEngines.filter(({ engine }) => engine === 'PostgreSQL'))('a gateway whose $engine goes away is not ready, whether it hangs or has hung up', async ({ place }) => {
  const where = await place();
  ending.push(() => where.remove());
  const relay = await relayTo(where.databaseUrl ?? '');
  const gateway = await startGateway({ environment: { DATABASE_URL: relay.url } });
  ending.push(() => gateway.close());
  expect(await ready(gateway.url)).toEqual([200, { status: 'ready' }]);
  relay.hang(true);
  expect(await ready(gateway.url)).toEqual([503, { status: 'store unavailable' }]);
  await relay.hangUp();
  expect(await ready(gateway.url)).toEqual([503, { status: 'store unavailable' }]);
});
