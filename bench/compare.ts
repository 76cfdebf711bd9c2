import { Children, originIn } from './child.ts';
import { contendersWith, names, type RunningContender, startContender } from './contenders.ts';
import { compareAnswers } from './equality.ts';
import { type JobName, jobNames, jobs } from './jobs.ts';
import { startLoad } from './load.ts';
import { Bench, type Sample } from './measure.ts';
import type { PeerName } from './peers.ts';
import { Scratch } from './scratch.ts';
import { upstreamsOf } from './upstreams.ts';
import { readVariables } from './variables.ts';

export interface ComparisonOptions {
  readonly peers: readonly PeerName[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Told of each step. */
  say(line: string): void;
}

/** All samples of one contender at one job, in the order of the rounds. */
export interface Measured {
  readonly name: string;
  readonly job: JobName;
  readonly callsPerRequest: number;
  readonly samples: readonly Sample[];
}

/** Runs every contender at every job, round by round, so that a disturbance of the machine strikes all alike. */
export async function compareContenders({ peers, rounds, seconds, warmUpSeconds, say }: ComparisonOptions): Promise<Measured[]> {
  using scratch = new Scratch();
  await using children = new Children();
  const upstreams = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
  const contenders = await Promise.all(contendersWith(peers).map((contender) => startContender(contender, children, upstreams, scratch)));
  const load = startLoad();
  try {
    const variables = await readVariables(upstreams, originOfGateway(contenders));
    await compareAnswers(contenders, variables);
    say(`${contenders.length} contenders answer alike; ${variables.ids.length} vacancies, ${variables.pages.length} pages.`);

    const bench = new Bench(load, upstreams, variables);
    const entries = jobNames.flatMap((job) => contenders.filter((contender) => takesPart(contender, job)).map((contender) => ({ job, contender, samples: new Array<Sample>() })));
    for (const { job, contender } of entries) await bench.run(contender, job, warmUpSeconds);
    const calls = new Map<object, number>();
    for (const entry of entries) calls.set(entry, await bench.callsPerRequest(entry.contender, entry.job));
    for (let round = 1; round <= rounds; round += 1) {
      for (const { job, contender, samples } of alternated(entries, round)) samples.push(await bench.sample(contender, job, seconds));
      say(`round ${round} of ${rounds} done`);
    }
    return entries.map((entry) => ({ name: entry.contender.name, job: entry.job, callsPerRequest: calls.get(entry) ?? Number.NaN, samples: entry.samples }));
  } finally {
    load.stop();
  }
}

/** What a cache holds would hide what asking together saves. */
function takesPart({ warm }: RunningContender, job: JobName): boolean {
  return !(warm && jobs[job].together);
}

/** Every other round runs backwards, so that nobody always follows the same neighbour. */
function alternated<T>(entries: readonly T[], round: number): readonly T[] {
  return round % 2 === 0 ? entries.toReversed() : entries;
}

function originOfGateway(contenders: readonly RunningContender[]): string {
  const gateway = contenders.find(({ name }) => name === names.cold);
  if (gateway === undefined) throw new Error('there is no gateway among the contenders');
  return originIn(gateway.child.greeting);
}
