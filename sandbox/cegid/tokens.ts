import type { MovableClock } from '../kit/clock.ts';
import { type Exchange, json, type Reply } from '../kit/exchange.ts';
import type { Random } from '../kit/random.ts';
import { methodNotAllowed, refusal } from './errors.ts';
import type { CegidSwitches } from './switches.ts';

export interface CegidCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const parameters = ['client_id', 'client_secret', 'grant_type', 'scope'];

/** `POST /api/token` and the tokens it gave (document, section Authorization; errors by RFC 6749, 5.2). */
export class TokenDesk {
  /** Each live token and when it ends, milliseconds since the epoch. */
  readonly #tokens = new Map<string, number>();
  readonly #clock: MovableClock;
  readonly #random: Random;
  readonly #switches: CegidSwitches;
  readonly #clients: readonly CegidCredentials[];

  constructor(clock: MovableClock, random: Random, switches: CegidSwitches, clients: readonly CegidCredentials[]) {
    this.#clock = clock;
    this.#random = random;
    this.#switches = switches;
    this.#clients = clients;
  }

  /** Ends every token at once, as a site does that restarts. */
  expireAll(): void {
    this.#tokens.clear();
  }

  issue(exchange: Exchange): Reply {
    if (exchange.method !== 'POST') return methodNotAllowed('POST');
    const type = exchange.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/x-www-form-urlencoded') return oauthError(400, 'invalid_request', 'The body must be form-encoded.');
    const form = new URLSearchParams(exchange.body.toString('utf8'));
    const problem = this.#problemOf(form);
    if (problem !== undefined) return problem;
    const token = Array.from({ length: 69 }, () => alphabet.charAt(this.#random.int(0, alphabet.length - 1))).join('');
    const seconds = this.#switches.tokenSeconds;
    this.#tokens.set(token, this.#clock.now() + seconds * 1000);
    return json(200, { access_token: token, token_type: 'bearer', expires_in: seconds }, { 'cache-control': 'no-store', pragma: 'no-cache' });
  }

  /** The refusal of a request without a live token; undefined where it has one. */
  refuse(exchange: Exchange): Reply | undefined {
    const header = exchange.headers.authorization;
    if (header === undefined) return refusal(401, 'Unauthorized', 'The Authorization header is missing.', { 'www-authenticate': 'Bearer' });
    const token = /^bearer (\S+)$/i.exec(header)?.[1];
    const end = token === undefined ? undefined : this.#tokens.get(token);
    if (end !== undefined && this.#clock.now() < end) return undefined;
    return refusal(401, 'Unauthorized', 'The token is unknown or has expired.', { 'www-authenticate': 'Bearer error="invalid_token"' });
  }

  #problemOf(form: URLSearchParams): Reply | undefined {
    for (const name of parameters) {
      if (form.getAll(name).length !== 1) return oauthError(400, 'invalid_request', `${name} must be given once.`);
    }
    if (form.get('grant_type') !== 'client_credentials') return oauthError(400, 'unsupported_grant_type', 'Only client_credentials is served.');
    const known = this.#clients.some(({ clientId, clientSecret }) => form.get('client_id') === clientId && form.get('client_secret') === clientSecret);
    if (!known) return oauthError(401, 'invalid_client', 'The client is unknown or its secret is wrong.');
    if (form.get('scope') !== 'MatchingIndexation') return oauthError(400, 'invalid_scope', 'The scope is MatchingIndexation.');
    return undefined;
  }
}

function oauthError(status: number, error: string, description: string): Reply {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store', pragma: 'no-cache' });
}
