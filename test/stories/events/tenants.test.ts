import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type CegidCall, post, signed } from '../../support/cegid-call.ts';
import { useStory } from '../../support/story.ts';
import { listen, listenToChanges, transports, whileWaiting } from './listen.ts';

const story = useStory({ environment: { ANONYMOUS_SCOPES: 'vacancies:read admin' } });
const query = 'subscription { vacancyChanged { vacancyId } }';
const path = '/webhooks/cegid/events';
const own = { clientId: 'sandbox-cegid-2', clientSecret: 'sandbox-cegid-secret-2' };

test.each(transports)('what a client’s own site tells is heard by that client alone over %s, and it hears nothing of the server’s', async (transport) => {
  const { sandbox } = story;
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-clients-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const clients = [
    { id: 'tenant', name: 'Tenant', keySha256: sha256('tenant-key'), scopes: [], credentials: { cegid: own } },
    { id: 'guest', name: 'Guest', keySha256: sha256('guest-key'), scopes: [] },
  ];
  await writeFile(join(folder, 'clients.json'), JSON.stringify({ clients }), { mode: 0o600 });
  const gateway = await story.cold({ CLIENTS_FILE: join(folder, 'clients.json') });
  let seconds = Math.floor(sandbox.clock.now() / 1000) + 300;

  async function tellTenant(reference: string): Promise<void> {
    const call: CegidCall = { path, signedPath: path, query: `client_id=${own.clientId}`, headers: {}, body: JSON.stringify({ event_type: 'vacancy_deleted', reference }), expires: (seconds += 1), credentials: own };
    const { signature, headers } = signed(call);
    expect((await post(gateway.url, `${path}?${call.query}&signature=${signature}`, headers, call.body)).status).toBe(200);
  }

  const tenant = listen<{ vacancyChanged: { vacancyId: string } }>(transport, gateway.url, { query, key: 'tenant-key' });
  const first = await whileWaiting(tenant.next(), 60, (trial) => tellTenant(`own-${trial}`));
  expect(first?.data?.vacancyChanged.vacancyId).toMatch(/^cegid:vacancy:own-/);
  // By the server's events, which they hear until they begin, the others are sure to listen.
  const [guest, anonymous] = [await listenToChanges(transport, sandbox, gateway, { query, key: 'guest-key' }), await listenToChanges(transport, sandbox, gateway, { query })];
  await tellTenant('secret');
  await sandbox.definitions.cegid.sendEvent(`${gateway.url}${path}`, { event_type: 'vacancy_deleted', reference: 'shared' });
  for (const listening of [guest, anonymous]) expect((await listening.next())?.data?.vacancyChanged?.vacancyId).toBe('cegid:vacancy:shared');
  const heard: string[] = [];
  while (!heard.includes('cegid:vacancy:secret')) heard.push(String((await tenant.next())?.data?.vacancyChanged.vacancyId));
  expect(heard.every((id) => /:(?:own-\d+|secret)$/.test(id))).toBe(true);
  const { data } = await gateway.query<{ webhookEvents: { nodes: { sourceId: string; client: string | null }[] } }>('{ webhookEvents(first: 100) { nodes { sourceId client } } }');
  expect(data?.webhookEvents.nodes.every(({ sourceId, client }) => client === (/^(?:own-|secret)/.test(sourceId) ? 'tenant' : null))).toBe(true);
  sandbox.clock.advance(1000);
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
