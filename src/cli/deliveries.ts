import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Delivery, type DeliveryStatus, deliveryStatuses } from '../domain/delivery.ts';
import { globalId } from '../domain/ids.ts';
import { ownId, parseOwnId } from '../domain/own-ids.ts';
import { withStore } from './with-store.ts';

interface ListOptions {
  readonly status?: DeliveryStatus | null;
  readonly client?: string | null;
  readonly limit: number;
}

/** `deliveries list` and `deliveries replay`: what is forwarded to clients, and what did not reach them. */
export function addDeliveryCommands(program: Command): void {
  const deliveries = program.command('deliveries').description('Applications that are forwarded to the clients whose they are.');
  deliveries
    .command('list')
    .description('Lists deliveries, the newest first, a line each with tabs in between.')
    .addOption(new Option('--status <status>', 'only those that stand so').choices(deliveryStatuses))
    .option('--client <id>', 'only those of this client')
    .option('--limit <count>', 'as many at most', countOf, 50)
    .action(async ({ status = null, client = null, limit }: ListOptions) => {
      await withStore(async (store) => {
        const { rows, more } = await store.deliveries.page({ status, client, applicationId: null, first: limit, after: null });
        console.log(['id', 'status', 'client', 'application', 'created', 'attempts', 'last', 'next'].join('\t'));
        for (const delivery of rows) console.log(lineOf(delivery));
        if (more) console.error('There are more: raise --limit.');
      });
    });
  deliveries
    .command('replay')
    .description('Has deliveries tried anew, for three days again, under the ids that their receivers know them by.')
    .argument('[id]', 'id of one delivery, whatever became of it')
    .option('--failed', 'all that failed')
    .option('--client <id>', 'with --failed: only those of this client')
    .action(async (id: string | undefined, { failed = false, client = null }: { readonly failed?: boolean; readonly client?: string | null }, command: Command) => {
      if ((id === undefined) !== failed) return command.error('error: say either the id of a delivery or --failed');
      await withStore(async (store) => {
        if (id === undefined) return console.log(`Deliveries tried anew: ${await store.deliveries.replayFailed(client)}`);
        if (await store.deliveries.replay(parseOwnId('delivery', id, ['id']))) return console.log('Deliveries tried anew: 1');
        console.error('There is no delivery of this id.');
        process.exitCode = 1;
      });
    });
}

function lineOf({ id, status, client, source, applicationId, createdAt, attempts, nextAttemptAt }: Delivery): string {
  const last = attempts.at(-1);
  const how = last === undefined ? '' : [last.fault ?? 'DELIVERED', last.httpStatus ?? ''].join(' ').trim();
  return [ownId('delivery', id), status, client, globalId(source, 'application', String(applicationId)), createdAt.toISOString(), attempts.length, how, nextAttemptAt?.toISOString() ?? ''].join('\t');
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new InvalidArgumentError('It is to be a whole number from 1 to 10000.');
  return count;
}
