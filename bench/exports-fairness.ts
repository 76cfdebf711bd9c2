// Ten exports and fifty readers of one account at once, against a board that counts strictly. `node bench/exports-fairness.ts [seconds]`
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Children, originIn } from './child.ts';
import { machine } from './machine.ts';
import { Scratch } from './scratch.ts';
import { upstreamsOf } from './upstreams.ts';

const seconds = Number(process.argv[2] ?? 120);
const exporters = 10;
const readers = 50;
/** Each reader asks once in so long on average, so that all together want 100 of the 200 calls a minute. */
const readerEveryMs = 30_000;
const operation = '{ clicks(first: 1, period: { from: "2026-06-01", to: "2026-06-30" }) { nodes { clickedAt } sources { status } } }';

using scratch = new Scratch();
await using children = new Children();
const sandbox = await children.start({ entry: 'bench/sandbox.ts' });
const { control } = JSON.parse(sandbox.greeting) as { readonly control: string };
const gateway = await children.start({
  entry: 'src/main.ts',
  env: { ...upstreamsOf(sandbox).env, ...scratch.env('gateway'), PORT: '0', LOG_LEVEL: 'silent', ICTERGEZOCHT_END_DATE: 'inclusive', ANONYMOUS_SCOPES: 'insights:read' },
});
const origin = originIn(gateway.greeting);
const ending = new AbortController();
const rows = Array.from({ length: exporters }, () => 0);

/** Reads a file for as long as the run lasts; its lines are its rows. */
function exportOn(index: number): void {
  const asking = get(`${origin}/export/clicks.ndjson?from=2025-01-01&to=2026-12-31`, { agent: false, signal: ending.signal }, (answer) => {
    answer.on('data', (chunk: Buffer) => {
      rows[index] = (rows[index] ?? 0) + chunk.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0);
    });
    answer.on('error', () => undefined);
  });
  asking.on('error', () => undefined);
}

const tookMs: number[] = [];
const failed: string[] = [];
async function readOn(end: number): Promise<void> {
  while (Date.now() < end) {
    const began = performance.now();
    const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: operation }) });
    const body = await answer.text();
    tookMs.push(performance.now() - began);
    if (!body.includes('"OK"')) failed.push(body.slice(0, 200));
    await sleep(Math.random() * readerEveryMs * 2);
  }
}

for (let index = 0; index < exporters; index += 1) exportOn(index);
await sleep(seconds * 250);
const end = Date.now() + seconds * 750;
await Promise.all(Array.from({ length: readers }, () => readOn(end)));
ending.abort();

const log = (await (await fetch(`${control}ictergezocht/requests`)).json()) as readonly { readonly status: number }[];
const sorted = tookMs.toSorted((a, b) => a - b);
const at = (part: number): string => ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN) / 1000).toFixed(2);
console.log(`${exporters} exports and ${readers} readers for ${seconds} s: ${log.length} calls, ${log.filter(({ status }) => status === 429).length} answered 429.`);
console.log(`${tookMs.length} readings, ${failed.length} failed; answered in ${at(0.5)} s (median), ${at(0.99)} s (99 of 100), ${at(1)} s (longest). Exports: ${Math.min(...rows)} to ${Math.max(...rows)} rows each.`);
console.log(`${machine()}.`);
if (failed.length > 0) console.log(failed[0]);
