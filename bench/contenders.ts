import type { Child, Children } from './child.ts';
import { type Asks, gatewayAsks, handlerAsks, offsetAsks } from './jobs.ts';
import type { PeerName } from './peers.ts';
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

/** The names by which results are looked up. */
export const names = { handler: 'hand-written handler', cold: 'gateway, cold', warm: 'gateway, warm', yoga: 'Yoga, JIT', mercurius: 'Mercurius, JIT', hive: 'Hive Gateway' } as const;

/** A cache of one entry: every answer is looked up, missed and stored, and the upstream is asked as often as by the handler. */
const keepsNothing = { CACHE_MAX_ENTRIES: '1' };
const gateway = { entry: 'src/main.ts', asks: gatewayAsks, env: { PORT: '0', LOG_LEVEL: 'warn', ...withoutRates } };

/** The gateway as it is measured cold and warm. */
export const gateways: Readonly<Record<'cold' | 'warm', Contender>> = {
  cold: { ...gateway, name: names.cold, env: { ...gateway.env, ...keepsNothing }, warm: false },
  warm: { ...gateway, name: names.warm, warm: true },
};

const always: readonly Contender[] = [
  { name: names.handler, entry: 'bench/contenders/handler.ts', env: {}, asks: handlerAsks, warm: false },
  gateways.cold,
  gateways.warm,
  { name: 'Apollo Server, one GET per id', entry: 'bench/contenders/apollo.ts', env: {}, asks: offsetAsks('/'), warm: false },
];

const peers: Readonly<Record<PeerName, Contender>> = {
  hive: peer(names.hive, 'bench/peers/hive/server.mjs'),
  yoga: peer(names.yoga, 'bench/peers/yoga/server.mjs'),
  mercurius: peer(names.mercurius, 'bench/peers/mercurius/server.mjs'),
  apollo: peer('Apollo Server on Fastify, DataLoader', 'bench/contenders/apollo-fastify.ts'),
};

function peer(name: string, entry: string): Contender {
  return { name, entry, env: {}, asks: offsetAsks('/graphql'), warm: false };
}

/** Those that every comparison has, and the peers that are asked for. */
export function contendersWith(asked: readonly PeerName[]): readonly Contender[] {
  return [...always, ...asked.map((name) => peers[name])];
}

/** Starts a contender on the sandbox. */
export async function startContender(contender: Contender, children: Children, { env }: Upstreams, scratch: Scratch): Promise<RunningContender> {
  return { ...contender, child: await children.start({ entry: contender.entry, env: { ...env, ...contender.env, ...scratch.env(contender.name) } }) };
}
