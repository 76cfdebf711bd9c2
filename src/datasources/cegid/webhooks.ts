import { BadInput } from '../../domain/errors.ts';
import type { WebhookOutcome, WebhookRequest } from '../../domain/indexing.ts';
import { StatusError } from '../../http/errors.ts';
import { asSource } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { CegidClient } from './client.ts';
import { isNotFound } from './either-path.ts';
import { ownWords } from './own-words.ts';

/** Subscribes to an event (Cegid document, Use of Webhooks). @throws SourceFailure */
export function subscribe(request: WebhookRequest, client: Pick<CegidClient, 'subscribeWebhook'>, scope: RequestScope): Promise<WebhookOutcome> {
  return asSource('CEGID', async (): Promise<WebhookOutcome> => {
    try {
      return { kind: 'subscribed', hookId: await client.subscribeWebhook(request, scope) };
    } catch (error) {
      if (!(error instanceof StatusError) || error.ofCredential || (error.status !== 400 && error.status !== 422)) throw error;
      const message = ownWords(error) ?? 'Cegid refused the subscription and does not say why.';
      return { kind: 'refused', userErrors: [{ code: 'CHANNEL_REFUSED', severity: 'ERROR', message, path: [], label: null, upstreamCode: null }] };
    }
  });
}

/** Takes a hook off; a 404 means that it is off already. @throws SourceFailure, BadInput for what is no id */
export function unsubscribe(hookId: string, client: Pick<CegidClient, 'unsubscribeWebhook'>, scope: RequestScope): Promise<void> {
  // It becomes a path.
  if (!/^[\w-]{1,200}$/.test(hookId)) throw new BadInput(['id'], 'is not the id of a hook');
  return asSource('CEGID', async () => {
    try {
      await client.unsubscribeWebhook(hookId, scope);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  });
}
