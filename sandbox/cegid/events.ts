import { createHash, createHmac } from 'node:crypto';
import { deliver, type Delivered } from '../kit/callback.ts';
import type { MovableClock } from '../kit/clock.ts';
import type { CegidSwitches } from './switches.ts';
import type { CegidCredentials } from './tokens.ts';
import type { CegidEventType } from './webhooks.ts';

/** What an event carries: no more than says which object to fetch. */
export interface CegidEvent {
  readonly event_type: CegidEventType;
  readonly reference?: string;
  readonly statusId?: string;
  readonly applicantId?: string;
  readonly fileId?: string;
}

/** What is signed of a call; `query` is its query as sent, without the signature. */
export interface SignedParts {
  readonly contentMd5: string;
  readonly contentType: string;
  /** Epoch seconds. */
  readonly expires: string;
  /** The `x-ts-rec-*` headers, names in lower case. */
  readonly vendorHeaders: Readonly<Record<string, string>>;
  readonly path: string;
  readonly query: string;
}

/** HMAC-SHA1, base64, keyed with the client secret, over the vendor's canonical text of the call. */
export function eventSignature(parts: SignedParts, clientSecret: string): string {
  const headers = Object.entries(parts.vendorHeaders)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`);
  const resource = parts.query === '' ? parts.path : `${parts.path}?${parts.query}`;
  const text = `POST\n${parts.contentMd5}\n${parts.contentType}\n${parts.expires}\n${headers.join('')}${resource}`;
  return createHmac('sha1', clientSecret).update(text, 'utf8').digest('base64');
}

/** How long a signature holds, seconds. */
const signatureLifeSeconds = 300;
const contentType = 'application/json';

/** Sends webhook calls as the site does: POST, `client_id` and `signature` in the query, its end in `x-ts-rec-expires`. */
export class EventSender {
  readonly #clock: MovableClock;
  readonly #switches: CegidSwitches;
  readonly #credentials: CegidCredentials;

  constructor(clock: MovableClock, switches: CegidSwitches, credentials: CegidCredentials) {
    this.#clock = clock;
    this.#switches = switches;
    this.#credentials = credentials;
  }

  /** @throws RangeError where the URL is not on loopback. */
  async send(callbackUrl: string, payload: unknown): Promise<Delivered> {
    const { clientId, clientSecret } = this.#credentials;
    const url = new URL(callbackUrl);
    const query = [url.search.slice(1), `client_id=${encodeURIComponent(clientId)}`].filter((part) => part !== '').join('&');
    const body = JSON.stringify(payload);
    const contentMd5 = this.#switches.contentMd5 === 'sent' ? createHash('md5').update(body, 'utf8').digest('base64') : '';
    const expires = String(Math.floor(this.#clock.now() / 1000) + signatureLifeSeconds);
    const vendorHeaders = { 'x-ts-rec-expires': expires };
    const signature = eventSignature({ contentMd5, contentType, expires, vendorHeaders, path: url.pathname, query }, clientSecret);
    url.search = `${query}&signature=${this.#switches.signatureEncoding === 'raw' ? signature : encodeURIComponent(signature)}`;
    const md5Header = contentMd5 === '' ? {} : { 'content-md5': contentMd5 };
    return await deliver(url, { 'content-type': contentType, ...vendorHeaders, ...md5Header }, body);
  }
}
