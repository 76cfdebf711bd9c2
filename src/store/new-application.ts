import { createHash } from 'node:crypto';
import { type Application, emailKey } from '../domain/application.ts';

/** An application on its way into the store. */
export type NewApplication = Omit<Application, 'id' | 'owner' | 'receivedAt'>;

/**
 * By which the same delivery is known again: whose account it came through, the vacancy, and all that the person stated in the document's
 * fields. Own fields, and where the visitor came from, are left out, as a sender may stamp them anew.
 */
export function deliveryHash({ source, account, referenceNumber, email, name, phone, city, motivation, resume }: NewApplication): string {
  return createHash('sha256').update(JSON.stringify([source, account, referenceNumber, emailKey(email), name, phone, city, motivation, resume?.sha256 ?? null])).digest('hex');
}
