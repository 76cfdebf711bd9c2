import { z } from 'zod';

/** A whole number from 1. */
export const count = (usual: number, max: number) => wholeNumber(1, max).default(usual);

/** A whole number within bounds, in decimals. */
export function wholeNumber(min: number, max: number) {
  const form = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(form).int(form).min(min, form).max(max, form);
}

/** A credential. */
export const secret = z.string().min(1);

/** A credential that goes out as a header, where anything but visible ASCII would break the request or add to it. */
export const headerSecret = z.string().regex(/^[\x21-\x7e]+$/, 'must be of visible ASCII characters, without blanks');

/** An address that is spoken to in private. */
export const secureUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || isLoopback(new URL(text).hostname), 'must be https; http is for loopback only');

/** Where an upstream is; ends in a slash, stated with one or without. */
export const upstreamUrl = secureUrl.transform((text) => (text.endsWith('/') ? text : `${text}/`));

/** Names with spaces or commas between them. */
export const names = z.string().transform((text) => text.split(/[\s,]+/).filter((name) => name !== ''));

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
