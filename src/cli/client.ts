import type { Command } from 'commander';
import { addClientAdd } from './client-add.ts';
import { addClientList } from './client-list.ts';
import { addClientRemove } from './client-remove.ts';
import { addClientRotate } from './client-rotate.ts';

/** `npx werkgraph client …`: who the callers are. A running gateway reads the file again by itself. */
export function addClientCommands(program: Command): void {
  const client = program.command('client').description('The clients of CLIENTS_FILE.');
  for (const add of [addClientAdd, addClientList, addClientRotate, addClientRemove]) add(client);
}
