import { Webhook } from 'standardwebhooks';

/** A message as it goes out. */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Signs a message by the Standard Webhooks specification. Each secret makes a signature, so that the receiver may change from one to
 * another without a gap.
 *
 * @param id the same for every attempt, by which the receiver knows a repetition
 * @param at when the attempt is made, milliseconds since the epoch
 * @throws Error where a secret is no base64
 */
export function signedMessage(id: string, at: number, body: string, secrets: readonly string[]): SignedMessage {
  const sentAt = new Date(at);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, sentAt, body));
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Werkgraph',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}
