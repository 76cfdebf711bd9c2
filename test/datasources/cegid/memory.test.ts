import { afterAll, beforeAll, expect, test } from 'vitest';
import { frames } from '../../../sandbox/cegid/frames.ts';
import { zip } from '../../../sandbox/cegid/zip.ts';
import { readExport } from '../../../src/datasources/cegid/export-body.ts';
import { cegidDefaults } from '../../../src/datasources/cegid/config.ts';
import { createTransport } from '../../../src/http/transport.ts';
import { upstream, type Upstream } from '../../http/server.ts';

const mebibyte = 1024 * 1024;
const archives = 100;
const frame = frames([
  zip(
    [
      { name: 'applicantdetail', content: Buffer.from('{"candidateDetail":{"id":"_TS-1"}}') },
      { name: 'cv', content: Buffer.alloc(4 * mebibyte, 1) },
    ],
    'store',
  ),
]);

let site: Upstream;
beforeAll(async () => {
  site = await upstream(async (response) => {
    for (let sent = 0; sent < archives; sent += 1) {
      if (!response.write(frame)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  });
});
afterAll(() => site[Symbol.asyncDispose]());

test('an export of four hundred mebibytes is read archive by archive, and never held whole', async () => {
  const transport = createTransport({ baseUrl: site.url, userAgent: 'test' });
  const request = { method: 'GET', path: 'export', repeatable: true } as const;
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }, 5);
  const { body } = await transport.stream(request);
  const { rows } = await readExport(body, { bounds: cegidDefaults.bounds, target: request, emptyIsEnd: true });
  clearInterval(watch);
  await transport.close();
  expect(rows).toHaveLength(archives);
  expect(rows[99]).toEqual({ value: { candidateDetail: { id: '_TS-1' } } });
  expect(most).toBeGreaterThan(0);
  expect(most / mebibyte).toBeLessThan(200);
});
