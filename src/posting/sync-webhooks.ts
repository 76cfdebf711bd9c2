import type { Context } from '../context.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { WebhookSubscription } from '../store/webhook-subscriptions.ts';
import { subscribeWebhook, unsubscribeWebhook } from './webhooks.ts';

/** A step that makes a source's subscriptions what they are to be. */
export interface SyncStep {
  readonly kind: 'keep' | 'subscribe' | 'unsubscribe';
  readonly event: string;
  readonly callbackUrl: string;
  /** The subscription, where there is one. */
  readonly id: string | null;
}

/**
 * What it takes for a source to tell this gateway of the wanted events and of no others, by what the store knows: the source has no way to list
 * its hooks. What others had it call elsewhere stays.
 * @param known the subscriptions of the same account, whoever made them
 */
export function syncSteps(wanted: readonly string[], known: readonly WebhookSubscription[], { callbackUrl, client }: { readonly callbackUrl: string; readonly client: string }): readonly SyncStep[] {
  const kept = new Map<string, WebhookSubscription>();
  for (const one of known) if (one.callbackUrl === callbackUrl && one.hookId !== null && wanted.includes(one.event) && !kept.has(one.event)) kept.set(one.event, one);
  // One whose answer was not seen is taken up by subscribing again, and one to an address that this gateway had before is off.
  const superfluous = known.filter((one) => (one.callbackUrl === callbackUrl || one.client === client) && kept.get(one.event)?.id !== one.id && one.hookId !== null);
  return [
    ...[...new Set(wanted)].map((event): SyncStep => ({ kind: kept.has(event) ? 'keep' : 'subscribe', event, callbackUrl, id: kept.get(event)?.id ?? null })),
    ...superfluous.map(({ id, event, callbackUrl: url }): SyncStep => ({ kind: 'unsubscribe', event, callbackUrl: url, id })),
  ];
}

/** Does a step. @returns what keeps it from being done, null where it is. @throws SourceFailure where the source failed */
export async function doStep(context: Context, source: SourceName, { kind, event, id }: SyncStep): Promise<string | null> {
  switch (kind) {
    case 'keep':
      return null;
    case 'subscribe':
      return problemOf(await subscribeWebhook(context, { source, event, callbackUrl: null, pingUrl: null }));
    case 'unsubscribe':
      return id === null ? null : problemOf(await unsubscribeWebhook(context, id));
  }
}

function problemOf({ userErrors }: { readonly userErrors: readonly { readonly message: string }[] }): string | null {
  return userErrors.length === 0 ? null : userErrors.map(({ message }) => message).join(' ');
}
