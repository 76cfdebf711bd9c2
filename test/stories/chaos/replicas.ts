import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../sandbox/kit/random.ts';
import type { Replica } from './replica.ts';

/** The replicas behind a balancer: who asks is sent to any that serves. */
export interface Replicas extends AsyncDisposable {
  readonly count: number;
  /** One that serves; waits for it where none does. */
  pick(random: Random): Promise<Serving>;
  /** Ends one at once, and starts another in its place. @returns when that listens */
  crash(index: number): Promise<void>;
  /** Sends it no more requests, asks it to stop, and starts another in its place. @returns its exit code, when that listens */
  replace(index: number): Promise<number | null>;
  serving(index: number): Serving | null;
  /** What any of them said of which nobody may say such a thing: errors, a crash, complaints of the runtime. */
  complaints(): string[];
  /** Ends all. @throws where one said anything in confidence */
  end(): Promise<void>;
}

export interface Serving {
  readonly index: number;
  readonly replica: Replica;
}

const waitMs = 50;
const longestWaitMs = 120_000;

/** @param start starts a replica; called again for each that is to take another's place */
export async function startReplicas(count: number, start: () => Promise<Replica>): Promise<Replicas> {
  const every: Replica[] = [];
  const serving = new Map<number, Replica>();
  async function put(index: number): Promise<void> {
    const replica = await start();
    every.push(replica);
    serving.set(index, replica);
  }
  const end = () => Promise.all(every.map((replica) => replica.kill()));
  try {
    await Promise.all(Array.from({ length: count }, (_, index) => put(index)));
  } catch (error) {
    await end();
    throw error;
  }
  function takeOut(index: number): Replica {
    const replica = serving.get(index);
    if (replica === undefined) throw new Error(`replica ${index} does not serve`);
    serving.delete(index);
    return replica;
  }
  return {
    count,
    async pick(random) {
      for (let waitedMs = 0; serving.size === 0; waitedMs += waitMs) {
        if (waitedMs > longestWaitMs) throw new Error('no replica serves');
        await sleep(waitMs);
      }
      const [index, replica] = random.pick([...serving]);
      return { index, replica };
    },
    serving(index) {
      const replica = serving.get(index);
      return replica === undefined ? null : { index, replica };
    },
    async crash(index) {
      await takeOut(index).kill();
      await put(index);
    },
    async replace(index) {
      const code = await takeOut(index).stop();
      await put(index);
      return code;
    },
    complaints: () => every.flatMap((replica) => complaintsOf(replica)),
    async end() {
      serving.clear();
      await end();
      for (const { output } of every) output.check();
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

/** Lines of the log from this level on are of what nobody expects. */
const errorLevel = 50;
/** What Node says on its own of its own. */
const warning = /^\(node:\d+\)|^\(Use `node --trace-/;

function complaintsOf({ output, crash }: Replica): string[] {
  const ended = crash();
  const logged = output.said().filter((line) => line.startsWith('{') && levelOf(line) >= errorLevel);
  const complained = output.complained().filter((line) => line !== '' && !warning.test(line));
  return [...(ended === null ? [] : [`a replica ended by itself: ${ended}`]), ...logged, ...complained];
}

/** A process that was killed may have left half a line. */
function levelOf(line: string): number {
  return Number(/"level":(\d+)/.exec(line)?.[1] ?? 0);
}
