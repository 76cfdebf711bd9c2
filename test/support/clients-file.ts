import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scope } from '../../src/domain/scopes.ts';

/** A client as CLIENTS_FILE states it. */
export type StatedClient = Readonly<Record<string, unknown>>;

/** The key that a client of these tests has. */
export function keyOf(id: string): string {
  return `key-of-${id}`;
}

export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A client with the key of its id. */
export function client(id: string, scopes: readonly Scope[], more: StatedClient = {}): StatedClient {
  return { id, name: `Client ${id}`, keySha256: hashOf(keyOf(id)), scopes, ...more };
}

/** What a request with a key or token carries. */
export function bearing(credential: string): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { authorization: `Bearer ${credential}` } };
}

/** A file of clients in a folder of its own. */
export interface ClientsFile extends AsyncDisposable {
  readonly path: string;
  /** Puts a text or these clients in its place at once, as an editor does. */
  replace(clients: readonly StatedClient[] | string): Promise<void>;
}

export async function clientsFile(clients: readonly StatedClient[] | string = []): Promise<ClientsFile> {
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-clients-'));
  const path = join(folder, 'clients.json');
  const write = async (at: string, stated: readonly StatedClient[] | string) => {
    await writeFile(at, typeof stated === 'string' ? stated : JSON.stringify({ clients: stated }));
    await chmod(at, 0o600);
  };
  await write(path, clients);
  return {
    path,
    async replace(stated) {
      await write(`${path}~`, stated);
      await rename(`${path}~`, path);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
