// How far a gateway grows while it makes a file of a million clicks. `node bench/exports-memory.ts [rows] [csv] [ndjson] [parquet]`
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { formats } from '../src/exports/format.ts';
import { type Child, Children, originIn } from './child.ts';
import { machine } from './machine.ts';
import { table } from './report.ts';
import { Scratch } from './scratch.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const wanted = process.argv.slice(3);
const sampleMs = 100;
const period = 'from=2025-01-01&to=2026-12-31';

/** Reads a file to its end and throws it away. @returns its bytes */
async function fetchAway(url: string): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).once('error', reject);
  });
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  if (answer.statusCode !== 200 || !answer.complete) throw new Error(`${url} answered ${answer.statusCode}, and not to its end`);
  return bytes;
}

/** The most that a process held while work went on, bytes. */
async function peakDuring(child: Child, work: Promise<unknown>): Promise<number> {
  const ended = work.then(() => true);
  let peak = 0;
  for (let over = false; !over; over = await Promise.race([ended, sleep(sampleMs, false)])) peak = Math.max(peak, (await child.usage()).rssBytes);
  return peak;
}

const found: string[][] = [];
for (const format of formats.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  using scratch = new Scratch();
  await using children = new Children();
  const upstream = await children.start({ entry: 'bench/exports-upstream.ts', env: { BENCH_ROWS: String(rows) } });
  const env = { ...scratch.env('gateway'), ICTERGEZOCHT_BASE_URL: upstream.greeting, ICTERGEZOCHT_API_KEY: 'key', ICTERGEZOCHT_END_DATE: 'inclusive', ANONYMOUS_SCOPES: 'insights:read', LOG_LEVEL: 'silent' };
  const gateway = await children.start({ entry: 'bench/exports-gateway.ts', env });
  const origin = originIn(gateway.greeting);
  // What a gateway that just started has yet to compile is no growth by the file.
  await fetchAway(`${origin}/export/clicks.${format}?from=2024-01-01&to=2024-12-31`);
  const before = (await gateway.usage()).rssBytes;
  const began = performance.now();
  const fetching = fetchAway(`${origin}/export/clicks.${format}?${period}`);
  const peak = await peakDuring(gateway, fetching);
  const seconds = (performance.now() - began) / 1000;
  const bytes = await fetching;
  found.push([format, String(rows), (bytes / 1e6).toFixed(0), seconds.toFixed(0), (before / 1e6).toFixed(0), (peak / 1e6).toFixed(0), ((peak - before) / 1e6).toFixed(0)]);
  console.log(found.at(-1)?.join(' '));
}
console.log(`\n${table([['format', 'rows', 'MB', 's', 'RSS before, MB', 'most RSS, MB', 'growth, MB'], ...found])}\n\n${machine()}.`);
