import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addApplicationCommands } from './cli/applications.ts';
import { addClientCommands } from './cli/client.ts';
import { addDeliveryCommands } from './cli/deliveries.ts';
import { addEventCommands } from './cli/events.ts';
import { addExportCommand } from './cli/export.ts';
import { addSyncCommand } from './cli/sync.ts';
import { addWebhookCommands } from './cli/webhooks.ts';
import { ConfigError } from './config.ts';

/** The commands of `npx werkgraph`; each file of `src/cli/` adds its own. */
const commands: readonly ((program: Command) => void)[] = [addApplicationCommands, addClientCommands, addDeliveryCommands, addEventCommands, addWebhookCommands, addExportCommand, addSyncCommand];

const program = new Command('werkgraph').description('What an operator does beside the running gateway. It is configured by the same environment.').version(versionOf(), '--version');
for (const add of commands) add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Of the package that this belongs to: sources and what is built of them stand in a folder of it. */
function versionOf(): string {
  const stated: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof stated === 'object' && stated !== null && 'version' in stated ? String(stated.version) : 'unknown';
}
