import { Children, originIn } from './child.ts';
import { refuseFailures, startLoad } from './load.ts';
import { mixture } from './mixture.ts';
import { table } from './report.ts';
import { Scratch } from './scratch.ts';
import { readStock } from './stock.ts';
import { withoutRates } from './unlimited.ts';
import { upstreamsOf } from './upstreams.ts';

export interface EnduranceOptions {
  readonly operations: number;
  /** Told of each step. */
  say(line: string): void;
}

/** Memory after so many operations. */
interface Reading {
  readonly operations: number;
  readonly rssBytes: number;
  /** The most that the process had taken until then. */
  readonly peakRssBytes: number;
  readonly heapBytes: number;
  readonly perSecond: number;
}

/** Rows of the table, however many operations there are. */
const readings = 20;
/** Growth is counted from here on, when whatever is kept is full; in a shorter run from its first quarter. */
const settledAfter = 100_000;
const differentOperations = 5000;
/** What the mixture asks for without a key. */
const scopes = 'vacancies:read organisations:read enumerations:read candidates:read candidates:contact raw:read';

/**
 * Runs a gateway as `npm start` does through many mixed operations on all sources, and returns what it held meanwhile, as Markdown.
 * @throws where an answer was not what its request deserved
 */
export async function runEndurance({ operations, say }: EnduranceOptions): Promise<string> {
  using scratch = new Scratch();
  await using children = new Children();
  const upstreams = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
  const gateway = await children.start({ entry: 'src/main.ts', env: { ...upstreams.env, ...scratch.env('gateway'), ...withoutRates, ANONYMOUS_SCOPES: scopes, PORT: '0', LOG_LEVEL: 'warn' } });
  const load = startLoad();
  try {
    const origin = originIn(gateway.greeting);
    const requests = mixture(differentOperations, await readStock(origin));
    const step = Math.ceil(operations / readings);
    const found: Reading[] = [];
    for (let done = 0; done < operations; done += step) {
      const at = done % differentOperations;
      const result = await load.run({ origin, requests: [...requests.slice(at), ...requests.slice(0, at)], connections: 16, until: { count: step } });
      refuseFailures(result, 'gateway');
      const { rssBytes, peakRssBytes, heapBytes } = await gateway.usage();
      found.push({ operations: done + step, rssBytes, peakRssBytes, heapBytes, perSecond: result.requests / result.seconds });
      say(`${done + step} operations: RSS ${megabytes(rssBytes)} MB`);
    }
    return reportOf(found);
  } finally {
    load.stop();
  }
}

function reportOf(found: readonly Reading[]): string {
  const rows = found.map(({ operations, rssBytes, peakRssBytes, heapBytes, perSecond }) => [String(operations), megabytes(rssBytes), megabytes(peakRssBytes), megabytes(heapBytes), perSecond.toFixed(0)]);
  return `${table([['operations', 'RSS MB', 'most RSS MB', 'heap MB', 'operations/s'], ...rows])}\n\n${growth(found)}`;
}

function growth(found: readonly Reading[]): string {
  const last = found.at(-1);
  const long = last !== undefined && last.operations > settledAfter;
  const early = long ? found.find(({ operations }) => operations >= settledAfter) : found[Math.floor(found.length / 4) - 1];
  if (last === undefined || early === undefined) throw new Error('too few operations to tell a growth');
  return `RSS after ${last.operations} is ${(last.rssBytes / early.rssBytes).toFixed(2)} × that after ${early.operations}.`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
