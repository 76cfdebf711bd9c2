// What hostile documents cost, and what one caller who sends them at full speed costs another: node bench/abuse.ts
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { hostileDocuments } from '../test/support/hostile-documents.ts';
import { Children, originIn } from './child.ts';
import { type LoadRequest, startLoad } from './load.ts';
import { machine } from './machine.ts';
import { table } from './report.ts';
import { Scratch } from './scratch.ts';
import { percentile } from './statistics.ts';
import { withoutRates } from './unlimited.ts';
import { upstreamsOf } from './upstreams.ts';

const timesEach = 30;
const quietSeconds = 5;
const attackSeconds = 10;
/** Connections of the attacker, each with a request under way. */
const connections = 16;
/** The victim asks as often as a busy page does. */
const betweenMs = 10;
const victim = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' };
const wanted = JSON.stringify({ query: '{ vacancies(first: 20, sources: [VDAB]) { nodes { id title organisation { name } } } }' });

/** Times one request after another, milliseconds. */
async function timed(pool: Pool, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now();
  const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
  await answer.body.text();
  return performance.now() - began;
}

async function each(origin: string): Promise<string> {
  const pool = new Pool(origin, { connections: 1 });
  const rows = [];
  for (const { name, body } of hostileDocuments) {
    const times = [];
    for (let turn = 0; turn < timesEach; turn += 1) times.push(await timed(pool, body, { 'content-type': 'application/json' }));
    const sorted = times.toSorted((a, b) => a - b);
    rows.push({ name, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) });
  }
  await pool.close();
  const slowest = rows.toSorted((a, b) => b.p50 - a.p50);
  return table([['document', 'p50 ms', 'p99 ms'], ...slowest.map(({ name, p50, p99 }) => [name, p50.toFixed(1), p99.toFixed(1)])]);
}

async function latencies(pool: Pool, seconds: number): Promise<number[]> {
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(betweenMs)) times.push(await timed(pool, wanted, victim));
  return times.toSorted((a, b) => a - b);
}

function row(name: string, times: readonly number[]): string[] {
  return [name, percentile(times, 0.5).toFixed(1), percentile(times, 0.99).toFixed(1)];
}

async function beside(origin: string): Promise<string> {
  const pool = new Pool(origin, { connections: 1 });
  const load = startLoad();
  await latencies(pool, 2);
  const quiet = await latencies(pool, quietSeconds);
  const requests: LoadRequest[] = hostileDocuments.map(({ body }) => ({ method: 'POST', path: '/graphql', body, refused: true }));
  const attack = load.run({ origin, requests, connections, until: { seconds: attackSeconds } });
  const under = await latencies(pool, attackSeconds - 1);
  const { requests: sent, seconds } = await attack;
  load.stop();
  await pool.close();
  return `${table([['another caller', 'p50 ms', 'p99 ms'], row('alone', quiet), row('beside the corpus at full speed', under)])}\n\nThe attacker sent ${(sent / seconds).toFixed(0)} requests/s.`;
}

await using children = new Children();
using scratch = new Scratch();
const { env } = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
const usual = { ...env, PORT: '0', LOG_LEVEL: 'error' };
const unlimited = await children.start({ entry: 'src/main.ts', env: { ...usual, ...scratch.env('unlimited'), ...withoutRates } });
console.log(await each(originIn(unlimited.greeting)));
const limited = await children.start({ entry: 'src/main.ts', env: { ...usual, ...scratch.env('limited'), TRUST_PROXY: '127.0.0.1', RATE_LIMIT_ANONYMOUS: '12000', RATE_LIMIT_ADDRESS: '12000', RATE_LIMIT_ANONYMOUS_COST: '1000000000' } });
console.log(`\nWith 12,000 requests a minute for each address, and any cost:\n${await beside(originIn(limited.greeting))}`);
const guarded = await children.start({ entry: 'src/main.ts', env: { ...usual, ...scratch.env('guarded'), TRUST_PROXY: '127.0.0.1', RATE_LIMIT_ANONYMOUS: '12000', RATE_LIMIT_ADDRESS: '12000' } });
console.log(`\nAs \`npm start\` runs it, but for how often the other may ask:\n${await beside(originIn(guarded.greeting))}`);
console.log(`\n${timesEach} times each, one after another; ${connections} connections; ${machine()}.`);
