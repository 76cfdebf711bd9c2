import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Gauge } from 'prom-client';
import type { Config } from '../../config.ts';
import type { SourceHandle } from '../../context.ts';
import { type SourceName, sourceNames } from '../../domain/source-name.ts';
import type { Metrics } from './registry.ts';

/** Every call of undici in this process passes here, in the order of its life. */
const channels = { created: 'undici:request:create', answered: 'undici:request:headers', failed: 'undici:request:error' } as const;

interface UnderWay {
  readonly source: SourceName;
  readonly since: number;
}

/**
 * Measures calls to the upstreams where they leave the process, so that no client has to, and tells at each scrape how the upstreams are.
 * @returns to be called in the end
 */
export function watchUpstreams({ registry, upstreamCalls, upstreamSeconds, upstreamUnderWay }: Metrics, { upstreams }: Pick<Config, 'upstreams'>, handles: ReadonlyMap<SourceName, Pick<SourceHandle, 'healthy' | 'rateLimit'>>): () => void {
  const sources = new Map(sourceNames.flatMap((source) => (upstreams[source] === undefined ? [] : [[new URL(upstreams[source].baseUrl).origin, source] as const])));
  const underWay = new WeakMap<object, UnderWay>();

  const created = (message: unknown): void => {
    const request = requestOf(message);
    const source = request === null ? undefined : sources.get(originOf(request));
    if (request === null || source === undefined) return;
    underWay.set(request, { source, since: performance.now() });
    upstreamUnderWay.inc({ source });
  };
  const settled = (message: unknown, outcome: string): void => {
    const request = requestOf(message);
    const call = request === null ? undefined : underWay.get(request);
    if (request === null || call === undefined) return;
    underWay.delete(request);
    upstreamUnderWay.dec({ source: call.source });
    upstreamCalls.inc({ source: call.source, outcome });
    upstreamSeconds.observe({ source: call.source }, (performance.now() - call.since) / 1000);
  };
  const answered = (message: unknown): void => settled(message, `${Math.floor(statusOf(message) / 100)}xx`);
  const failed = (message: unknown): void => settled(message, 'failed');

  subscribe(channels.created, created);
  subscribe(channels.answered, answered);
  subscribe(channels.failed, failed);
  watchHandles(registry, handles);
  return () => {
    unsubscribe(channels.created, created);
    unsubscribe(channels.answered, answered);
    unsubscribe(channels.failed, failed);
  };
}

function watchHandles(registry: Metrics['registry'], handles: ReadonlyMap<SourceName, Pick<SourceHandle, 'healthy' | 'rateLimit'>>): void {
  const registers = [registry];
  const healthy = new Gauge({
    name: 'werkgraph_upstream_healthy',
    help: 'Whether calls are made at all: 0 while an upstream that failed is left alone.',
    labelNames: ['source'],
    registers,
    collect: () => {
      for (const [source, handle] of handles) healthy.set({ source }, handle.healthy() ? 1 : 0);
    },
  });
  const remaining = new Gauge({
    name: 'werkgraph_upstream_rate_limit_remaining',
    help: "Calls left of an upstream's rate limit, with the server's own credential.",
    labelNames: ['source'],
    registers,
    collect: () => {
      for (const [source, handle] of handles) {
        const limit = handle.rateLimit();
        if (limit !== null) remaining.set({ source }, limit.remaining);
      }
    },
  });
}

function requestOf(message: unknown): object | null {
  const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : null;
  return typeof request === 'object' ? request : null;
}

function originOf(request: object): string {
  return 'origin' in request ? String(request.origin) : '';
}

function statusOf(message: unknown): number {
  const response = typeof message === 'object' && message !== null && 'response' in message ? message.response : null;
  return typeof response === 'object' && response !== null && 'statusCode' in response ? Number(response.statusCode) : 0;
}
