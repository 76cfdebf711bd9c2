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

/** What each maker makes: an upstream's behaviour, and whatever it tells of its data beyond it. */
export type Definitions = { readonly [Name in UpstreamName]: ReturnType<(typeof makers)[Name]> };

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
  const settings: SandboxOptions = { clock, seed: options.seed ?? 1, scale: options.scale ?? 1 };
  const make = (name: UpstreamName, definition: UpstreamDefinition) => new RunningUpstream(definition, clock, options.ports?.[name] ?? 0);
  const definitions: Definitions = {
    cso: makers.cso(settings),
    ictergezocht: makers.ictergezocht(settings),
    vdab: makers.vdab(settings),
    cegid: makers.cegid(settings),
  };
  const upstreams = {
    cso: make('cso', definitions.cso),
    ictergezocht: make('ictergezocht', definitions.ictergezocht),
    vdab: make('vdab', definitions.vdab),
    cegid: make('cegid', definitions.cegid),
  };
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
