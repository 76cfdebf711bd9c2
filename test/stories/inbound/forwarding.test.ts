import { createHash } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { root } from '../../house/rules/repository.ts';
import { upstream } from '../../http/server.ts';
import { storeEngines } from '../../store/engines.ts';
import { bearing, client, clientsFile, keyOf } from '../../support/clients-file.ts';
import { startGateway } from '../../support/gateway.ts';
import { startProcess } from './gateway-process.ts';
import { sampleApplication, send } from './story.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const portalKey = 'webhook-key-of-portal';
const account = { credentials: { ictergezocht: { apiKey: 'sandbox-ictergezocht-key-2', partnerKey: 'sandbox-partner-key', webhookKey: portalKey } } };

interface Shown {
  readonly webhookDeliveries: { readonly totalCount: number; readonly nodes: readonly { readonly id: string; readonly messageId: string; readonly client: string; readonly applicationId: string; readonly status: string; readonly attempts: readonly { readonly httpStatus: number | null; readonly fault: string | null }[] }[] };
}
const deliveries = 'query ($status: WebhookDeliveryStatus, $applicationId: ID) { webhookDeliveries(status: $status, applicationId: $applicationId) { totalCount nodes { id messageId client applicationId status attempts { httpStatus fault } } } }';

/** The receiver that the document shows, as a process of its own, with what it prints. */
async function documentedReceiver(): Promise<{ readonly url: string; readonly printed: () => string }> {
  const [, sample = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(`${root}docs/forward-applications.md`, 'utf8')) ?? [];
  expect(sample).toContain('webhook.verify');
  // The port is the system's choice, and is said.
  const code = `${sample}\nserver.on('listening', () => console.log('port ' + server.address().port));`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env: { ...process.env, PORTAL_HOOK_SECRET: secret, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/port \d+/);
  return { url: `http://127.0.0.1:${/port (\d+)/.exec(output)?.[1]}/hooks`, printed: () => output };
}

test.each(storeEngines)('the receiver of the document verifies what it gets, and its client sees that in the graph and fetches the CV, on $engine', async ({ place }) => {
  const where = await place();
  const receiver = await documentedReceiver();
  await using file = await clientsFile([
    client('portal', ['applications:read'], { ...account, applications: { url: receiver.url, secret, allowPrivate: true } }),
    client('other', ['applications:read']),
    client('chief', ['applications:read', 'admin']),
    client('reader', []),
  ]);
  const environment = { CLIENTS_FILE: file.path, ANONYMOUS_SCOPES: 'vacancies:read', DATA_DIR: where.dataDir, ...(where.databaseUrl !== null && { DATABASE_URL: where.databaseUrl }) };
  const gateway = await startGateway({ environment });
  const { id } = await send(gateway, sampleApplication('R-1'), { bearer: portalKey });
  const applicationId = `ictergezocht:application:${id}`;
  await expect.poll(receiver.printed, { timeout: 20_000 }).toContain(`${applicationId} for R-1\n`);
  const shownTo = async (who: string, variables: Readonly<Record<string, unknown>> = {}) => gateway.query<Shown>(deliveries, variables, bearing(keyOf(who)));
  await expect.poll(async () => (await shownTo('portal')).data?.webhookDeliveries.nodes, { timeout: 20_000 }).toMatchObject([{ client: 'portal', applicationId, status: 'DELIVERED', attempts: [{ httpStatus: 204, fault: null }] }]);
  const [delivery] = (await shownTo('portal', { applicationId })).data?.webhookDeliveries.nodes ?? [];
  expect(delivery?.id).toBe(`werkgraph:delivery:${delivery?.messageId}`);
  expect((await shownTo('portal', { status: 'FAILED' })).data?.webhookDeliveries).toEqual({ totalCount: 0, nodes: [] });
  expect((await shownTo('other')).data?.webhookDeliveries.totalCount).toBe(0);
  expect((await shownTo('chief')).data?.webhookDeliveries.nodes).toEqual([delivery]);
  expect(await shownTo('reader')).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(await shownTo('portal', { applicationId: 'cso:vacancy:1' })).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  const { data } = await gateway.query<{ application: { resume: { url: string; sha256: string } } }>('query ($id: ID!) { application(id: $id) { resume { url sha256 } } }', { id: applicationId }, bearing(keyOf('portal')));
  const cv = await fetch(data?.application.resume.url ?? '', bearing(keyOf('portal')));
  expect(createHash('sha256').update(Buffer.from(await cv.arrayBuffer())).digest('hex')).toBe(data?.application.resume.sha256);
  // Nothing of the person, and no secret, is in the log.
  expect(gateway.logged.join('')).not.toMatch(/whsec_|vanthof|Zoë/);
  await gateway.close();
  await where.remove();
});

test.each(storeEngines)('an application that was taken reaches its partner although the process is killed before it could be sent, on $engine', async ({ place }) => {
  const where = await place();
  const sandbox = await startSandbox({ scale: 0.05 });
  let answers = false;
  await using partner = await upstream((response) => void response.writeHead(answers ? 204 : 503).end());
  await using file = await clientsFile([client('portal', ['applications:read'], { ...account, applications: { url: partner.url, secret, allowPrivate: true } })]);
  const first = await startProcess(sandbox, where, { environment: { CLIENTS_FILE: file.path } });
  const sent = await Promise.all(Array.from({ length: 5 }, (_, index) => send(first, sampleApplication('R-1', { email: `p${index}@example.org` }), { bearer: portalKey })));
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  await first.kill();
  answers = true;
  const before = partner.seen.length;
  const second = await startProcess(sandbox, where, { environment: { CLIENTS_FILE: file.path } });
  const delivered = () => new Set(partner.seen.slice(before).map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id));
  // What the dead process held is free once its lease has run out.
  await expect.poll(() => delivered().size, { timeout: 60_000, interval: 200 }).toBe(5);
  expect([...delivered()].toSorted()).toEqual(sent.map(({ id }) => `ictergezocht:application:${id}`).toSorted());
  await second.kill();
  await sandbox.close();
  await where.remove();
}, 120_000);
