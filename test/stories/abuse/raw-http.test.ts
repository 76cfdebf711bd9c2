import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { sendRaw, statusesOf } from '../../support/raw-http.ts';
import { callsOf } from '../../support/upstream-calls.ts';

let sandbox: Sandbox;
let gateway: TestGateway;
let host: string;

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.1 });
  gateway = await startGateway({ sandbox, deadlines: { headersMs: 300, requestMs: 600, idleMs: 1000, checkEveryMs: 50 } });
  host = new URL(gateway.url).host;
});
afterAll(async () => {
  await gateway.close();
  await sandbox.close();
});

const body = '{"query":"{ __typename }"}';
const own = { errors: [{ message: expect.stringMatching(/^\S.*\.$/), extensions: { code: 'BAD_USER_INPUT' } }] };

/** A request with these lines in its head. */
function post(lines: readonly string[], text = body): string {
  return ['POST /graphql HTTP/1.1', `Host: ${host}`, 'Content-Type: application/json', ...lines, '', text].join('\r\n');
}

describe('who does not finish is not waited for', () => {
  test('a head that never ends is answered 408, and its connection closed', async () => {
    const answer = await sendRaw(gateway.url, ['POST /graphql HTTP/1.1\r\n', ...Array.from({ length: 40 }, (_, index) => `X-Slow-${index}: 1\r\n`)], { betweenMs: 25 });
    expect(statusesOf(answer)).toEqual([408]);
    expect(JSON.parse(bodyOf(answer))).toEqual(own);
  });

  test('a body that trickles is answered 408, and its connection closed', async () => {
    const pieces = Array.from({ length: 40 }, () => ' ');
    expect(statusesOf(await sendRaw(gateway.url, [post(['Content-Length: 1000'], '{'), ...pieces], { betweenMs: 25 }))).toEqual([408]);
  });

  test('a connection that says nothing is closed', async () => {
    expect(statusesOf(await sendRaw(gateway.url, '', { quietMs: 5000 }))).toEqual([408]);
  });

  test('and meanwhile everybody else is answered', async () => {
    const slow = Array.from({ length: 50 }, () => sendRaw(gateway.url, ['POST /graphql HTTP/1.1\r\n'], { quietMs: 2000 }));
    const { status } = await gateway.query('{ __typename }');
    expect(status).toBe(200);
    await Promise.all(slow);
  });
});

describe('what two servers in a row could read differently is refused, and nothing behind it is run', () => {
  /** A second request hidden behind the first: a server that reads the first one's length otherwise would run it. */
  const hidden = post(['Content-Length: 41'], '{"query":"{ enumerations { nodes { name }}}"}');
  test.each([
    ['a length and chunks', post(['Content-Length: 6', 'Transfer-Encoding: chunked'], `0\r\n\r\n${hidden}`)],
    ['two lengths', post(['Content-Length: 26', 'Content-Length: 0'], `${body}${hidden}`)],
    ['two lengths in one line', post(['Content-Length: 26, 0'], `${body}${hidden}`)],
    ['a length with a sign', post(['Content-Length: +26'], body)],
    ['chunks by another name', post(['Transfer-Encoding: xchunked'], `0\r\n\r\n${hidden}`)],
    ['chunks twice removed', post(['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${hidden}`)],
    ['a space before the colon', post(['Content-Length : 26'], body)],
    ['a folded header', post(['X-Long: a', ' Content-Length: 26'], body)],
    ['a line that ends in a bare line feed', post([]).replaceAll('\r\n', '\n')],
    ['a null in a header', post(['X-Null: a\0b', 'Content-Length: 26'], body)],
    ['a chunk of no size', post(['Transfer-Encoding: chunked'], `zz\r\n${hidden}`)],
    ['two hosts', post(['Host: other.example', 'Content-Length: 26'], body)],
    ['no host', `POST /graphql HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}`],
    ['no HTTP', 'HELO gateway\r\n\r\n'],
    ['another version of HTTP', post(['Content-Length: 26']).replace('HTTP/1.1', 'HTTP/9.9')],
  ])('%s', async (_name, bytes) => {
    const answer = await sendRaw(gateway.url, bytes, { quietMs: 2000 });
    const statuses = statusesOf(answer);
    expect(statuses.length).toBeLessThanOrEqual(1);
    for (const status of statuses) expect(status).toBeGreaterThanOrEqual(400);
    expect(answer).not.toContain('"data"');
    expect(callsOf(sandbox)).toEqual({});
  });

  test('headers of more than 16 KiB are answered 431, in the form of every other error', async () => {
    const answer = await sendRaw(gateway.url, post([`X-Much: ${'a'.repeat(20_000)}`]));
    expect(statusesOf(answer)).toEqual([431]);
    expect(JSON.parse(bodyOf(answer))).toEqual(own);
  });

  test('a body that says to be over 1 MiB is refused before it is sent', async () => {
    expect(statusesOf(await sendRaw(gateway.url, post(['Content-Length: 1048577', 'Connection: close'], ''), { quietMs: 2000 }))).toEqual([413]);
  });
});

describe('what an address or a header holds leads nowhere else', () => {
  test.each(['/../../etc/passwd', '/graphql/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//evil.example/graphql', '/graphql%00', '/graphql\\..', 'http://169.254.169.254/latest/meta-data', '/health/..%2fgraphql'])('%s', async (path) => {
    const answer = await sendRaw(gateway.url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(statusesOf(answer)[0]).toBeGreaterThanOrEqual(400);
    expect(answer).not.toMatch(/root:|location:/i);
  });

  test.each([
    ['Host: evil.example', 421],
    ['Host: 127.0.0.1:1', 421],
    ['Host: user@127.0.0.1', 421],
    ['Host:', 421],
  ])('%s is answered %i', async (line, status) => {
    expect(statusesOf(await sendRaw(gateway.url, `GET /health/live HTTP/1.1\r\n${line}\r\nConnection: close\r\n\r\n`))).toEqual([status]);
  });

  test('X-Forwarded headers change nothing where no proxy is trusted', async () => {
    const answer = await sendRaw(gateway.url, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n`);
    expect(answer).not.toContain('evil.example');
  });
});

test('every answer carries the headers that keep browsers from misusing it', async () => {
  for (const path of ['/health/live', '/nothing', '/graphql', '/']) {
    const { headers } = await fetch(`${gateway.url}${path}`, { headers: { accept: path === '/graphql' ? 'text/html' : '*/*' }, redirect: 'manual' });
    expect({ path, ...Object.fromEntries(headers) }).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'cache-control': expect.stringMatching(/no-store|private/),
    });
  }
});

test('who is reached by TLS tells browsers to stay with it', async () => {
  const secure = await startGateway({ sandbox, environment: { PUBLIC_URL: 'https://graph.example' } });
  expect((await fetch(`${secure.url}/health/live`)).headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect((await fetch(`${gateway.url}/health/live`)).headers.get('strict-transport-security')).toBeNull();
  await secure.close();
});

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}
