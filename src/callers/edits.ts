import { createHash, randomBytes } from 'node:crypto';
import { isRecord } from '../domain/is-record.ts';
import { type Scope } from '../domain/scopes.ts';
import { clientIdForm, maxKeys, reservedIds } from './client.ts';
import { ClientsFileError } from './clients-file.ts';
import type { Edited, StatedClient } from './edit-file.ts';

/** A key that nobody has had before: 256 random bits behind what tells people and scanners whose it is. */
export function newKey(): string {
  return `wg_${randomBytes(32).toString('base64url')}`;
}

/** @throws ClientsFileError for an id that is taken or cannot be one */
export function withClient(clients: readonly StatedClient[], { id, name, scopes, key }: { readonly id: string; readonly name: string; readonly scopes: readonly Scope[]; readonly key: string }): Edited<null> {
  if (!clientIdForm.test(id) || reservedIds.includes(id)) throw new ClientsFileError([`${JSON.stringify(id)} cannot be a client's id: 1 to 64 letters, digits, dots, hyphens and underscores, and not ${reservedIds.join(' or ')}`]);
  if (clients.some((client) => client['id'] === id)) throw new ClientsFileError([`client ${id} is there already; npx werkgraph client rotate gives it another key`]);
  return { clients: [...clients, { id, name, keys: [{ sha256: hashOf(key) }], scopes }], result: null };
}

/**
 * Gives a client another key. Those that it has open until the end of the grace, and no longer than they would have.
 * @returns how many go on opening until then
 * @throws ClientsFileError where there is no such client, or it would have too many keys
 */
export function withAnotherKey(clients: readonly StatedClient[], { id, key, now, graceMs }: { readonly id: string; readonly key: string; readonly now: number; readonly graceMs: number }): Edited<number> {
  const client = known(clients, id);
  const { keySha256, keys, ...rest } = client;
  const stated: readonly unknown[] = [...(keySha256 === undefined ? [] : [{ sha256: keySha256 }]), ...(Array.isArray(keys) ? keys : [])];
  const end = now + graceMs;
  const passing = stated.filter(isRecord).flatMap((one): StatedClient[] => {
    const notAfter = typeof one['notAfter'] === 'string' ? Math.min(Date.parse(one['notAfter']), end) : end;
    return notAfter > now ? [{ ...one, notAfter: new Date(notAfter).toISOString() }] : [];
  });
  if (passing.length >= maxKeys) throw new ClientsFileError([`client ${id} has ${passing.length} keys that still open, the most a client may have; end them with --grace 0`]);
  const changed = { ...rest, keys: [{ sha256: hashOf(key) }, ...passing] };
  return { clients: clients.map((one) => (one === client ? changed : one)), result: passing.length };
}

/** @throws ClientsFileError where there is no such client */
export function withoutClient(clients: readonly StatedClient[], id: string): Edited<null> {
  const client = known(clients, id);
  return { clients: clients.filter((one) => one !== client), result: null };
}

function known(clients: readonly StatedClient[], id: string): StatedClient {
  const client = clients.find((one) => one['id'] === id);
  if (client === undefined) throw new ClientsFileError([`there is no client ${JSON.stringify(id)}`]);
  return client;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
