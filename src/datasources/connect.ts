import type { SourceProfile } from '../domain/source.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { EventReader } from '../domain/upstream-event.ts';
import * as upstreams from './index.ts';
import type { ConnectedUpstream, Services, Upstream } from './shared/upstream.ts';

type ConfigOf<Door> = Door extends Upstream<infer Config> ? Config : never;
type Configs = { readonly [Name in SourceName]: ConfigOf<(typeof upstreams)[Name]> };
const doors: { readonly [Name in SourceName]: Upstream<Configs[Name]> } = upstreams;

/** The configuration of each upstream that there are credentials for. */
export type UpstreamConfigs = { readonly [Name in SourceName]?: Configs[Name] | undefined };

/** What is known of a source without asking it. */
export function profileOf(source: SourceName): SourceProfile {
  return doors[source].profile;
}

/** Connects the upstreams that are configured. Nothing is sent before the first operation needs it. */
export function connectUpstreams(configs: UpstreamConfigs, services: Services): ReadonlyMap<SourceName, ConnectedUpstream> {
  const connected = sourceNames.map((name) => [name, connectOne(name, configs[name], services)] as const);
  return new Map(connected.flatMap(([name, upstream]) => (upstream === null ? [] : [[name, upstream]])));
}

/** What reads the calls of a source's webhooks to the account that it is configured with; nothing is connected. */
export function eventsOf<Name extends SourceName>(name: Name, configs: UpstreamConfigs): EventReader | undefined {
  const config: Configs[Name] | undefined = configs[name];
  return config === undefined ? undefined : doors[name].events?.(config);
}

function connectOne<Name extends SourceName>(name: Name, config: Configs[Name] | undefined, services: Services): ConnectedUpstream | null {
  return config === undefined ? null : doors[name].connect(config, services);
}
