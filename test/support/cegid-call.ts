import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { eventSignature } from '../../sandbox/cegid/events.ts';
import type { CegidCredentials } from '../../sandbox/cegid/tokens.ts';

/** A signed call as a Cegid site makes it, with every part open to change before or after it is signed. */
export interface CegidCall {
  readonly path: string;
  /** What the signer thinks the path is. */
  readonly signedPath: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Epoch seconds. */
  readonly expires: number;
  readonly credentials: CegidCredentials;
}

export interface CallAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The signature of a call and its headers, as they stand. */
export function signed(call: CegidCall): { readonly signature: string; readonly headers: Readonly<Record<string, string>> } {
  const contentMd5 = call.headers['content-md5'] ?? md5Of(call.body);
  const headers = { 'content-type': 'application/json', 'content-md5': contentMd5, ...call.headers, 'x-ts-rec-expires': String(call.expires) };
  const vendorHeaders = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('x-ts-rec-')));
  const parts = { contentMd5, contentType: headers['content-type'], expires: String(call.expires), vendorHeaders, path: call.signedPath, query: call.query };
  return { signature: eventSignature(parts, call.credentials.clientSecret), headers };
}

export function md5Of(body: string): string {
  return createHash('md5').update(body).digest('base64');
}

/** Posts to an address as it is written: no part of it is escaped, nor is a header added. */
export function post(url: string, target: string, headers: Readonly<Record<string, string>>, body: string | Buffer, method = 'POST'): Promise<CallAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, path: target, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), headers: response.headers }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
