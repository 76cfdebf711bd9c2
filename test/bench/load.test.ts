import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Load, type LoadRequest, startLoad } from '../../bench/load.ts';

const requests: readonly LoadRequest[] = ['/a', '/b', '/c'].map((path) => ({ method: 'GET', path }));
/** What is answered at a path; no errors elsewhere. */
const answers = new Map([
  ['/wrong', '{"errors":[]}'],
  ['/partial', '{"data":{"vacancy":null},"errors":[]}'],
  ['/line', '{"data":{}}\n'],
]);

let load: Load;
let server: Server;
let origin: string;
let connected: number;
/** Paths in the order in which they were asked, and of those under way the most different ones at once. */
let asked: string[];
let mostAtOnce: number;
let answerAfterMs: number;

beforeEach(async () => {
  [connected, asked, mostAtOnce, answerAfterMs] = [0, [], 0, 0];
  const under = new Map<object, string>();
  server = createServer(async (request, response) => {
    asked.push(request.url ?? '');
    under.set(request, request.url ?? '');
    mostAtOnce = Math.max(mostAtOnce, new Set(under.values()).size);
    if (answerAfterMs > 0) await sleep(answerAfterMs);
    under.delete(request);
    if (request.url === '/pieces') {
      // Chunks, each in a packet of its own.
      for (const piece of ['{"da', 'ta":{"vacancy":{}', '}}\n']) {
        response.write(piece);
        await sleep(5);
      }
    }
    response.end(request.url === '/pieces' ? undefined : (answers.get(request.url ?? '') ?? '{"data":{}}'));
  });
  server.on('connection', () => {
    connected += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  load = startLoad();
});

afterEach(() => {
  load.stop();
  server.closeAllConnections();
  server.close();
});

test('asking together, all connections ask the same, and the next only when all are answered', async () => {
  const { requests: sent, failures } = await load.run({ origin, requests, connections: 4, pace: 'together', until: { count: 8 } });
  expect({ sent, failures, asked, mostAtOnce }).toEqual({ sent: 8, failures: 0, asked: ['/a', '/a', '/a', '/a', '/b', '/b', '/b', '/b'], mostAtOnce: 1 });
});

test('asking as it is answered, each request is the next one', async () => {
  await load.run({ origin, requests, connections: 1, until: { count: 4 } });
  expect(asked).toEqual(['/a', '/b', '/c', '/a']);
});

test('at a steady rate a wait counts from when its request was due, whatever held it up', async () => {
  answerAfterMs = 50;
  // Twice what one connection can do: the last of the twenty waits for half of those before it.
  const { requests: sent, p99Ms } = await load.run({ origin, requests, connections: 1, pace: { perSecond: 40 }, until: { seconds: 0.49 } });
  expect(sent).toBe(20);
  expect(p99Ms).toBeGreaterThan(300);
});

test('a second run on the same origin uses the connections of the first', async () => {
  await load.run({ origin, requests, connections: 1, until: { count: 1 } });
  await load.run({ origin, requests, connections: 1, until: { count: 1 } });
  expect({ asked, connected }).toEqual({ asked: ['/a', '/a'], connected: 1 });
});

test('an answer that comes in chunks is whole when its last one is there', async () => {
  const { failures, firstFailure, requests: sent } = await load.run({ origin, requests: [{ method: 'GET', path: '/pieces' }, { method: 'GET', path: '/a' }], connections: 1, until: { count: 4 } });
  expect({ failures, firstFailure, sent, connected }).toEqual({ failures: 0, firstFailure: null, sent: 4, connected: 1 });
});

test('errors behind the data are a failure, a line break is none', async () => {
  const { firstFailure } = await load.run({ origin, requests: [{ method: 'GET', path: '/partial' }], connections: 1, until: { count: 1 } });
  expect(firstFailure).toBe('/partial \n200 {"data":{"vacancy":null},"errors":[]}…:[]}');
  const { failures } = await load.run({ origin, requests: [{ method: 'GET', path: '/line' }], connections: 1, until: { count: 1 } });
  expect(failures).toBe(0);
});

test('an answer that is not what its request deserves is a failure, the first of which is told', async () => {
  const { failures, firstFailure } = await load.run({ origin, requests: [{ method: 'GET', path: '/wrong' }], connections: 1, until: { count: 2 } });
  expect({ failures, firstFailure }).toEqual({ failures: 2, firstFailure: '/wrong \n200 {"errors":[]}…:[]}' });
});
