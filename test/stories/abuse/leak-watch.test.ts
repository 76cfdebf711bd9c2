import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKey } from '../../../sandbox/clients.ts';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import { startSandbox } from '../../../sandbox/index.ts';
import { ask, startGateway } from '../../support/gateway.ts';
import { type LeakWatch, leakWatch } from '../../support/leak-watch.ts';

const environment = { ICTERGEZOCHT_API_KEY: 'planted-board-key', CEGID_CLIENT_SECRET: 'planted+cegid/secret=&1', CURSOR_SECRET: 'planted-cursor-secret', PORT: '4000', VDAB_CLIENT_ID: 'planted-vdab-id' };
const watch = () => leakWatch({ environment });

describe('the guard of every test’s gateway', () => {
  test.each([
    ['a key', '{"level":50,"error":"GET /x?key=planted-board-key failed"}'],
    ['a secret', '{"body":"planted+cegid/secret=&1"}'],
    ['a secret in a form', 'client_secret=planted%2Bcegid%2Fsecret%3D%261'],
    ['a secret in a header', `Basic ${Buffer.from('planted-board-key').toString('base64')}`],
    ['the id that VDAB takes for a key', 'X-IBM-Client-Id: planted-vdab-id'],
    ['a client’s key', `authorization: Bearer ${demoKey('recruiter')}`],
    ['an e-mail address', '{"msg":"noor.maes.4@example.org was read"}'],
    ['an IP address', '{"msg":"clicked from 203.0.113.7"}'],
    ['an IPv6 address', '{"msg":"clicked from 2001:db8::7"}'],
    ['a telephone number', '{"msg":"+31 6 0000 1234"}'],
    ['a CV', '{"content":"JVBERi0xLjQ="}'],
  ])('fires at a log with %s', async (_name, line) => {
    const leaks = await watch();
    expect(() => leaks.check(['{"level":30,"msg":"listening"}', line])).toThrow(/the log holds/);
  });

  test('fires at an answer with a secret, and says in which test, without telling it again', async () => {
    const leaks = await watch();
    leaks.answer('{"data":{"vacancy":{"raw":"planted-cursor-secret"}}}');
    const failure = failureOf(leaks);
    expect(failure).toMatch(/an answer in "the guard.*" holds CURSOR_SECRET/);
    expect(failure).not.toContain('planted-cursor-secret');
  });

  test('fires at what callers showed, and at a token and a name that only the sandbox knows', async () => {
    const sandbox = await startSandbox({ scale: 0.05 });
    onTestFinished(() => sandbox.close());
    const gateway = await startGateway({ sandbox });
    await gateway.query('{ candidates(first: 1, sources: [CEGID]) { nodes { id } } }');
    await gateway.close();
    const token = sandbox.upstreams.cegid.requests.flatMap(({ headers }) => headers.authorization ?? []).at(-1)?.slice('Bearer '.length) ?? '';
    expect(token.length).toBeGreaterThan(20);
    const [person] = sandbox.definitions.cegid.data.candidates.map(({ candidateDetail: { personalInformation } }) => personalInformation);
    for (const line of [`tried ${token}`, `CV of ${person?.firstName} ${person?.lastName}`]) {
      const leaks = await leakWatch({ environment: gatewayEnvironment(sandbox), sandbox });
      expect(() => leaks.check([line])).toThrow(/the log holds/);
    }
    const leaks = await watch();
    leaks.keep('what a caller showed', 'shown-by-a-caller');
    leaks.answer('no shown-by-a-caller here');
    expect(failureOf(leaks)).toContain('what a caller showed');
  });

  test('looks at an answer’s headers and text as they came', async () => {
    const server = createServer((_request, response) => response.setHeader('x-leaks', 'planted-board-key').end('{"data":null}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const leaks = await watch();
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, '{ __typename }', {}, {}, leaks.answer);
    expect(failureOf(leaks)).toContain('ICTERGEZOCHT_API_KEY');
  });

  test('lets pass what answers and logs are to hold', async () => {
    const leaks = await watch();
    leaks.answer('{"data":{"candidate":{"emails":["noor.maes.4@example.org"],"phones":["+31 6 0000 1234"],"ip":"203.0.113.7"}}}');
    expect(() => leaks.check(['{"level":30,"url":"http://127.0.0.1:4000","sources":["CSO"],"msg":"listening"}', '{"version":"1.2.3"}'])).not.toThrow();
  });
});

test('a gateway’s end fails the test whose answers held a secret', async () => {
  // A secret that is a word of every answer: whatever is asked shows it.
  const gateway = await startGateway({ environment: { CURSOR_SECRET: 'application/json' } });
  await gateway.query('{ __typename }');
  await expect(gateway.close()).rejects.toThrow(/CURSOR_SECRET/);
});

function failureOf(leaks: LeakWatch): string {
  try {
    leaks.check([]);
  } catch (error) {
    return String(error);
  }
  return '';
}
