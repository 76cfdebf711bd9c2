import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoClientId, demoClients, demoKey } from '../../sandbox/clients.ts';

/** Writes the clients of the demo into a folder. @returns what CLIENTS_FILE is to be */
export async function writeDemoClients(folder: string): Promise<string> {
  const path = join(folder, 'clients.json');
  await writeFile(path, JSON.stringify(demoClients()), { mode: 0o600 });
  return path;
}

/** Options of a query by a client of the demo; null shows no key. */
export function as(client: DemoClientId | null): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: client === null ? {} : { authorization: `Bearer ${demoKey(client)}` } };
}
