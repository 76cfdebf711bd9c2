import type { Sandbox } from '../../sandbox/index.ts';
import type { LoggedRequest } from '../../sandbox/kit/exchange.ts';
import type { RunningUpstream } from '../../sandbox/kit/upstream.ts';

/**
 * What the upstreams of a sandbox were asked since it was last reset, and how often: `cso getJobs`, `vdab POST v2/vacatures`,
 * `vdab GET v2/vacatures/{id}`.
 */
export function callsOf({ upstreams }: Pick<Sandbox, 'upstreams'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const upstream of Object.values(upstreams)) {
    for (const request of upstream.requests) {
      const name = nameOf(upstream, request);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** The bodies of an upstream's requests to a path, parsed, in the order of their arrival. */
export function bodiesOf({ requests }: RunningUpstream, path: RegExp): Record<string, unknown>[] {
  return requests.filter((request) => path.test(request.path)).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}

/** The queries of an upstream's GET requests to a path. */
export function queriesOf({ requests }: RunningUpstream, path: RegExp): URLSearchParams[] {
  return requests.filter((request) => request.method === 'GET' && path.test(request.path)).map(({ query }) => new URLSearchParams(query));
}

function nameOf({ name, definition }: RunningUpstream, { method, path }: LoggedRequest): string {
  const below = path.slice(definition.basePath.length).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{id}');
  return name === 'cso' ? `cso ${below.replace(/\.json$/, '')}` : `${name} ${method} ${below}`;
}
