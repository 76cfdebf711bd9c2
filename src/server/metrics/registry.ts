import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured. Labels have few values, and never one that a caller chooses. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'route' | 'method' | 'status'>;
  readonly requestSeconds: Histogram<'route'>;
  readonly shedRequests: Counter;
  readonly operations: Counter<'type' | 'outcome'>;
  readonly knownQueries: Counter<'way'>;
  readonly upstreamCalls: Counter<'source' | 'outcome'>;
  readonly upstreamSeconds: Histogram<'source'>;
  readonly upstreamUnderWay: Gauge<'source'>;
  readonly limitWaitSeconds: Histogram<'source'>;
  readonly cacheReads: Counter<'source' | 'outcome'>;
}

/** Seconds, from an answer out of the cache to the end of an operation's budget. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds, from no wait at all to the whole window of a limit, which bulk may wait for. */
const waitBuckets = [0.001, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Memory, processor time, open handles, garbage collection and the delay of the event loop.
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({ name: 'werkgraph_requests_total', help: 'Requests answered.', labelNames: ['route', 'method', 'status'], registers }),
    requestSeconds: new Histogram({ name: 'werkgraph_request_seconds', help: 'Time from a request to the end of its answer.', labelNames: ['route'], buckets, registers }),
    shedRequests: new Counter({ name: 'werkgraph_requests_shed_total', help: 'Requests refused because the event loop was late.', registers }),
    operations: new Counter({ name: 'werkgraph_operations_total', help: 'Operations, by the code of the first error, or "ok".', labelNames: ['type', 'outcome'], registers }),
    knownQueries: new Counter({ name: 'werkgraph_known_queries_total', help: 'Queries whose document was read before: "executed" for one, "joined" to the same of another caller of the same identity, or "refused".', labelNames: ['way'], registers }),
    upstreamCalls: new Counter({ name: 'werkgraph_upstream_calls_total', help: 'Calls to upstreams, by the class of the status or "failed".', labelNames: ['source', 'outcome'], registers }),
    upstreamSeconds: new Histogram({ name: 'werkgraph_upstream_seconds', help: 'Time from a call to the beginning of its answer.', labelNames: ['source'], buckets, registers }),
    upstreamUnderWay: new Gauge({ name: 'werkgraph_upstream_calls_under_way', help: 'Calls that wait for their answers.', labelNames: ['source'], registers }),
    limitWaitSeconds: new Histogram({ name: 'werkgraph_upstream_limit_wait_seconds', help: "Time that calls waited for a slot of an upstream's rate limit.", labelNames: ['source'], buckets: waitBuckets, registers }),
    cacheReads: new Counter({ name: 'werkgraph_cache_reads_total', help: 'Reads of the cache: "hit", "stale" for what is served past its freshness, "miss" for what has to be loaded.', labelNames: ['source', 'outcome'], registers }),
  };
}
