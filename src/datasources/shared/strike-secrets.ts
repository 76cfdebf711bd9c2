import type { Call } from '../../http/call.ts';
import { StatusError } from '../../http/errors.ts';
import { isObject } from '../../http/parse.ts';

/** Shorter texts are words as well. */
const shortest = 6;
/** Refusals are bounded texts; what is nested deeper is no message. */
const deepest = 20;

/** A call whose refusals no longer hold a client's own secrets: an upstream may quote what it was sent, and its words are shown. */
export function strikeSecrets<T>(secrets: readonly (string | null)[], call: Call<T>): Call<T> {
  const own = secrets.filter((secret) => secret !== null && secret.length >= shortest);
  function struck(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return own.reduce<string>((text, secret) => text.replaceAll(secret ?? '', '…'), value);
    if (depth >= deepest) return null;
    if (Array.isArray(value)) return value.map((one) => struck(one, depth + 1));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, struck(one, depth + 1)])) : value;
  }
  return async (request) => {
    try {
      return await call(request);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      const { status, headers, body, ofCredential, retryAfterSeconds } = error;
      throw new StatusError(request, { status, headers, body: struck(body, 0), ofCredential, retryAfterSeconds });
    }
  };
}
