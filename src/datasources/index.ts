import { type SourceName, sourceNames } from '../domain/source-name.ts';
import { cegid } from './cegid/index.ts';
import { cso } from './cso/index.ts';
import { ictergezocht } from './ictergezocht/index.ts';
import type { ConnectedUpstream, Services, Upstream } from './shared/upstream.ts';
import { vdab } from './vdab/index.ts';

/** THE list of upstreams: a source without its line here does not compile. */
export const upstreams = {
  CSO: cso,
  ICTERGEZOCHT: ictergezocht,
  VDAB: vdab,
  CEGID: cegid,
} satisfies Record<SourceName, Upstream<never>>;

type ConfigOf<Door> = Door extends Upstream<infer Config> ? Config : never;
type Configs = { readonly [Name in SourceName]: ConfigOf<(typeof upstreams)[Name]> };
const doors: { readonly [Name in SourceName]: Upstream<Configs[Name]> } = upstreams;

/** The configuration of each upstream that there are credentials for. */
export type UpstreamConfigs = { readonly [Name in SourceName]?: Configs[Name] | undefined };

/** Connects the upstreams that are configured. Nothing is sent before the first operation needs it. */
export function connectUpstreams(configs: UpstreamConfigs, services: Services): ReadonlyMap<SourceName, ConnectedUpstream> {
  const connected = sourceNames.map((name) => [name, connectOne(name, configs[name], services)] as const);
  return new Map(connected.flatMap(([name, upstream]) => (upstream === null ? [] : [[name, upstream]])));
}

function connectOne<Name extends SourceName>(name: Name, config: Configs[Name] | undefined, services: Services): ConnectedUpstream | null {
  return config === undefined ? null : doors[name].connect(config, services);
}
