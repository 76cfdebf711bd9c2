import type { Child, Children } from './child.ts';
import { apolloAsks, type Asks, gatewayAsks, handlerAsks } from './jobs.ts';
import type { Scratch } from './scratch.ts';
import { withoutRates } from './unlimited.ts';
import type { Upstreams } from './upstreams.ts';

/** One of those that are compared. */
export interface Contender {
  readonly name: string;
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly asks: Asks;
  /** Whether it is measured over few operations whose rows it has just read, instead of over all. */
  readonly warm: boolean;
}

export interface RunningContender extends Contender {
  readonly child: Child;
}

/** What all others are a ratio of. */
export const yardstick = 'hand-written handler';

/** A cache of one entry: every answer is looked up, missed and stored, and the upstream is asked as often as by the handler. */
const keepsNothing = { CACHE_MAX_ENTRIES: '1' };
const gateway = { entry: 'src/main.ts', asks: gatewayAsks, env: { PORT: '0', LOG_LEVEL: 'warn', ...withoutRates } };

export const contenders: readonly Contender[] = [
  { name: yardstick, entry: 'bench/contenders/handler.ts', env: {}, asks: handlerAsks, warm: false },
  { ...gateway, name: 'gateway, cold', env: { ...gateway.env, ...keepsNothing }, warm: false },
  { ...gateway, name: 'gateway, warm', warm: true },
  { name: 'Apollo Server, one GET per id', entry: 'bench/contenders/apollo.ts', env: {}, asks: apolloAsks, warm: false },
];

export function startContenders(children: Children, { env }: Upstreams, scratch: Scratch): Promise<RunningContender[]> {
  return Promise.all(contenders.map(async (contender) => ({ ...contender, child: await children.start({ entry: contender.entry, env: { ...env, ...contender.env, ...scratch.env(contender.name) } }) })));
}
