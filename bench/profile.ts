import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Share, sharesOf } from './areas.ts';
import { Children, originIn } from './child.ts';
import { gateways, startContender } from './contenders.ts';
import type { WorkName } from './jobs.ts';
import { startLoad } from './load.ts';
import { Bench, warmUpSeconds } from './measure.ts';
import { table } from './report.ts';
import { Scratch } from './scratch.ts';
import { upstreamsOf } from './upstreams.ts';
import { readVariables } from './variables.ts';

export interface ProfileOptions {
  readonly work: WorkName;
  readonly state: 'cold' | 'warm';
  readonly seconds: number;
}

/** Load goes on for so long round the profile, so that all of it is under load. */
const roundSeconds = 1;
const leastShare = 0.01;
const shownFunctions = 20;

/** Profiles a gateway's main thread under the load of a comparison. @returns Markdown */
export async function profileGateway({ work, state, seconds }: ProfileOptions): Promise<string> {
  using scratch = new Scratch();
  await using children = new Children();
  const upstreams = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
  const gateway = await startContender(gateways[state], children, upstreams, scratch);
  const load = startLoad();
  try {
    const bench = new Bench(load, upstreams, await readVariables(upstreams, originIn(gateway.child.greeting)));
    await bench.run(gateway, work, warmUpSeconds);
    const running = bench.run(gateway, work, seconds + roundSeconds);
    const [profile, { requests, seconds: took }] = await Promise.all([gateway.child.profile(seconds * 1000), running]);
    const file = join(tmpdir(), `werkgraph-${work}-${state}.cpuprofile`);
    writeFileSync(file, JSON.stringify(profile));
    const { areas, functions } = sharesOf(profile);
    const shown = areas.filter(({ share }) => share >= leastShare);
    return [
      `${gateway.name}, ${work}: ${(requests / took).toFixed(0)} requests/s while profiled. The profile, for a browser's developer tools: ${file}`,
      tableOf('area', shown),
      tableOf('function', functions.slice(0, shownFunctions)),
    ].join('\n\n');
  } finally {
    load.stop();
  }
}

function tableOf(what: string, shares: readonly Share[]): string {
  return table([[what, 'of the busy time'], ...shares.map(({ name, share }) => [name, `${(100 * share).toFixed(1)} %`])]);
}
