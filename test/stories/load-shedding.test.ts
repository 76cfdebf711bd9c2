import { describe, expect, test } from 'vitest';
import { shareToShed } from '../../src/server/load-shedding.ts';
import { watchLoopDelay } from '../../src/server/loop-delay.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';

const story = useStory();
const boundMs = 200;

interface Late {
  readonly gateway: TestGateway;
  /** How late its event loop is said to be, milliseconds. */
  late: number;
}

/** A gateway that is as late as the test says. */
async function lateGateway(environment: Readonly<Record<string, string>> = {}): Promise<Late & AsyncDisposable> {
  const state = { late: 0 };
  const gateway = await startGateway({
    sandbox: story.sandbox,
    clients: 'demo',
    now: () => story.sandbox.clock.now(),
    environment: { CSO_START_ROW_BASE: '0', MAX_EVENT_LOOP_DELAY_MS: String(boundMs), ...environment },
    loopDelay: { ms: () => state.late, stop: () => undefined },
  });
  return Object.assign(state, { gateway, [Symbol.asyncDispose]: () => gateway.close() });
}

async function statusOf({ url }: TestGateway, path: string, init?: RequestInit): Promise<number> {
  const response = await fetch(url + path, init);
  await response.arrayBuffer();
  return response.status;
}

function ask({ url }: TestGateway, query = '{ __typename }'): Promise<Response> {
  return fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
}

describe('a gateway whose event loop is late', () => {
  test('refuses operations with 503, says when to come back, and takes them again once it keeps up', async () => {
    await using given = await lateGateway();
    given.late = 2 * boundMs;
    const refused = await ask(given.gateway);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(refused.status).toBe(503);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(3);
    expect(await refused.json()).toEqual({ errors: [{ message: expect.stringContaining('Retry-After'), extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds } }] });
    given.late = boundMs;
    expect((await ask(given.gateway)).status).toBe(200);
  });

  test('asks no upstream for what it refuses', async () => {
    await using given = await lateGateway();
    given.late = 2 * boundMs;
    await ask(given.gateway, '{ vacancies(first: 3) { nodes { id } } }');
    expect(Object.values(story.sandbox.upstreams).flatMap(({ requests }) => requests)).toEqual([]);
  });

  test('refuses every other address too, but for health and webhooks', async () => {
    await using given = await lateGateway();
    given.late = 2 * boundMs;
    const { gateway } = given;
    for (const path of ['/', '/graphql?query=%7B__typename%7D', '/graphql/stream', '/export/insights.csv', '/dashboard', '/applications/1/resume', '/nothing', '/healthy']) expect([path, await statusOf(gateway, path)]).toEqual([path, 503]);
    expect(await statusOf(gateway, '/health/live')).toBe(200);
    expect(await statusOf(gateway, '/health/ready?probe')).toBe(200);
    const application = { referenceNumber: 'R-1', name: 'A', email: 'a@example.org', motivation: 'yes', source: '', campaign: '', cv: Buffer.from('cv').toString('base64'), filename: 'cv.txt' };
    const delivered = { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer sandbox-webhook-key' }, body: JSON.stringify(application) };
    expect(await statusOf(gateway, '/webhooks/ictergezocht/applications', delivered)).toBe(201);
  });

  test('sees through what is under way', async () => {
    await using given = await lateGateway();
    story.sandbox.upstreams.vdab.faults.add({ kind: 'latency', ms: 300 });
    const underWay = ask(given.gateway, '{ vacancies(first: 2, sources: [VDAB]) { nodes { id } sources { status } } }');
    await expect.poll(() => story.sandbox.upstreams.vdab.requests.length).toBeGreaterThan(0);
    given.late = 2 * boundMs;
    expect((await ask(given.gateway)).status).toBe(503);
    expect(await (await underWay).json()).toMatchObject({ data: { vacancies: { sources: [{ status: 'OK' }] } } });
  });

  test('counts what it refuses, and tells it while it is late', async () => {
    await using given = await lateGateway({ METRICS_PORT: '0' });
    given.late = 2 * boundMs;
    for (let i = 0; i < 3; i += 1) await ask(given.gateway);
    expect(await (await fetch(given.gateway.metricsUrl ?? '')).text()).toMatch(/^werkgraph_requests_shed_total 3$/m);
  });

  test('can be told never to', async () => {
    await using given = await lateGateway({ MAX_EVENT_LOOP_DELAY_MS: '0' });
    given.late = 1_000_000;
    expect((await ask(given.gateway)).status).toBe(200);
  });
});

test('the later it is, the more is refused: nothing up to the bound, everything from twice the bound on', () => {
  expect([0, 100, 150, 200, 900].map((delayMs) => shareToShed(delayMs, 100))).toEqual([0, 0, 0.5, 1, 1]);
  expect(shareToShed(1_000_000, 0)).toBe(0);
});

describe('the delay of an event loop', () => {
  test('is seen where the loop is late again and again, and not for one long pause', async () => {
    const delay = watchLoopDelay();
    try {
      blockFor(1200);
      await new Promise((resolve) => setImmediate(resolve));
      expect(delay.ms()).toBeLessThan(600);
      await expect
        .poll(
          () => {
            blockFor(600);
            return delay.ms();
          },
          { timeout: 20_000, interval: 1 },
        )
        .toBeGreaterThan(300);
    } finally {
      delay.stop();
    }
  });
});

/** Keeps the loop from turning. */
function blockFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
