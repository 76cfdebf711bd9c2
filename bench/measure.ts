import { originIn } from './child.ts';
import type { RunningContender } from './contenders.ts';
import { type JobName, jobs, type Variables } from './jobs.ts';
import { type Load, type LoadOrder, type LoadRequest, type LoadResult, type Pace, refuseFailures } from './load.ts';
import type { Upstreams } from './upstreams.ts';

/** Callers at once. */
export const connections = 32;
/** Each contender at each job before it is measured: from its twenty-thousandth request on a gateway takes half of what it took at first, as V8 compiles what is called often. */
export const warmUpSeconds = 10;
/** Operations over which a warm contender is measured; they are asked before each measurement until what they want is there. */
const warmOperations = 200;
/** For as many rounds at most: a contender that keeps nothing is measured as it is. */
const mostWarmingRounds = 5;
/** Operations over which upstream calls are counted: few, since the upstream's log is bounded. */
const countedOperations = 2 * connections;

/** How long answers took, milliseconds. */
export interface Waits {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** One contender at one job in one round. */
export interface Sample extends Waits {
  readonly perSecond: number;
  /** Processor time of the contender's process for one request. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** At a steady half of its requests a second; null where all ask for the same at once, which is no steady rate. */
  readonly atHalf: Waits | null;
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

  /** Runs a contender at a job as fast as it answers for some seconds. @throws where an answer was wrong */
  async run(contender: RunningContender, job: JobName, seconds: number): Promise<LoadResult> {
    return this.#ask(contender, await this.#prepared(contender, job), paceOf(job), { seconds });
  }

  /** The same, with what it took; then at half of what it managed for as long. @throws where an answer was wrong */
  async sample(contender: RunningContender, job: JobName, seconds: number): Promise<Sample> {
    const requests = await this.#prepared(contender, job);
    const before = await contender.child.usage();
    const { requests: sent, seconds: took, p50Ms, p99Ms } = await this.#ask(contender, requests, paceOf(job), { seconds });
    const after = await contender.child.usage();
    const perSecond = sent / took;
    const atHalf = jobs[job].together ? null : await this.#ask(contender, requests, { perSecond: perSecond / 2 }, { seconds });
    return { perSecond, p50Ms, p99Ms, cpuMs: (after.cpuMs - before.cpuMs) / sent, rssBytes: after.rssBytes, atHalf };
  }

  /** Upstream calls that a contender makes for one request of a job. */
  async callsPerRequest(contender: RunningContender, job: JobName): Promise<number> {
    const requests = await this.#prepared(contender, job);
    // Those who are to ask together must be connected: who connects first would be answered before the others ask.
    if (jobs[job].together) await this.#ask(contender, requests.slice(-1), 'together', { count: connections });
    await this.#upstreams.forgetCalls();
    await this.#ask(contender, requests, paceOf(job), { count: countedOperations });
    return (await this.#upstreams.callCount()) / countedOperations;
  }

  async #prepared(contender: RunningContender, job: JobName): Promise<LoadRequest[]> {
    const all = contender.asks[jobs[job].work](this.#variables);
    const requests = contender.warm ? all.slice(0, warmOperations) : all;
    if (contender.warm) await this.#warm(contender, requests);
    await this.#upstreams.forgetCalls();
    return requests;
  }

  /** Asks until that causes no upstream call: what grew old since the last round is answered at once and read anew behind that. */
  async #warm(contender: RunningContender, requests: readonly LoadRequest[]): Promise<void> {
    for (let round = 0; round < mostWarmingRounds; round += 1) {
      await this.#upstreams.forgetCalls();
      await this.#ask(contender, requests, 'as answered', { count: requests.length });
      if ((await this.#upstreams.callCount()) === 0) return;
    }
  }

  async #ask({ child, name }: RunningContender, requests: readonly LoadRequest[], pace: Pace, until: LoadOrder['until']): Promise<LoadResult> {
    const result = await this.#load.run({ origin: originIn(child.greeting), requests, connections, pace, until });
    refuseFailures(result, name);
    return result;
  }
}

function paceOf(job: JobName): Pace {
  return jobs[job].together ? 'together' : 'as answered';
}
