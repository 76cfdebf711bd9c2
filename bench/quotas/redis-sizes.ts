import { randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import { startSandbox } from '../../sandbox/index.ts';
import { Scratch } from '../scratch.ts';
import { spreadOf } from '../statistics.ts';
import { deleteKeys } from './redis-keys.ts';
import { ask, startReplica } from './replica.ts';

/** Bytes of things of one kind, each. */
export interface Sizes {
  readonly of: string;
  readonly count: number;
  readonly median: number;
  readonly largest: number;
}

/** Keys of Redis by what they hold; the first that fits counts. */
const kinds: readonly (readonly [of: string, key: RegExp])[] = [
  ['a VDAB vacancy', /cache\d+:vdab:[^:]+:vacancy:/],
  ['a VDAB search page (50 ids)', /cache\d+:vdab:[^:]+:v2\/vacatures\?/],
  ['a CSO search page (50 vacancies)', /cache\d+:cso:[^:]+:getJobs:/],
  ['a CSO vacancy', /cache\d+:cso:[^:]+:getJob:/],
  ['CSO’s enumerations, all that were asked for', /cache\d+:cso:[^:]+:getJobEnumerations:/],
  ['CSO’s organisations, all', /cache\d+:cso:[^:]+:getOrganisations:/],
  ['a Cegid vacancy', /cache\d+:cegid:[^:]+:vacancy:/],
  ['a Cegid page (50 vacancies)', /cache\d+:cegid:[^:]+:api\/exports/],
  ['a Cegid referential', /cache\d+:cegid:/],
  ['a key or token of an upstream', /:token:(?:cso|cegid):/],
  ['what a caller has left to spend', /rate:/],
];

const pageQuery = 'query ($source: Source!) { vacancies(sources: [$source], first: 50) { nodes { id title description { plain } organisation { id name } } } }';
const rowQuery = 'query ($id: ID!) { vacancy(id: $id) { id title description { plain } organisation { id name } } }';
/** Of each source that keeps a vacancy which was asked for by its id. */
const rowsAsked = 10;
const otherQueries = ['{ enumerations { nodes { name values { code label } } } }', '{ organisations(first: 100, sources: [CSO]) { nodes { id name } } }'];

/** What a caller spends comes back within two seconds a request: it is still there when it is looked at. */
const limited = { RATE_LIMIT_ANONYMOUS: '30' };
/** Known, so that no pages are asked for to find it out. */
const known = { CSO_START_ROW_BASE: '0' };

interface Page {
  readonly vacancies: { readonly nodes: readonly { readonly id: string }[] };
}

async function readALittle(url: string): Promise<void> {
  for (const source of ['VDAB', 'CSO', 'CEGID']) {
    const { vacancies } = await ask<Page>(url, pageQuery, { source });
    if (source !== 'VDAB') for (const { id } of vacancies.nodes.slice(0, rowsAsked)) await ask(url, rowQuery, { id });
  }
  for (const query of otherQueries) await ask(url, query, {});
}

/** Has a gateway read a little of everything, and asks Redis what that takes. What the sandbox gives is as long as what it invents. */
export async function redisSizes(url: string): Promise<readonly Sizes[]> {
  using scratch = new Scratch();
  const prefix = `sizes:${randomUUID()}:`;
  const sandbox = await startSandbox({ scale: 0.3 });
  const redis = createClient({ url });
  await redis.connect();
  const gateway = await startReplica(sandbox, { ...scratch.env('sizes'), REDIS_URL: url, REDIS_PREFIX: prefix, ...limited, ...known }, () => sandbox.clock.now());
  try {
    await readALittle(gateway.url);
    const bytes = new Map<string, number[]>(kinds.map(([of]) => [of, []]));
    for await (const keys of redis.scanIterator({ MATCH: `${prefix}*`, COUNT: 500 })) {
      for (const key of keys) {
        const kind = kinds.find(([, form]) => form.test(key));
        const taken: unknown = await redis.sendCommand(['MEMORY', 'USAGE', key, 'SAMPLES', '0']);
        if (kind !== undefined && typeof taken === 'number') bytes.get(kind[0])?.push(taken);
      }
    }
    return [...bytes].flatMap(([of, each]) => (each.length === 0 ? [] : [{ of, count: each.length, median: spreadOf(each).median, largest: spreadOf(each).max }]));
  } finally {
    await gateway.close();
    redis.destroy();
    await deleteKeys(url, prefix);
    await sandbox.close();
  }
}
