import { type Command, InvalidArgumentError } from 'commander';
import { editClients } from '../callers/edit-file.ts';
import { newKey, withClient } from '../callers/edits.ts';
import { isScope, type Scope, scopes } from '../domain/scopes.ts';
import { fileOption, inClientsFile } from './clients-file.ts';

interface Options {
  readonly id: string;
  readonly name?: string;
  readonly scopes: readonly Scope[];
  readonly file?: string;
}

/** `client add`: the key goes to standard output, and nowhere else. */
export function addClientAdd(client: Command): void {
  client
    .command('add')
    .description('Add a client. Its key is printed once; the file keeps its hash.')
    .requiredOption('--id <id>', 'by which everything of its own is kept')
    .option('--name <name>', 'for people (default: the id)')
    .requiredOption('--scopes <scopes>', 'what it may do, separated by commas or blanks', scopesOf)
    .option(...fileOption)
    .action(async ({ id, name = id, scopes: granted, file }: Options) => {
      const key = newKey();
      const path = await inClientsFile(file, async (clients) => {
        await editClients(clients, (stated) => withClient(stated, { id, name, scopes: granted, key }));
        return clients;
      });
      console.log(key);
      console.error(`Client ${id} was added to ${path}. This is its key, shown once: it sends "Authorization: Bearer <key>". A running gateway knows it in a moment.`);
    });
}

function scopesOf(text: string): readonly Scope[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  const unknown = names.filter((name) => !isScope(name));
  if (unknown.length > 0) throw new InvalidArgumentError(`There is no scope ${unknown.join(', ')}. Known are ${scopes.join(', ')}.`);
  return [...new Set(names.filter(isScope))];
}
