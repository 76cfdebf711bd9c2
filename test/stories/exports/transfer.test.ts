import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';

import { constants, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { as } from '../../support/clients.ts';
import { startGateway } from '../../support/gateway.ts';
import { useStory } from '../../support/story.ts';
import { failureOf, fetchFile, linesOf } from './client.ts';

const story = useStory({ environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });
const day = '2016-02-01';
const clicks = 600;
const path = (format: string, more = '') => `/export/clicks.${format}?from=${day}&to=${day}${more}`;
const board = () => story.sandbox.upstreams.ictergezocht;
const asked = () => board().count('GET', /click$/);
/** So often a page is tried. */
const attempts = 5;

beforeAll(() => {
  const [vacancy] = story.sandbox.definitions.ictergezocht.data.vacancies;
  for (let index = 0; index < clicks; index += 1) story.sandbox.definitions.ictergezocht.recordClick(vacancy?.vacancyId ?? 0, Date.parse(`${day}T08:00:00Z`) + index * 1000, '10.0.0.1');
});

/** A page of the file comes, and the next calls of the source fail. */
function failAfter(calls: number, fault: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }): void {
  const { faults } = board();
  const original = board().requests.length;
  const watch = setInterval(() => {
    if (board().requests.length - original < calls) return;
    clearInterval(watch);
    faults.add({ kind: 'status', path: '/click$', ...fault });
  }, 1);
  onTestFinished(() => clearInterval(watch));
}

describe('a source that fails in the middle', () => {
  test.each([429, 500, 503])('with %d ends the transfer without its end, and NDJSON says why', async (status) => {
    failAfter(2, { status });
    const answer = await fetchFile(story.gateway.url, path('ndjson'));
    expect({ status: answer.status, whole: answer.whole }).toEqual({ status: 200, whole: false });
    const lines = linesOf(answer);
    const rows = lines.length - 1;
    expect(rows).toBeGreaterThanOrEqual(50);
    expect(rows).toBeLessThan(clicks);
    expect(lines.at(-1)).toMatchObject({ trailer: { complete: false, rows, error: { code: status === 429 ? 'RATE_LIMITED' : 'UPSTREAM_UNAVAILABLE' } } });
  });

  test('leaves a CSV that no client takes for whole, compressed or not', async () => {
    failAfter(2, { status: 500 });
    expect((await fetchFile(story.gateway.url, path('csv'))).whole).toBe(false);
    board().faults.clear();
    story.sandbox.clock.advance(61_000);
    failAfter(2, { status: 500 });
    const { whole, body } = await fetchFile(story.gateway.url, path('ndjson'), { 'accept-encoding': 'gzip' });
    expect(whole).toBe(false);
    expect(gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8')).toContain('"complete":false');
  });

  test('resets the connection of a client whose protocol has no other way to tell', async () => {
    failAfter(2, { status: 500 });
    const { hostname, port } = new URL(story.gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${path('csv')} HTTP/1.0\r\nHost: ${hostname}:${port}\r\n\r\n`);
    socket.resume();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });

  test('for a moment costs nothing', async () => {
    failAfter(2, { status: 500 });
    const clear = setInterval(() => {
      if (board().requests.some(({ status }) => status === 500)) board().faults.clear();
    }, 1);
    const answer = await fetchFile(story.gateway.url, path('ndjson', '&trailer=1'));
    clearInterval(clear);
    expect(answer.whole).toBe(true);
    expect(linesOf(answer).at(-1)).toEqual({ trailer: { complete: true, rows: clicks, unreadable: 0 } });
  });
});

describe('a source that fails at once', () => {
  test('is an error with its code, not a file', async () => {
    board().faults.add({ kind: 'status', status: 500, path: '/click$' });
    const answer = await fetchFile(story.gateway.url, path('parquet'));
    expect({ status: answer.status, whole: answer.whole, type: answer.headers['content-type'] }).toEqual({ status: 503, whole: true, type: 'application/json; charset=utf-8' });
    expect(failureOf(answer).extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', source: 'ICTERGEZOCHT', upstreamStatus: 500 });
    expect(asked()).toBe(attempts);
  });

  test('says when to come back where it asks for fewer calls', async () => {
    board().faults.add({ kind: 'status', status: 429, path: '/click$', headers: { 'retry-after': '600' } });
    // What is said closes the limit of the gateway for as long.
    const { url } = await story.cold();
    const answer = await fetchFile(url, path('csv'));
    expect({ status: answer.status, retryAfter: answer.headers['retry-after'] }).toEqual({ status: 503, retryAfter: '600' });
    expect(failureOf(answer).extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 600 });
  });
});

async function begin(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, resolve).once('error', reject);
  });
}

/** Waits until a number stands still for a while. */
async function settledAt(count: () => number): Promise<number> {
  for (let last = -1; ; ) {
    const now = count();
    if (now === last) return now;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

test('a client that leaves ends the calls of its file', async () => {
  const answer = await begin(`${story.gateway.url}${path('ndjson')}`);
  await once(answer, 'data');
  answer.destroy();
  const stoodAt = await settledAt(asked);
  expect(stoodAt).toBeLessThan(clicks / 50);
  expect(story.gateway.logged.join('')).not.toContain('unexpected');
});

test('more files at once than EXPORTS_AT_ONCE are asked to come back, and one that is over makes room', async () => {
  const { url } = await story.cold({ EXPORTS_AT_ONCE: '1' });
  const first = await begin(`${url}${path('ndjson')}`);
  await once(first, 'data');
  const second = await fetchFile(url, path('csv'));
  expect({ status: second.status, retryAfter: second.headers['retry-after'], code: failureOf(second).extensions['code'] }).toEqual({ status: 503, retryAfter: '60', code: 'RATE_LIMITED' });
  expect((await fetchFile(url, path('csv'), {}, 'HEAD')).status).toBe(200);
  first.destroy();
  await settledAt(asked);
  const third = await begin(`${url}${path('csv')}`);
  expect(third.statusCode).toBe(200);
  third.destroy();
});

test('one client has no more than half of the files at once, and leaves the others to who else asks', async () => {
  const gateway = await startGateway({ sandbox: story.sandbox, clients: 'demo', environment: { ICTERGEZOCHT_END_DATE: 'inclusive', EXPORTS_AT_ONCE: '2' } });
  try {
    const first = await begin(`${gateway.url}${path('ndjson')}`);
    await once(first, 'data');
    const second = await fetchFile(gateway.url, path('csv'));
    expect([second.status, failureOf(second).message]).toEqual([503, expect.stringContaining('this caller')]);
    const other = await fetch(`${gateway.url}${path('csv')}`, { headers: as('bi').headers ?? {} });
    expect(other.status).toBe(200);
    await other.body?.cancel();
    first.destroy();
  } finally {
    await gateway.close();
  }
});

test('a gateway that stops ends the files under way, and tells so', async () => {
  const stopping = await startGateway({ sandbox: story.sandbox, environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });
  const answer = await begin(`${stopping.url}${path('ndjson')}`);
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
  await once(answer, 'data');
  await stopping.close();
  if (!answer.destroyed) await once(answer, 'close');
  expect(answer.complete).toBe(false);
  expect(linesOf({ body: Buffer.concat(chunks) }).at(-1)).toMatchObject({ trailer: { complete: false } });
});
