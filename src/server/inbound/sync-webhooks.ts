import { SourceFailure } from '../../domain/errors.ts';
import { type SourceName, sourceNames } from '../../domain/source-name.ts';
import { doStep, syncSteps } from '../../posting/sync-webhooks.ts';
import type { WebhookSubscription } from '../../store/webhook-subscriptions.ts';
import { accountCaller } from '../account-caller.ts';
import type { Plant } from '../plant.ts';

/** How long each call of an upstream may take, milliseconds. */
const callMs = 30_000;

export interface SyncOptions {
  /** Whose account; null is the server's. */
  readonly client: string | null;
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Makes what an account's sources tell this gateway what is configured. Doing it again does nothing more. @returns whether everything came about */
export async function syncWebhooks({ callers, contexts, store }: Pick<Plant, 'callers' | 'contexts' | 'store'>, { client, dryRun, say, complain }: SyncOptions): Promise<boolean> {
  const caller = await accountCaller(callers, client);
  const tellers = caller === null ? [] : sourceNames.flatMap((source) => (caller.upstreams.get(source)?.events === undefined ? [] : [source]));
  if (caller === null || tellers.length === 0) {
    complain(client === null ? 'No upstream that calls back is configured.' : `The client ${client} has no credentials of its own for an upstream that calls back.`);
    return false;
  }
  const context = contexts.forWork(caller, { signal: new AbortController().signal, callMs, priority: 'interactive' });
  let complete = true;
  for (const source of tellers) {
    const callbackUrl = context.writing.ownWebhookUrl(source, 'events');
    if (callbackUrl === null) {
      complain(`${source} cannot reach this gateway: PUBLIC_URL is not set, or is an address of its own machine. Set it to how the world reaches it.`);
      return false;
    }
    const known = await subscriptionsOf(source, client);
    for (const step of syncSteps(caller.upstreams.get(source)?.events?.wanted ?? [], known, { callbackUrl, client: context.viewer.id })) {
      const line = `${step.kind}\t${source}\t${step.event}\t${step.callbackUrl}`;
      const problem = dryRun ? null : await doStep(context, source, step).catch(messageOf);
      if (problem === null) say(line);
      else complain(`${line}\t${problem}`);
      complete &&= problem === null;
    }
  }
  return complete;

  /** Those of the account: of its client, or of everybody who uses the server's. */
  async function subscriptionsOf(source: SourceName, owner: string | null): Promise<readonly WebhookSubscription[]> {
    const all = await store.webhookSubscriptions.all(source);
    const owners = await Promise.all(all.map(async (one) => ((await callers.clientById(one.client))?.ownCredentials.has(source) === true ? one.client : null)));
    return all.filter((_one, index) => owners[index] === owner);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof SourceFailure) return error.message;
  throw error;
}
