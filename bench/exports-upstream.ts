// A board with a million clicks and no rate limit, in the shape that the ICTerGezocht document states, as a process of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const all = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const begunMs = Date.parse('2025-01-01T00:00:00Z');

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const offset = Number(url.searchParams.get('offset') ?? 0);
  // A file of an earlier year is small: it warms a gateway up.
  const total = url.searchParams.get('startDate')?.startsWith('2024') === true ? 5000 : all;
  const items = Array.from({ length: Math.max(0, Math.min(50, total - offset)) }, (_, index) => clickOf(offset + index));
  url.searchParams.set('offset', String(offset + 50));
  url.searchParams.set('limit', '50');
  const rel = offset + 50 < total ? { next: url.href } : {};
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ count: total, offset, limit: 50, rel, items }));
});

function clickOf(number: number) {
  const at = new Date(begunMs + number * 25_000).toISOString().slice(0, 19).replace('T', ' ');
  return { vacancyId: 70_000 + (number % 300), clickDate: at, referenceNumber: `REF-${number % 300}`, ip: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`, cpc: 0.35 };
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
