import { profileOf, type UpstreamConfigs } from '../datasources/connect.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { Stated } from './section.ts';
import { sections } from './upstreams.ts';

/** The names that the upstreams are configured by. */
export const upstreamVariables: readonly string[] = sourceNames.flatMap((name) => sections[name].names);

/** The upstreams that are on, with everything that is wrong about any. */
export function readUpstreams(stated: Stated): { readonly configs: UpstreamConfigs; readonly problems: readonly string[] } {
  const configs: { -readonly [Name in SourceName]?: UpstreamConfigs[Name] } = {};
  function read<Name extends SourceName>(name: Name): readonly string[] {
    const { config, problems } = sections[name].read(stated);
    configs[name] = config;
    return problems;
  }
  const problems = sourceNames.flatMap(read);
  return { configs, problems };
}

/** One upstream with a client's own credentials, by their names in CLIENTS_FILE; where they are wrong, in which way. */
export function readOwnUpstream(name: SourceName, credentials: Stated, stated: Stated): { readonly configs: UpstreamConfigs; readonly problems: readonly string[] } {
  const { config, problems } = sections[name].readOwn(credentials, stated);
  return { configs: { [name]: config }, problems };
}

/** Whether a client may state by which key an inbound delivery of the upstream is its own. */
export function takesWebhookKey(name: SourceName): boolean {
  return sections[name].takesWebhookKey;
}

/** What each upstream needs, a line each. */
export function neededVariables(): string {
  const rows = sourceNames.map((name) => [profileOf(name).name, sections[name].needed.join(', ')] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, needed]) => `  ${name.padEnd(width)}   ${needed}`).join('\n');
}
