import { type Command, InvalidArgumentError, Option } from 'commander';
import { ownId, parseOwnId } from '../domain/own-ids.ts';
import { globalId } from '../domain/ids.ts';
import { type WebhookEvent, type WebhookEventStatus, webhookEventStatuses } from '../domain/webhook-event.ts';
import { withStore } from './with-store.ts';

/** `events list` and `events replay`: what upstreams told, and what could not be worked on. */
export function addEventCommands(program: Command): void {
  const events = program.command('events').description('What upstreams told by webhook, and what became of it.');
  events
    .command('list')
    .description('Lists events, the newest first, a line each with tabs in between.')
    .addOption(new Option('--status <status>', 'only those that stand so').choices(webhookEventStatuses))
    .option('--limit <count>', 'as many at most', countOf, 50)
    .action(async ({ status = null, limit }: { readonly status?: WebhookEventStatus | null; readonly limit: number }) => {
      await withStore(async (store) => {
        const { rows, more } = await store.webhookEvents.page({ status, first: limit, after: null });
        console.log(['id', 'status', 'received', 'source', 'event', 'about', 'attempts', 'error'].join('\t'));
        for (const event of rows) console.log(lineOf(event));
        if (more) console.error('There are more: raise --limit.');
      });
    });
  events
    .command('replay')
    .description('Has events that have ended worked on again.')
    .argument('[id]', 'id of one event')
    .option('--dead', 'all that are dead')
    .action(async (id: string | undefined, { dead = false }: { readonly dead?: boolean }, command: Command) => {
      if ((id === undefined) !== dead) return command.error('error: say either the id of an event or --dead');
      await withStore(async (store) => {
        if (id === undefined) return console.log(`${await store.webhookEvents.replayDead()} events are worked on again`);
        if (await store.webhookEvents.replay(parseOwnId('event', id, ['id']))) return console.log('1 event is worked on again');
        console.error('There is no event of this id that has ended.');
        process.exitCode = 1;
      });
    });
}

function lineOf({ id, status, receivedAt, source, event, about, sourceId, attempts, error }: WebhookEvent): string {
  const subject = about === null || sourceId === null ? '' : globalId(source, about, sourceId);
  return [ownId('event', id), status, receivedAt.toISOString(), source, event, subject, attempts, error === null ? '' : `${error.code} ${error.message}`].join('\t');
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) throw new InvalidArgumentError('It is to be a whole number from 1 to 10000.');
  return count;
}
