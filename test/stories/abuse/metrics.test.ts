import { describe, expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';

const story = useStory();

async function measured(url: string | null): Promise<string> {
  return (await fetch(url ?? '')).text();
}

describe('metrics', () => {
  test('are on a listener of their own, on loopback, and nowhere without a port', async () => {
    const gateway = await story.cold({ METRICS_PORT: '0' });
    expect(gateway.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    expect(new URL(gateway.metricsUrl ?? '').port).not.toBe(new URL(gateway.url).port);
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
    expect((await fetch(new URL('/graphql', gateway.metricsUrl ?? ''))).status).toBe(404);
    expect((await fetch(gateway.metricsUrl ?? '', { method: 'POST' })).status).toBe(404);
    expect(story.gateway.metricsUrl).toBeNull();
  });

  test('tell what the cache had of what was read, and how long calls waited for a rate limit', async () => {
    const gateway = await story.cold({ METRICS_PORT: '0' });
    const page = '{ vacancies(first: 2, sources: [VDAB]) { nodes { id title } } }';
    await gateway.query(page);
    const cold = await measured(gateway.metricsUrl);
    // A search, and the two or three details that it leads to.
    expect(cold).toMatch(/^werkgraph_cache_reads_total\{source="VDAB",outcome="miss"\} [34]$/m);
    expect(cold).toMatch(/^werkgraph_cache_reads_total\{source="VDAB",outcome="hit"\} 0$/m);
    await gateway.query(page);
    expect(await measured(gateway.metricsUrl)).toMatch(/^werkgraph_cache_reads_total\{source="VDAB",outcome="hit"\} [34]$/m);
    story.sandbox.clock.advance(5 * 60_000);
    await gateway.query(page);
    expect(await measured(gateway.metricsUrl)).toMatch(/^werkgraph_cache_reads_total\{source="VDAB",outcome="stale"\} 1$/m);
    await gateway.query('{ enumerations(sources: [ICTERGEZOCHT]) { nodes { name } } }');
    expect(await measured(gateway.metricsUrl)).toMatch(/^werkgraph_upstream_limit_wait_seconds_count\{source="ICTERGEZOCHT"\} [1-9]/m);
  });

  test('tell of requests, operations and upstream calls, in labels that no caller chooses', async () => {
    const gateway = await story.cold({ METRICS_PORT: '0' });
    const wish = 'secretwish';
    await gateway.query(`query ${wish} { ${wish}: vacancies(first: 2, sources: [VDAB], filter: { keywords: "${wish}" }) { nodes { id } } }`, {}, { headers: { 'x-purpose': wish, 'x-forwarded-for': '203.0.113.7' } });
    await gateway.query('{ nothing }');
    await fetch(`${gateway.url}/${wish}`, { method: 'GET' });
    story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 500 });
    await gateway.query('{ vacancies(first: 3, sources: [VDAB]) { nodes { id } } }');
    const text = await measured(gateway.metricsUrl);
    for (const line of [
      /^werkgraph_requests_total\{route="\/graphql",method="POST",status="200"\} 2$/m,
      /^werkgraph_requests_total\{route="none",method="GET",status="404"\} 1$/m,
      /^werkgraph_operations_total\{type="query",outcome="ok"\} \d$/m,
      /^werkgraph_operations_total\{type="none",outcome="BAD_USER_INPUT"\} 1$/m,
      /^werkgraph_upstream_calls_total\{source="VDAB",outcome="2xx"\} \d$/m,
      /^werkgraph_upstream_calls_total\{source="VDAB",outcome="5xx"\} \d$/m,
      /^werkgraph_upstream_calls_under_way\{source="VDAB"\} 0$/m,
      /^werkgraph_upstream_healthy\{source="VDAB"\} [01]$/m,
      /^werkgraph_webhook_events\{status="PENDING"\} 0$/m,
      /^werkgraph_webhook_events\{status="DEAD"\} 0$/m,
      /^werkgraph_deliveries_waiting 0$/m,
      /^nodejs_eventloop_lag_p99_seconds /m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toMatch(/secretwish|203\.0\.113|127\.0\.0\.1/);
  });
});
