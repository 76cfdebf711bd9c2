import { json, type Reply } from '../kit/exchange.ts';

/** An expected refusal; the document publishes no error body, so this one is the sandbox's own. */
export function refusal(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return json(status, { code, message }, headers);
}

export function badQuery(message: string): Reply {
  return refusal(400, 'BadRequest', message);
}

export function notFound(message: string): Reply {
  return refusal(404, 'NotFound', message);
}

export function methodNotAllowed(...allowed: readonly string[]): Reply {
  return refusal(405, 'MethodNotAllowed', `Only ${allowed.join(', ')} is served here.`, { allow: allowed.join(', ') });
}
