import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Callers } from '../../src/callers/index.ts';
import { openCallers } from '../../src/callers/open.ts';
import type { SourceHandle } from '../../src/context.ts';
import { scopes } from '../../src/domain/scopes.ts';
import { client, type ClientsFile, clientsFile, keyOf } from '../support/clients-file.ts';

const handle: SourceHandle = { open: () => ({ source: 'VDAB' }), healthy: () => true, rateLimit: () => null };
const signing = ['a', 'b'].map((letter) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`);
const inbound = (...webhookKey: readonly string[]) => ({ credentials: { ictergezocht: { webhookKey } } });

let file: ClientsFile;
let callers: Callers;
let told: string[];
let connected: string[];

beforeEach(async () => {
  told = [];
  connected = [];
  file = await clientsFile([
    client('partner', ['applications:read'], { ...inbound('partner-webhook-key-1', 'partner-webhook-key-2'), applications: { url: 'https://partner.example/in', secret: signing } }),
    client('other', [], inbound('other-webhook-key-1')),
    client('own', [], { credentials: { vdab: { clientId: 'own' } } }),
  ]);
  callers = await openCallers({
    anonymousScopes: new Set(['vacancies:read']),
    clientsFile: file.path,
    tokens: null,
    upstreams: new Map([['VDAB', handle]]),
    ownUpstream: (source, { clientId = '' }) => ({
      key: `${source} ${clientId}`,
      events: { account: clientId, wanted: [], read: () => ({ kind: 'refused', why: 'It is a test.' }) },
      connect() {
        connected.push(clientId);
        return { ...handle, close: async () => undefined };
      },
    }),
    takesWebhookKey: (source) => source === 'ICTERGEZOCHT',
    problemsOf: () => [],
    variable: () => undefined,
    now: () => 0,
    tell: (level) => void told.push(level),
  });
});
afterEach(async () => {
  await callers.close();
  await file[Symbol.asyncDispose]();
});

describe('the callers', () => {
  test('tell of their clients what belongs to a delivery', () => {
    expect(callers.clients()).toEqual([
      { id: 'partner', name: 'Client partner' },
      { id: 'other', name: 'Client other' },
      { id: 'own', name: 'Client own' },
    ]);
    const owners = ['partner-webhook-key-1', 'partner-webhook-key-2', 'other-webhook-key-1', 'other-webhook-key-2'].map((key) => callers.webhookKeys('ICTERGEZOCHT')?.find(key));
    expect(owners).toEqual(['partner', 'partner', 'other', undefined]);
    expect(callers.webhookKeys('CEGID')).toBeUndefined();
    expect(callers.forwardingOf('partner')).toEqual({ url: 'https://partner.example/in', secrets: signing, allowPrivate: false });
    expect([callers.forwardingOf('other'), callers.forwardingOf('nobody')]).toEqual([null, null]);
  });

  test('tell it anew when the file has changed', async () => {
    await file.replace([client('other', [], { ...inbound('other-webhook-key-2'), applications: { url: 'https://10.0.0.1/in', secret: signing[0], allowPrivate: true } })]);
    await callers.reload();
    expect([callers.clients().length, callers.webhookKeys('ICTERGEZOCHT')?.find('other-webhook-key-2'), callers.webhookKeys('ICTERGEZOCHT')?.find('other-webhook-key-1')]).toEqual([1, 'other', undefined]);
    expect([callers.forwardingOf('partner'), callers.forwardingOf('other')]).toEqual([null, { url: 'https://10.0.0.1/in', secrets: [signing[0]], allowPrivate: true }]);
  });

  test('keep what they were told where the file is wrong now', async () => {
    await file.replace('{');
    await callers.reload();
    expect([callers.clients().length, told.includes('error')]).toEqual([3, true]);
  });

  test('find a client by its id for work that outlives its request, with what its calls go out with', async () => {
    const [partner, own, nobody] = await Promise.all(['partner', 'own', 'nobody'].map((id) => callers.clientById(id)));
    expect([partner?.viewer.scopes, partner?.upstreams.get('VDAB'), partner?.ownCredentials.size]).toEqual([new Set(['vacancies:read', 'applications:read']), handle, 0]);
    expect([own?.upstreams.get('VDAB') === handle, own?.ownCredentials, nobody]).toEqual([false, new Set(['VDAB']), null]);
    expect(own).toBe(await callers.callerOf({ authorization: `Bearer ${keyOf('own')}` }));
  });

  test('tell who has an account that a source names, the same one several times, and connect nobody for it', async () => {
    await file.replace(['own', 'twin', 'another'].map((id) => client(id, [], { credentials: { vdab: { clientId: id === 'another' ? 'else' : 'own' } } })));
    await callers.reload();
    const accounts = [...callers.tellers('VDAB')].map(([account, tellers]) => [account, tellers.map(({ clientId, reader }) => [clientId, reader.account])]);
    expect(accounts).toEqual([['own', [['own', 'own'], ['twin', 'own']]], ['else', [['another', 'else']]]]);
    expect([callers.tellers('CEGID').size, connected]).toEqual([0, []]);
  });

  test('have the gateway among them, which may do everything and is no client', async () => {
    expect([callers.gateway.viewer.id, callers.gateway.viewer.scopes, callers.gateway.upstreams.get('VDAB')]).toEqual(['gateway', new Set(scopes), handle]);
    expect(await callers.clientById('gateway')).toBeNull();
  });

  test('seal cursors for each other apart, and anew when a credential is another', async () => {
    const sealed = async (id: string) => (await callers.clientById(id))?.sealedFor;
    const before = await Promise.all([callers.callerOf({}).then(({ sealedFor }) => sealedFor), sealed('partner'), sealed('own')]);
    expect(new Set(before).size).toBe(3);
    await file.replace([client('partner', []), client('own', [], { credentials: { vdab: { clientId: 'new' } } })]);
    await callers.reload();
    expect([await sealed('partner'), (await sealed('own')) === before[2]]).toEqual([before[1], false]);
  });
});
