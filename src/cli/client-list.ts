import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { ClientsFileError } from '../callers/clients-file.ts';
import { type StatedClient, statedClients } from '../callers/edit-file.ts';
import { fileOption, inClientsFile } from './clients-file.ts';

/** `client list`: a line each, parts separated by tabs. */
export function addClientList(client: Command): void {
  client
    .command('list')
    .description('List the clients: id, name, keys that open now, scopes, and the sources that it has own credentials of. No secret is shown.')
    .option(...fileOption)
    .action(async ({ file }: { readonly file?: string }) => {
      const clients = await inClientsFile(file, listed);
      for (const one of clients) console.log(lineOf(one, Date.now()));
    });
}

/** @throws ClientsFileError also where there is no file, which a list would pass over in silence */
async function listed(path: string): Promise<readonly StatedClient[]> {
  await access(path).catch((error: unknown) => {
    throw new ClientsFileError(['there is no such file; npx werkgraph client add makes one'], { cause: error });
  });
  return statedClients(path);
}

function lineOf({ id, name, keySha256, keys, scopes, credentials }: StatedClient, now: number): string {
  const limited = list(keys).filter((key) => isOpen(key, now));
  const open = limited.length + (keySha256 === undefined ? 0 : 1);
  const own = typeof credentials === 'object' && credentials !== null ? Object.keys(credentials) : [];
  const parts = [id, name, `${open} key${open === 1 ? '' : 's'}`, list(scopes).map(shown).join(' '), own.length === 0 ? '-' : own.join(' ')];
  return parts.map(shown).join('\t');
}

function isOpen(key: unknown, now: number): boolean {
  if (typeof key !== 'object' || key === null) return false;
  const [from, to] = [instantOf(key, 'notBefore'), instantOf(key, 'notAfter')];
  return (from === null || from <= now) && (to === null || now < to);
}

function instantOf(key: object, name: string): number | null {
  const stated: unknown = Object.entries(key).find(([one]) => one === name)?.[1];
  return typeof stated === 'string' ? Date.parse(stated) : null;
}

/** A value that names a variable is shown by that name. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/\p{Cc}/gu, ' ') : JSON.stringify(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
