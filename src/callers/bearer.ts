import { Unauthenticated } from '../domain/errors.ts';

/** No key and no token is longer; what is may be turned away unread. */
const maxLength = 10_000;

/**
 * The key or token of an `Authorization` header (RFC 6750, 2.1); undefined where there is no header.
 * @throws Unauthenticated for a header of another form: it is meant to say who asks, and does not
 */
export function bearerOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, credential] = header.length > maxLength ? [] : (/^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header) ?? []);
  if (credential === undefined) throw new Unauthenticated();
  return credential;
}
