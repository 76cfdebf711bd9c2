import type { Command } from 'commander';
import { syncWebhooks } from '../server/inbound/sync-webhooks.ts';
import { withPlant } from './with-plant.ts';

/** `webhooks sync`: what upstreams are to tell this gateway. */
export function addWebhookCommands(program: Command): void {
  program
    .command('webhooks')
    .description('What upstreams tell this gateway by webhook.')
    .command('sync')
    .description('Subscribes to the events that are configured (CEGID_WEBHOOK_EVENTS) at this gateway’s PUBLIC_URL, and ends what it subscribed to beside them.')
    .option('--client <id>', 'for a client’s own account instead of the server’s')
    .option('--dry-run', 'say what would be done, and do nothing')
    .action(async ({ client, dryRun = false }: { readonly client?: string; readonly dryRun?: boolean }) => {
      const done = await withPlant((plant) => syncWebhooks(plant, { client: client ?? null, dryRun, say: (line) => console.log(line), complain: (line) => console.error(line) }));
      if (!done) process.exitCode = 1;
    });
}
