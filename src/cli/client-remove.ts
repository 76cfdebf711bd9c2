import type { Command } from 'commander';
import { editClients } from '../callers/edit-file.ts';
import { withoutClient } from '../callers/edits.ts';
import { fileOption, inClientsFile } from './clients-file.ts';

/** `client remove`: what is kept for the client stays, and is its own again when it comes back. */
export function addClientRemove(client: Command): void {
  client
    .command('remove')
    .description('Remove a client. Its keys open no more; what it posted and received is kept.')
    .requiredOption('--id <id>', 'of the client')
    .option(...fileOption)
    .action(async ({ id, file }: { readonly id: string; readonly file?: string }) => {
      await inClientsFile(file, (path) => editClients(path, (stated) => withoutClient(stated, id)));
      console.error(`Client ${id} was removed.`);
    });
}
