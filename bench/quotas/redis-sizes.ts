import { randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import { startSandbox } from '../../sandbox/index.ts';
import { Scratch } from '../scratch.ts';
import { spreadOf } from '../statistics.ts';
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
  ['CSO’s enumerations, all that were asked for', /cache\d+:cso:[^:]+:getJobEnumerations:/],
  ['CSO’s organisations, all', /cache\d+:cso:[^:]+:getOrganisations:/],
  ['a Cegid vacancy', /cache\d+:cegid:[^:]+:vacancy:/],
  ['a Cegid page (50 vacancies)', /cache\d+:cegid:[^:]+:api\/exports/],
  ['a Cegid referential', /cache\d+:cegid:/],
  ['a key or token of an upstream', /:(?:cso|cegid)[^ ]*$/],
  ['what a caller has left to spend', /rate:/],
];

const queries = [
  'query ($first: Int!) { vacancies(sources: [VDAB], first: $first) { nodes { id title } } }',
  'query ($first: Int!) { vacancies(sources: [CSO], first: $first) { nodes { id title description { plain } organisation { id name } } } }',
  'query ($first: Int!) { vacancies(sources: [CEGID], first: $first) { nodes { id title } } }',
  '{ enumerations { nodes { name values { code label } } } }',
  '{ organisations(first: 100, sources: [CSO]) { nodes { id name } } }',
];

/** Has a gateway read a little of everything, and asks Redis what that takes. What the sandbox gives is as long as what it invents. */
export async function redisSizes(url: string): Promise<readonly Sizes[]> {
  using scratch = new Scratch();
  const prefix = `sizes:${randomUUID()}:`;
  const sandbox = await startSandbox({ scale: 0.3 });
  const redis = createClient({ url });
  await redis.connect();
  const gateway = await startReplica(sandbox, { ...scratch.env('sizes'), REDIS_URL: url, REDIS_PREFIX: prefix, RATE_LIMIT_ANONYMOUS: '600' }, () => sandbox.clock.now());
  try {
    for (const query of queries) await ask(gateway.url, query, query.includes('$first') ? { first: 50 } : {});
    const bytes = new Map<string, number[]>(kinds.map(([of]) => [of, []]));
    for await (const keys of redis.scanIterator({ MATCH: `${prefix}*`, COUNT: 500 })) {
      for (const key of keys) {
        const kind = kinds.find(([, form]) => form.test(key));
        const taken: unknown = await redis.sendCommand(['MEMORY', 'USAGE', key, 'SAMPLES', '0']);
        if (kind !== undefined && typeof taken === 'number') bytes.get(kind[0])?.push(taken);
        await redis.del(key);
      }
    }
    return [...bytes].flatMap(([of, each]) => (each.length === 0 ? [] : [{ of, count: each.length, median: spreadOf(each).median, largest: spreadOf(each).max }]));
  } finally {
    await gateway.close();
    redis.destroy();
    await sandbox.close();
  }
}
