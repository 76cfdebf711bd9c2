import type { Sandbox } from '../../../sandbox/index.ts';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import type { SourceName } from '../../../src/domain/source-name.ts';
import type { SharedCache } from './shared-cache.ts';
import type { Replicas } from './replicas.ts';

/** Something that is done to the surroundings of the gateway for a while. */
export interface Act {
  readonly name: string;
  /** Whose answers it explains to be missing. */
  readonly sources: readonly SourceName[];
  /** Whose calls it may cut off. */
  readonly replicas: readonly number[];
  /** Of these one has to be well meanwhile; absent where it needs none. */
  readonly needs?: readonly SourceName[];
  begin(): Promise<void>;
  /** Ends what `begin` began; nothing of it is left when it returns. */
  end(): Promise<void>;
}

/** What acts work on. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly replicas: Replicas;
  /** Null where the replicas share nothing. */
  readonly shared: SharedCache | null;
  /** How slow an upstream is made, milliseconds. */
  readonly latencyMs: number;
  /** Asks a replica things that take a while, has it stopped meanwhile by `stop`, and complains of those that it did not answer. */
  stopUnderWay(index: number, stop: () => Promise<number | null>): Promise<void>;
}

/** Whose candidates a replica is asked for that is stopped meanwhile: they are never kept, so that every question comes to its upstream. */
export const askedMeanwhile = ['VDAB', 'CEGID'] as const satisfies readonly SourceName[];

export const upstreamOf = { CSO: 'cso', ICTERGEZOCHT: 'ictergezocht', VDAB: 'vdab', CEGID: 'cegid' } as const satisfies Readonly<Record<SourceName, string>>;

/** Every way in which the sandbox lets an upstream fail, and stopping it. */
const troubles: Readonly<Record<string, (latencyMs: number) => Fault>> = {
  slow: (ms) => ({ kind: 'latency', ms }),
  'answering 500': () => ({ kind: 'status', status: 500 }),
  'answering 503': () => ({ kind: 'status', status: 503 }),
  'asking for fewer calls': () => ({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }),
  'cutting connections': () => ({ kind: 'reset' }),
  'cutting connections after the work': () => ({ kind: 'reset', when: 'after' }),
  silent: () => ({ kind: 'hang' }),
  'silent after the work': () => ({ kind: 'hang', when: 'after' }),
  'sending half': () => ({ kind: 'truncate' }),
  'answering another shape': () => ({ kind: 'wrong-json' }),
  'answering HTML': () => ({ kind: 'html' }),
  'answering nothing': () => ({ kind: 'empty' }),
};
export const troubleNames: readonly string[] = [...Object.keys(troubles), 'stopped'];

/** An upstream in one of these troubles. */
export function upstreamAct({ sandbox, latencyMs }: Stage, source: SourceName, trouble: string): Act {
  const upstream = sandbox.upstreams[upstreamOf[source]];
  const fault = troubles[trouble];
  return {
    name: `${source} ${trouble}`,
    sources: [source],
    replicas: [],
    async begin() {
      if (fault === undefined) await upstream.stop();
      else upstream.faults.add(fault(latencyMs));
    },
    async end() {
      upstream.faults.clear();
      await upstream.start();
    },
  };
}

async function nothing(): Promise<void> {}

/** What happens to the gateway's own: Redis and replicas. None of it may cost an answer that a replica had begun and lived to give. */
export function ownActs(stage: Stage): readonly ((turn: number) => Act)[] {
  const { sandbox, replicas, shared } = stage;
  const indexOf = (turn: number): number => turn % replicas.count;
  const crash = (turn: number): Act => ({ name: `replica ${indexOf(turn)} is killed`, sources: [], replicas: [indexOf(turn)], begin: () => replicas.crash(indexOf(turn)), end: nothing });
  const replace = (turn: number): Act => ({
    name: `replica ${indexOf(turn)} is replaced`,
    sources: [],
    replicas: [indexOf(turn)],
    needs: askedMeanwhile,
    begin: () => stage.stopUnderWay(indexOf(turn), () => replicas.replace(indexOf(turn))),
    end: nothing,
  });
  const keysEnd = (): Act => ({
    name: 'keys and tokens end early',
    sources: [],
    replicas: [],
    async begin() {
      sandbox.definitions.cso.expireKey();
      sandbox.definitions.cegid.expireTokens();
    },
    end: nothing,
  });
  if (shared === null) return [crash, replace, keysEnd];
  const away = (): Act => ({ name: 'Redis is away', sources: [], replicas: [], begin: () => shared.hangUp(), end: () => shared.resume() });
  const restarts = (): Act => ({
    name: 'Redis restarts with nothing kept',
    sources: [],
    replicas: [],
    async begin() {
      await shared.hangUp();
      await shared.forgetAll();
    },
    end: () => shared.resume(),
  });
  return [away, crash, restarts, replace, keysEnd];
}
