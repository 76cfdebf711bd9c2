import { MovableClock } from './kit/clock.ts';
import { RunningUpstream } from './kit/upstream.ts';
import { createUpstreams, ofEachUpstream, type UpstreamName, upstreamNames } from './upstreams.ts';

/** What each upstream is: its behaviour, and whatever it tells of its data beyond it. */
export type Definitions = Readonly<ReturnType<typeof createUpstreams>>;

export interface Sandbox {
  readonly clock: MovableClock;
  /** The upstreams' own objects, for tests that compare with the truth or change it. */
  readonly definitions: Definitions;
  readonly upstreams: Readonly<Record<UpstreamName, RunningUpstream>>;
  /** Forgets logs, faults, switches and the clock's offset at every upstream. */
  reset(): void;
  close(): Promise<void>;
}

export interface SandboxStart {
  readonly seed?: number;
  readonly scale?: number;
  /** Fixed ports by name; the others take a free one. */
  readonly ports?: Partial<Record<UpstreamName, number>>;
}

/** Starts every upstream on loopback with data made from the seed. */
export async function startSandbox(options: SandboxStart = {}): Promise<Sandbox> {
  const clock = new MovableClock();
  const definitions: Definitions = createUpstreams({ clock, seed: options.seed ?? 1, scale: options.scale ?? 1 });
  const upstreams = ofEachUpstream((name) => new RunningUpstream(definitions[name], clock, options.ports?.[name] ?? 0));
  const all = Object.values(upstreams);
  await Promise.all(all.map((upstream) => upstream.start()));
  return {
    clock,
    definitions,
    upstreams,
    reset() {
      clock.reset();
      for (const upstream of all) upstream.reset();
    },
    async close() {
      await Promise.all(all.map((upstream) => upstream.stop()));
    },
  };
}

/** Ports behind the control port, one by one. */
export function portsFrom(portBase: number): Readonly<Record<UpstreamName, number>> {
  return ofEachUpstream((name) => portBase + 1 + upstreamNames.indexOf(name));
}
