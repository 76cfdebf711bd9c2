import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { SourceFailure } from '../../src/domain/errors.ts';
import type { Batch } from '../../src/exports/batch.ts';
import type { Cells } from '../../src/exports/column.ts';
import { plainDialect } from '../../src/exports/dialect.ts';
import { encoderOf } from '../../src/exports/format.ts';
import { bytesOf } from '../../src/exports/file.ts';
import { meterOf } from '../../src/exports/meter.ts';
import { clickColumns } from '../../src/exports/tables/clicks.ts';
import { bodyOf } from '../../src/server/exports/transfer.ts';

const row: Cells = ['ICTERGEZOCHT', 'ictergezocht:vacancy:1', '1', 'REF-1', 1_790_000_000_000, '2026-09-21', 0.35, 'EUR', 'v'.repeat(22), null];
const pageOf = (rows: number): Batch => ({ rows: Array.from({ length: rows }, () => row), read: rows, unreadable: 0, next: 'on', total: null });
const form = { dialect: plainDialect, progress: true, trailer: false };

describe('a client that takes its time', () => {
  test('is read for as far as it takes, and no further', async () => {
    let pages = 0;
    async function* endless(): AsyncGenerator<Batch> {
      for (;;) {
        pages += 1;
        yield pageOf(50);
      }
    }
    const server = createServer((request, response) => {
      void (async () => {
        const rest = endless();
        const meter = meterOf(Date.now);
        const bytes = bytesOf({ first: await rest.next(), rest, encoder: encoderOf('ndjson', clickColumns, form), meter, noteEveryMs: 5000 });
        bodyOf(bytes, { request, response, coding: 'identity', broken: () => undefined }).pipe(response);
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<IncomingMessage>((resolve) => get({ port, agent: false }, resolve));
    answer.pause();
    const standing = async (): Promise<number> => {
      for (let last = -1; last !== pages; await new Promise((resolve) => setTimeout(resolve, 200))) last = pages;
      return pages;
    };
    const first = await standing();
    // What lies between the two ends is the network's own buffers, a few megabytes at most: some 15 kB a page.
    expect(first).toBeLessThan(1000);
    let taken = 0;
    answer.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      if (taken > 5_000_000) answer.pause();
    });
    answer.resume();
    const second = await standing();
    expect(second).toBeGreaterThan(first);
    expect(second - first).toBeLessThan(1500);
    answer.destroy();
    server.closeAllConnections();
    server.close();
  });
});

test('a file whose source is slow says in between how far it is', async () => {
  let go: (() => void) | undefined;
  async function* slow(): AsyncGenerator<Batch> {
    yield { ...pageOf(2), total: 4 };
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    yield { ...pageOf(2), total: 4, next: null };
  }
  let now = 0;
  const meter = meterOf(() => now);
  const rest = slow();
  const first = await rest.next();
  if (first.done === true) throw new Error('a page');
  now = 3000;
  meter.add(first.value);
  meter.waited(2400);
  const lines: string[] = [];
  for await (const chunk of bytesOf({ first, rest, encoder: encoderOf('ndjson', clickColumns, form), meter, noteEveryMs: 5 })) {
    lines.push(...Buffer.from(chunk).toString('utf8').split('\n').filter((line) => line.includes('progress')));
    if (lines.length === 3) go?.();
  }
  expect(JSON.parse(lines[2] ?? '')).toEqual({ progress: { rows: 2, pages: 1, waitSeconds: 2, secondsLeft: 3 } });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ progress: { rows: 4, pages: 2, secondsLeft: 0 } });
});

test('a file that breaks off says so behind its last row, and lets go of its source', async () => {
  let closed = false;
  async function* breaking(): AsyncGenerator<Batch> {
    try {
      yield pageOf(2);
      throw new SourceFailure('ICTERGEZOCHT', 'UPSTREAM_TIMEOUT', 'The upstream did not answer in time.');
    } finally {
      closed = true;
    }
  }
  const rest = breaking();
  const meter = meterOf(Date.now);
  const first = await rest.next();
  if (first.done !== true) meter.add(first.value);
  const chunks: string[] = [];
  const reading = (async () => {
    for await (const chunk of bytesOf({ first, rest, encoder: encoderOf('ndjson', clickColumns, { ...form, progress: false }), meter, noteEveryMs: 5000 })) chunks.push(Buffer.from(chunk).toString('utf8'));
  })();
  await expect(reading).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  expect(chunks.at(-1)).toBe('{"trailer":{"complete":false,"rows":2,"unreadable":0,"error":{"code":"UPSTREAM_TIMEOUT","message":"The upstream did not answer in time."}}}\n');
  expect(closed).toBe(true);
});
