import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { Scratch } from '../scratch.ts';
import { type Demand, demandOf, type Load } from './load.ts';
import type { Operation } from './model.ts';
import { deleteKeys } from './redis-keys.ts';
import { ask, startReplica } from './replica.ts';

/** What VDAB was asked: search pages, and rows by their ids. */
export interface Calls {
  readonly pages: number;
  readonly rows: number;
}

/** Real gateways on a sandbox, by a clock that stands still until it is set. */
export interface Replay extends AsyncDisposable {
  /** The load over what VDAB has: lists are pages at distinct places, rows its vacancies. */
  readonly demand: Demand;
  /** Sends each operation at its time to its replica, of as many as there are, each of which has kept nothing before. @throws where an answer is wrong */
  run(operations: Iterable<Operation>, replicas: number, redisUrl: string | null): Promise<Calls>;
}

const listQuery = 'query ($first: Int!, $after: String) { vacancies(sources: [VDAB], first: $first, after: $after) { nodes { id title } sources { status } } }';
const rowQuery = 'query ($id: ID!) { vacancy(id: $id) { id title } }';
const placesQuery = '{ vacancies(sources: [VDAB], first: 100) { edges { cursor node { id } } } }';

/** @throws where VDAB has too few vacancies for the load */
export async function openReplay(load: Omit<Load, 'rows' | 'pagesAList'>, seed: string): Promise<Replay> {
  const sandbox = await startSandbox({ scale: 0.1 });
  try {
    const places = await placesOf(sandbox);
    if (places.length < load.lists * load.rowsAList) throw new Error(`VDAB has ${places.length} vacancies on a page, too few for ${load.lists} lists of ${load.rowsAList}`);
    const whole = { ...load, rows: places.length, pagesAList: 1 };
    const shown = Array.from({ length: load.lists }, (_list, list) => ({ pages: [list], rows: Array.from({ length: load.rowsAList }, (_row, row) => list * load.rowsAList + row) }));
    return {
      demand: { ...demandOf(whole, seed), shown },
      run: (operations, replicas, redisUrl) => run(sandbox, { places, rowsAList: load.rowsAList }, { operations, replicas, redisUrl }),
      [Symbol.asyncDispose]: () => sandbox.close(),
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

interface Place {
  readonly id: string;
  /** Of the page that follows it. */
  readonly cursor: string;
}
interface Catalogue {
  readonly places: readonly Place[];
  readonly rowsAList: number;
}

/** The first vacancies of the list, in its order. */
async function placesOf(sandbox: Sandbox): Promise<Place[]> {
  using scratch = new Scratch();
  const gateway = await startReplica(sandbox, scratch.env('places'), () => sandbox.clock.now());
  try {
    const { vacancies } = await ask<{ vacancies: { edges: { cursor: string; node: { id: string } }[] } }>(gateway.url, placesQuery, {});
    return vacancies.edges.map(({ cursor, node }) => ({ id: node.id, cursor }));
  } finally {
    await gateway.close();
  }
}

async function run(sandbox: Sandbox, catalogue: Catalogue, { operations, replicas, redisUrl }: { operations: Iterable<Operation>; replicas: number; redisUrl: string | null }): Promise<Calls> {
  using scratch = new Scratch();
  const { vdab } = sandbox.upstreams;
  const beginning = sandbox.clock.now();
  let time = beginning;
  const prefix = `quotas:${randomUUID()}:`;
  const shared = redisUrl === null ? {} : { REDIS_URL: redisUrl, REDIS_PREFIX: prefix };
  const gateways = await Promise.all(Array.from({ length: replicas }, (_, index) => startReplica(sandbox, { ...scratch.env(String(index)), ...shared }, () => time)));
  try {
    vdab.reset();
    for (const operation of operations) {
      time = beginning + operation.atMs;
      sandbox.clock.set(time);
      const gateway = gateways[operation.replica];
      if (gateway === undefined) throw new RangeError(`there is no replica ${operation.replica}`);
      await send(gateway.url, operation, catalogue);
      await settled(sandbox);
    }
    return { pages: vdab.count('GET', /\/vacatures$/), rows: vdab.count('POST', /\/vacatures$/) + vdab.count('GET', /\/vacatures\/[^/]+$/) };
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()));
    if (redisUrl !== null) await deleteKeys(redisUrl, prefix);
  }
}

async function send(url: string, { pages, rows }: Operation, { places, rowsAList }: Catalogue): Promise<void> {
  const [list] = pages;
  const wanted = rows.map((row) => places[row]?.id);
  const got =
    list === undefined
      ? [(await ask<{ vacancy: { id: string } | null }>(url, rowQuery, { id: wanted[0] })).vacancy]
      : (await ask<{ vacancies: { nodes: ({ id: string } | null)[] } }>(url, listQuery, { first: rowsAList, after: list === 0 ? null : places[list * rowsAList - 1]?.cursor })).vacancies.nodes;
  if (JSON.stringify(got.map((row) => row?.id)) !== JSON.stringify(wanted)) throw new Error('the gateway answered with other vacancies');
}

/** What is loaded behind an answer has left by the time of the answer: it is waited for, so that it counts at the time that it was due. */
async function settled({ upstreams: { vdab } }: Sandbox): Promise<void> {
  do await sleep(1);
  while (vdab.requests.slice(-5).some(({ status }) => status === null));
}
