import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { statusesOf } from '../support/raw-http.ts';
import { useStory } from '../support/story.ts';

const story = useStory();

/** A gateway that was told to stop while an operation was under way and somebody was connected who had not asked yet. */
async function drainingGateway(): Promise<{ readonly gateway: TestGateway; readonly open: Socket; readonly underWay: Promise<unknown>; readonly stopped: Promise<void> }> {
  const gateway = await startGateway({ sandbox: story.sandbox, now: () => story.sandbox.clock.now() });
  const open = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  onTestFinished(() => void open.destroy());
  await once(open, 'connect');
  story.sandbox.upstreams.vdab.faults.add({ kind: 'latency', ms: 1000 });
  const underWay = gateway.query('{ vacancies(first: 2, sources: [VDAB]) { sources { status } } }');
  await expect.poll(() => story.sandbox.upstreams.vdab.requests.length).toBeGreaterThan(0);
  const stopped = gateway.close();
  // From now on nobody new is let in.
  await expect.poll(() => fetch(`${gateway.url}/health/live`).then(() => 'answered', () => 'refused')).toBe('refused');
  return { gateway, open, underWay, stopped };
}

const body = '{"query":"{ __typename }"}';
const asked: readonly (readonly [what: string, request: string, status: number, answer: RegExp])[] = [
  ['an operation is answered', `POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`, 200, /\{"data":\{"__typename":"Query"\}\}/],
  ['a balancer is told', 'GET /health/ready HTTP/1.1', 503, /"draining"/],
  ['the process is said to live', 'GET /health/live HTTP/1.1', 200, /"live"/],
  ['a file is refused, as it would be broken off', 'GET /export/vacancies.csv HTTP/1.1', 503, /retry-after: 1\r[^]*"RATE_LIMITED"/],
  ['a stream is refused, as it would be broken off', 'GET /graphql/stream?query=%7B__typename%7D HTTP/1.1', 503, /retry-after: 1\r[^]*"RATE_LIMITED"/],
];

test.each(asked)('on a connection that was open when a gateway was told to stop, %s, and the connection ends', async (_what, request, status, expected) => {
  const { gateway, open, underWay, stopped } = await drainingGateway();
  open.write(`${request}\r\nHost: ${new URL(gateway.url).host}\r\n\r\n${request.startsWith('POST') ? body : ''}`);
  const answer = await text(open);
  expect(statusesOf(answer)).toEqual([status]);
  expect(answer).toMatch(expected);
  expect(answer).toMatch(/^connection: close\r$/im);
  expect(await underWay).toMatchObject({ data: { vacancies: { sources: [{ status: 'OK' }] } }, errors: [] });
  await stopped;
});
