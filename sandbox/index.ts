import { MovableClock } from './kit/clock.ts';
import { RunningUpstream, type SandboxOptions, type UpstreamDefinition } from './kit/upstream.ts';
import { createCegid } from './cegid/index.ts';
import { createCso } from './cso/index.ts';
import { createIctergezocht } from './ictergezocht/index.ts';
import { createVdab } from './vdab/index.ts';

/** The upstreams by name; VDAB's vacancies and CVs share one host, so they share one server. */
const makers = { cso: createCso, ictergezocht: createIctergezocht, vdab: createVdab, cegid: createCegid };

export type UpstreamName = keyof typeof makers;
export const upstreamNames = Object.keys(makers) as UpstreamName[];

export interface Sandbox {
  readonly clock: MovableClock;
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
  const settings: SandboxOptions = { clock, seed: options.seed ?? 1, scale: options.scale ?? 1 };
  const make = (name: UpstreamName, definition: UpstreamDefinition) => new RunningUpstream(definition, clock, options.ports?.[name] ?? 0);
  const upstreams = {
    cso: make('cso', makers.cso(settings)),
    ictergezocht: make('ictergezocht', makers.ictergezocht(settings)),
    vdab: make('vdab', makers.vdab(settings)),
    cegid: make('cegid', makers.cegid(settings)),
  };
  const all = Object.values(upstreams);
  await Promise.all(all.map((upstream) => upstream.start()));
  return {
    clock,
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
