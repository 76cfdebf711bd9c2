import { originIn } from './child.ts';
import type { RunningContender } from './contenders.ts';
import type { JobName, Variables } from './jobs.ts';
import { type Load, type LoadOrder, type LoadRequest, refuseFailures } from './load.ts';
import type { Upstreams } from './upstreams.ts';

/** Callers at once. */
const connections = 32;
/** Operations over which a warm contender is measured; their rows are read again before each measurement. */
const warmOperations = 200;
/** Operations over which upstream calls are counted: few, since the upstream's log is bounded. */
const countedOperations = 64;

/** One contender at one job in one round. */
export interface Sample {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the contender's process for one request. */
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** Measures contenders with one load process on one sandbox. */
export class Bench {
  readonly #load: Load;
  readonly #upstreams: Upstreams;
  readonly #variables: Variables;

  constructor(load: Load, upstreams: Upstreams, variables: Variables) {
    this.#load = load;
    this.#upstreams = upstreams;
    this.#variables = variables;
  }

  /** Runs a contender at a job for some seconds. @throws where an answer was wrong */
  async sample(contender: RunningContender, job: JobName, seconds: number): Promise<Sample> {
    const requests = await this.#prepared(contender, job);
    const before = await contender.child.usage();
    const result = await this.#run(contender, requests, { seconds });
    const after = await contender.child.usage();
    return { perSecond: result.requests / result.seconds, p50Ms: result.p50Ms, p99Ms: result.p99Ms, cpuMs: (after.cpuMs - before.cpuMs) / result.requests, rssBytes: after.rssBytes };
  }

  /** Upstream calls that a contender makes for one request of a job. */
  async callsPerRequest(contender: RunningContender, job: JobName): Promise<number> {
    const requests = await this.#prepared(contender, job);
    await this.#run(contender, requests, { count: countedOperations });
    return (await this.#upstreams.callCount()) / countedOperations;
  }

  async #prepared(contender: RunningContender, job: JobName): Promise<LoadRequest[]> {
    const all = contender.asks[job](this.#variables);
    const requests = contender.warm ? all.slice(0, warmOperations) : all;
    if (contender.warm) await this.#run(contender, requests, { count: requests.length });
    await this.#upstreams.forgetCalls();
    return requests;
  }

  async #run({ child, name }: RunningContender, requests: readonly LoadRequest[], until: LoadOrder['until']) {
    const result = await this.#load.run({ origin: originIn(child.greeting), requests, connections, until });
    refuseFailures(result, name);
    return result;
  }
}
