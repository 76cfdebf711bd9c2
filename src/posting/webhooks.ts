import { endpointProblem } from '../domain/endpoint-url.ts';
import { lineProblem } from '../domain/texts.ts';
import type { Context } from '../context.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import { SourceFailure } from '../domain/errors.ts';
import type { SourceName } from '../domain/source-name.ts';
import { requireSource } from '../federate/choose.ts';
import type { WebhookSubscription } from '../store/webhook-subscriptions.ts';
import { audited } from './audited.ts';
import { inputHash } from './input-hash.ts';
import { userError } from './outcomes.ts';

export interface SubscriptionWish {
  readonly source: SourceName;
  readonly event: string;
  /** Null: this gateway's own. */
  readonly callbackUrl: string | null;
  readonly pingUrl: string | null;
}
export interface SubscribeResult {
  readonly subscription: WebhookSubscription | null;
  readonly userErrors: readonly UserError[];
}
export interface UnsubscribeResult {
  readonly id: string | null;
  readonly userErrors: readonly UserError[];
}

/**
 * Has a source call back. What the caller subscribed to before is not subscribed to again: the source would call twice.
 * @throws SourceFailure where the source cannot be asked, or failed
 */
export async function subscribeWebhook(context: Context, wish: SubscriptionWish): Promise<SubscribeResult> {
  const { source, event } = wish;
  const { runner, ownWebhookUrl } = context.writing;
  const callbackUrl = wish.callbackUrl ?? ownWebhookUrl(source, 'events');
  return logged(context, 'subscribeWebhook', `${source}:${event}`, async () => {
    if (callbackUrl === null) return { subscription: null, userErrors: [unreachable] };
    const problems = (['callbackUrl', 'pingUrl'] as const).flatMap((name) => problemOf(name, wish[name]));
    if (problems.length > 0) return { subscription: null, userErrors: problems };
    const pingUrl = wish.pingUrl ?? ownWebhookUrl(source, 'ping') ?? callbackUrl;
    // An address may be longer than what the store looks up by.
    const ran = await runner.exclusively(context.viewer.id, `webhook ${inputHash({ source, event, callbackUrl })}`, () => subscribe(context, { source, event, callbackUrl, pingUrl }));
    if (ran.kind === 'done') return ran.outcome;
    throw new SourceFailure(source, 'UPSTREAM_TIMEOUT', 'An earlier call for this subscription is still under way.');
  });
}

/** It is kept and shown, and told to the source: what is wrong with an address that we would call is wrong with it too. */
function problemOf(name: 'callbackUrl' | 'pingUrl', url: string | null): readonly UserError[] {
  if (url !== null && url.length > longestUrl) return [userError('TOO_LONG', ['input', name], `This address is longer than ${longestUrl} characters.`)];
  const problem = url === null ? null : (lineProblem(url) ?? endpointProblem({ url, allowPrivate: true }));
  return problem === null ? [] : [userError('INVALID_FORMAT', ['input', name], `This address ${problem}.`)];
}

/** Characters; what many servers and proxies take. */
const longestUrl = 2000;

const unreachable = userError('REQUIRED', ['input', 'callbackUrl'], 'The source cannot reach this gateway: its PUBLIC_URL is not set, or is an address of its own machine. Say where to be told.');

async function subscribe({ viewer, store, writing }: Context, wish: { source: SourceName; event: string; callbackUrl: string; pingUrl: string }): Promise<SubscribeResult> {
  const { openSources } = writing;
  const { source, event, callbackUrl, pingUrl } = wish;
  const { webhookSubscriptions } = store;
  const known = (await webhookSubscriptions.list(viewer.id, source)).find((one) => one.event === event && one.callbackUrl === callbackUrl && one.pingUrl === pingUrl);
  if (known !== undefined && known.hookId !== null) return { subscription: known, userErrors: [] };
  const upstream = requireSource(openSources(), source, 'subscribeWebhook');
  // Kept before it is made, so that one whose answer is never seen leaves a trace.
  const kept = known ?? (await webhookSubscriptions.add({ client: viewer.id, source, event, callbackUrl, pingUrl, hookId: null }));
  try {
    const outcome = await upstream.subscribeWebhook({ event, callbackUrl, pingUrl });
    if (outcome.kind === 'subscribed') {
      await webhookSubscriptions.confirm(kept.id, outcome.hookId);
      return { subscription: { ...kept, hookId: outcome.hookId }, userErrors: [] };
    }
    if (known === undefined) await webhookSubscriptions.remove(kept.id);
    return { subscription: null, userErrors: outcome.userErrors };
  } catch (error) {
    if (known === undefined && isRefusal(error)) await webhookSubscriptions.remove(kept.id);
    throw error;
  }
}

/** Whether a failure says that nothing was made. */
function isRefusal(error: unknown): boolean {
  return error instanceof SourceFailure && error.upstreamStatus !== null && error.upstreamStatus >= 400 && error.upstreamStatus < 500;
}

/** Ends a subscription of the caller. @throws SourceFailure where the source cannot be asked, or failed */
export async function unsubscribeWebhook(context: Context, id: string): Promise<UnsubscribeResult> {
  return logged(context, 'unsubscribeWebhook', id, () => unsubscribe(context, id));
}

async function unsubscribe({ viewer, store, writing }: Context, id: string): Promise<UnsubscribeResult> {
  const { openSources } = writing;
  const subscription = await store.webhookSubscriptions.byId(id);
  if (subscription === null || (subscription.client !== viewer.id && !viewer.scopes.has('admin'))) {
    return { id: null, userErrors: [userError('NOT_FOUND', ['id'], 'You have no subscription with this id.')] };
  }
  const { source, hookId, client } = subscription;
  if (client !== viewer.id && !(await writing.sharesAccount(client, source))) {
    return { id: null, userErrors: [userError('NOT_OWNED', ['id'], `It was made with another account at ${source}, which only ${client} reaches.`)] };
  }
  if (hookId === null) return { id: null, userErrors: [userError('CONFLICT', ['id'], `No answer of ${source} to this subscription was seen. Subscribe to the same again, which takes it up, or end it there.`)] };
  await requireSource(openSources(), source, 'unsubscribeWebhook').unsubscribeWebhook(hookId);
  await store.webhookSubscriptions.remove(id);
  return { id, userErrors: [] };
}

/** About no posting channel. */
function logged<T extends { readonly userErrors: readonly UserError[] }>(context: Context, operation: string, target: string, work: () => Promise<T>): Promise<T> {
  const endsOf = ({ userErrors }: T) => [{ channel: null, target: null, outcome: userErrors.length === 0 ? 'DONE' : 'INVALID', upstreamStatus: null }];
  return audited(context, { operation, target, inputHash: null }, [null], work, endsOf);
}
