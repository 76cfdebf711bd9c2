import type { Sandbox } from './index.ts';

/** The environment that points a gateway at this sandbox, with the credentials that its upstreams accept. */
export function gatewayEnvironment({ upstreams }: Pick<Sandbox, 'upstreams'>): Record<string, string> {
  return Object.fromEntries(Object.values(upstreams).flatMap(({ definition, baseUrl }) => Object.entries(definition.environment?.(baseUrl) ?? {})));
}
