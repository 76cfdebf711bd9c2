import type { Call, HttpRequest } from '../../http/call.ts';
import type { LoadedToken } from '../../http/token.ts';
import type { CegidConfig } from './config.ts';
import { parseToken } from './wire.ts';

/** Asks for a token "as an application" (Cegid document, How to retrieve a token). The form encodes what a secret holds: `+`, `/`, `&`, `=`. */
export async function fetchToken(call: Call<unknown>, config: CegidConfig, now: () => number, bounds: Pick<HttpRequest, 'signal' | 'deadline'>): Promise<LoadedToken> {
  const form = new URLSearchParams({
    client_id: config.clientId,
    client_secret: config.clientSecret,
    grant_type: 'client_credentials',
    scope: config.scope,
  });
  const askedAt = now();
  const answer = await call({
    method: 'POST',
    path: config.tokenPath,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    repeatable: true,
    ...bounds,
  });
  const { token, expiresInSeconds } = parseToken(answer.body);
  return { value: token, expiresAt: askedAt + expiresInSeconds * 1000 };
}
