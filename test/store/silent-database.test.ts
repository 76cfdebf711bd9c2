import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { storeEngines } from './engines.ts';

/** Passes bytes on to a server, and goes silent when it is told so: it keeps its connections, and says nothing more on them. */
async function passage(host: string, port: number) {
  let silent = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (!silent && to.write(bytes)));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: (now: boolean) => void (silent = now),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

test.each(storeEngines.filter(({ engine }) => engine === 'PostgreSQL'))('a database that hangs fails a query in time, and is asked anew on another connection once it is back', async ({ place }) => {
  const where = await place();
  const url = new URL(where.databaseUrl ?? '');
  await using between = await passage(url.hostname, Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(between.port);
  url.searchParams.set('query_timeout', '300');
  const store = await openStore({ databaseUrl: url.href.replaceAll('+', '%20'), dataDir: where.dataDir, now: Date.now });
  await store.ping();
  between.fallSilent(true);
  const posting = { client: 'x', referenceNumber: 'R-1', title: null, channels: [] };
  const asked = await Promise.allSettled([store.ping(), store.postings.save(posting), store.postings.count('x', null)]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  between.fallSilent(false);
  await store.ping();
  expect(await store.postings.count('x', null)).toBe(0);
  await store.postings.save(posting);
  expect(await store.postings.count('x', null)).toBe(1);
  await store.close();
  await where.remove();
});
