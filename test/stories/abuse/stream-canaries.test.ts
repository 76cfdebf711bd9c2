import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoKey } from '../../../sandbox/clients.ts';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { type Listening, listen, listenToChanges, tell, transports, whileWaiting } from '../events/listen.ts';
import { sampleApplication, send } from '../inbound/story.ts';

/** Planted wherever somebody who listens may put something, or is told something of a person. */
const canary = { keyword: 'canary-keyword-9c1d', email: 'canary.9c1d@example.org', name: 'Canary-Name 9c1d', motivation: 'canary-motivation-9c1d', cv: 'JVBERi0xLjQgY2FuYXJ5LTljMWQ=', token: 'canary-token-9c1d' } as const;
const webhookKey = 'canary-webhook-key-9c1d';

let sandbox: Sandbox;
let gateway: TestGateway;

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.05 });
  gateway = await startGateway({ sandbox, clients: 'demo', environment: { LOG_LEVEL: 'debug', ANONYMOUS_SCOPES: 'vacancies:read', ICTERGEZOCHT_WEBHOOK_KEY: webhookKey } });
});
afterAll(async () => {
  await gateway.close();
  await sandbox.close();
});

/** What one who listens is told first, whatever it is. */
async function first(listening: Listening<unknown>): Promise<string> {
  try {
    return JSON.stringify((await listening.next()) ?? 'complete');
  } catch (error) {
    if (error instanceof CloseEvent) return `${error.code} ${error.reason}`;
    return error instanceof Error ? error.message : JSON.stringify(error);
  } finally {
    listening.stop();
  }
}

const secrets = () => [...Object.entries(gatewayEnvironment(sandbox)).flatMap(([name, value]) => (/URL$|USERNAME$/.test(name) ? [] : [value])), demoKey('recruiter'), demoKey('admin'), webhookKey, canary.token];
const logsOf = (planted: string) => gateway.logged.filter((line) => line.includes(planted));

describe.each(transports)('over %s', (transport) => {
  test('what is refused tells no secret, and leaves nothing in the log', async () => {
    const asked = [
      { query: `subscription { ${canary.token.replaceAll('-', '_')} { id } }` },
      { query: `subscription { vacancyChanged(sources: ["${canary.keyword}"]) { id } }` },
      { query: 'subscription ($s: [Source!]) { vacancyChanged(sources: $s) { id } }', variables: { s: [canary.email] } },
      { query: 'subscription { applicationReceived { id email } }' },
      { query: `subscription { "${canary.keyword}" }` },
      { query: 'subscription { vacancyChanged { id } }', key: canary.token },
      { query: '{ viewer { id } }', variables: { x: canary.motivation }, key: demoKey('admin') },
    ];
    const told = await Promise.all(asked.map((one) => first(listen(transport, gateway.url, one))));
    for (const answer of told) {
      expect(answer).toMatch(/BAD_USER_INPUT|FORBIDDEN|UNAUTHENTICATED|401|4401|Unauthorized/);
      expect(secrets().filter((secret) => answer.includes(secret))).toEqual([]);
      expect(answer).not.toMatch(/node_modules|\/src\/|at \w+ \(.*:\d+:\d+\)/);
    }
  });

  test('what is told of a person is told to whom may know it, and to no log', async () => {
    const query = 'subscription { applicationReceived(referenceNumber: "9c1d") { name email motivation resume { fileName } } }';
    const listening = listen<{ applicationReceived: object }>(transport, gateway.url, { query, key: demoKey('recruiter') });
    const application = (count: number) => sampleApplication('9c1d', { email: canary.email.replace('@', `.${transport}${count}@`), name: canary.name, motivation: canary.motivation, cv: canary.cv });
    const told = JSON.stringify(await whileWaiting(listening.next(), 100, async (count) => expect(await send(gateway, application(count), { bearer: webhookKey })).toMatchObject({ status: 201 })));
    listening.stop();
    expect(told).toContain(canary.name);
    expect(secrets().filter((secret) => told.includes(secret))).toEqual([]);
  });

  test('an event that cannot be worked on is logged without what it is about', async () => {
    const listening = await listenToChanges(transport, sandbox, gateway, { query: 'subscription { vacancyChanged { vacancyId vacancy { title } } }', key: demoKey('admin') });
    sandbox.upstreams.cegid.faults.add({ kind: 'status', status: 403 });
    const before = gateway.logged.length;
    await tell(sandbox, gateway, { event_type: 'vacancy_update', reference: `${canary.keyword}-${transport}` });
    await expect.poll(() => gateway.logged.length, { timeout: 10_000 }).toBeGreaterThan(before);
    sandbox.upstreams.cegid.reset();
    listening.stop();
  });

  test('the log holds nothing of all that', () => {
    expect(gateway.logged.length).toBeGreaterThan(0);
    for (const planted of [...Object.values(canary), ...secrets(), '9c1d', '"127.0.0.1"']) expect([planted, logsOf(planted)]).toEqual([planted, []]);
  });
});
