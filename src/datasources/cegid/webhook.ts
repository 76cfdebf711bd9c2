import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Claim, Delivery, EventForm, EventReader, SignedCall } from '../../domain/upstream-event.ts';
import type { CegidConfig } from './config.ts';
import { readEvents } from './event.ts';

const expiresHeader = 'x-ts-rec-expires';
/** Bytes of an HMAC-SHA1. */
const macBytes = 20;

/** What a signature covers of a call beside its path and body. */
interface Signed {
  readonly account: string;
  readonly mac: Buffer;
  /** The query as it came, without the signature. */
  readonly query: string;
  /** Epoch seconds, as it came. */
  readonly expires: string;
}

/**
 * The calls of a site's webhooks. The Cegid document says that there are such, not how they are signed: `client_id` and `signature`
 * in the query, `x-ts-rec-expires` in epoch seconds, and HMAC-SHA1 keyed with the client secret are what receivers in the wild check.
 */
export const cegidEvents: EventForm = {
  claimOf(call, now): Claim {
    const signed = signedOf(call);
    if (typeof signed === 'string') return { kind: 'refused', why: signed };
    if (Number(signed.expires) * 1000 <= now) return { kind: 'refused', why: expired };
    return { kind: 'claim', account: signed.account };
  },
};

const expired = 'The call has expired.';
const wrong = 'The signature is not that of this call.';

/** Reads the calls to one client of a site. */
export function eventReader({ clientId, clientSecret, webhookEvents, webhookBodyMd5 }: Pick<CegidConfig, 'clientId' | 'clientSecret' | 'webhookEvents' | 'webhookBodyMd5'>): EventReader {
  return {
    account: clientId,
    wanted: webhookEvents,
    read(call, now): Delivery {
      const signed = signedOf(call);
      if (typeof signed === 'string') return { kind: 'refused', why: signed };
      const expiresAt = Number(signed.expires) * 1000;
      if (expiresAt <= now) return { kind: 'refused', why: expired };
      const stated = textOf(call.headers['content-md5']);
      const md5 = createHash('md5').update(call.body).digest('base64');
      if (stated !== '' && stated !== md5) return { kind: 'refused', why: 'The body is not the one that Content-MD5 names.' };
      // A site that states no Content-MD5 may have signed that of the body all the same, or none at all.
      const digests = stated === '' && webhookBodyMd5 === 'optional' ? [md5, ''] : [md5];
      const macs = digests.flatMap((digest) => call.paths.map((path) => macOf(call, signed, digest, path, clientSecret)));
      // All are compared, so that the time taken tells nothing.
      const matches = macs.filter((mac) => timingSafeEqual(mac, signed.mac)).length > 0;
      if (!matches || signed.account !== clientId) return { kind: 'refused', why: wrong };
      const read = readEvents(call.body);
      if ('problem' in read) return { kind: 'malformed', ...read };
      return { kind: 'events', events: read.events, fingerprint: createHash('sha256').update(`cegid\n${clientId}\n`).update(signed.mac).digest('base64url'), expiresAt };
    },
  };
}

/** `POST\n<content-md5>\n<content-type>\n<expires>\n`, the `x-ts-rec-*` headers in order, then path and query (clients in the wild). */
function macOf({ headers }: SignedCall, { query, expires }: Signed, md5: string, path: string, secret: string): Buffer {
  const vendor = Object.keys(headers)
    .filter((name) => name.startsWith('x-ts-rec-'))
    .toSorted()
    .map((name) => `${name}:${textOf(headers[name])}\n`);
  const resource = query === '' ? path : `${path}?${query}`;
  return createHmac('sha1', secret).update(`POST\n${md5}\n${textOf(headers['content-type'])}\n${expires}\n${vendor.join('')}${resource}`).digest();
}

/** What the call says of its signature, or why it says none. */
function signedOf({ rawQuery, headers }: Pick<SignedCall, 'rawQuery' | 'headers'>): Signed | string {
  const parts = rawQuery.split('&').filter((part) => part !== '');
  const [signature, ...furtherSignatures] = valuesOf(parts, 'signature');
  const [account, ...furtherAccounts] = valuesOf(parts, 'client_id');
  const expires = textOf(headers[expiresHeader]);
  if (signature === undefined || account === undefined || expires === '') return `The call is not signed: it needs "client_id" and "signature" in its query, and the header "${expiresHeader}".`;
  if (furtherSignatures.length > 0 || furtherAccounts.length > 0) return 'The call states its signature or its account twice.';
  if (!/^\d{1,11}$/.test(expires)) return `The header "${expiresHeader}" is to be seconds since the epoch.`;
  const mac = Buffer.from(signature, 'base64');
  // Compared as it is written: decoding passes over what is none of base64.
  if (mac.length !== macBytes || mac.toString('base64') !== signature) return wrong;
  return { account, mac, expires, query: parts.filter((part) => nameOf(part) !== 'signature').join('&') };
}

/** Decoded, where a plus is a plus: the signature is base64 and not always escaped. */
function valuesOf(parts: readonly string[], name: string): string[] {
  return parts.filter((part) => nameOf(part) === name).map((part) => decoded(part.slice(name.length + 1)));
}

function nameOf(part: string): string {
  return part.split('=', 1)[0] ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : (header?.join(', ') ?? '');
}
