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
  readonly heapBytes: number;
  readonly perSecond: number;
}

const readings = 20;
const differentOperations = 5000;

/**
 * Runs a gateway as `npm start` does through many mixed operations on all sources, and returns what it held meanwhile, as Markdown.
 * @throws where an answer was not what its request deserved
 */
export async function runEndurance({ operations, say }: EnduranceOptions): Promise<string> {
  using scratch = new Scratch();
  await using children = new Children();
  const upstreams = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
  const gateway = await children.start({ entry: 'src/main.ts', env: { ...upstreams.env, ...scratch.env('gateway'), ...withoutRates, PORT: '0', LOG_LEVEL: 'warn' } });
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
      const { rssBytes, heapBytes } = await gateway.usage();
      found.push({ operations: done + step, rssBytes, heapBytes, perSecond: result.requests / result.seconds });
      say(`${done + step} operations: RSS ${megabytes(rssBytes)} MB`);
    }
    return reportOf(found);
  } finally {
    load.stop();
  }
}

function reportOf(found: readonly Reading[]): string {
  const rows = found.map(({ operations, rssBytes, heapBytes, perSecond }) => [String(operations), megabytes(rssBytes), megabytes(heapBytes), perSecond.toFixed(0)]);
  const early = found[Math.floor(found.length / 4) - 1]?.rssBytes ?? Number.NaN;
  const late = found.at(-1)?.rssBytes ?? Number.NaN;
  return `${table([['operations', 'RSS MB', 'heap MB', 'operations/s'], ...rows])}\n\nRSS at the end is ${(late / early).toFixed(2)} × that after a quarter.`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
