import { type Exchange, type Reply, isRecord, json } from '../kit/exchange.ts';
import { taker } from './arguments.ts';
import { CsoFault, invalid } from './fault.ts';
import { type CsoFunction, functions } from './functions.ts';
import type { World } from './world.ts';

export const basePath = '/v1/JobAPI/';

/** One call (CSO document, 3.1): always JSON back, `result` with a 200 and `message` with anything else. */
export function handle(world: World, exchange: Exchange): Reply {
  try {
    if (exchange.method !== 'POST') throw new CsoFault(405, `Method ${exchange.method} is not supported, use POST`);
    const call = functionAt(exchange);
    return json(200, { result: call(world, taker(readBody(exchange))) });
  } catch (error) {
    if (!(error instanceof CsoFault)) throw error;
    return json(error.status, { message: error.message }, error.status === 405 ? { allow: 'POST' } : {});
  }
}

/** 404 is kept for jobs, so a path that is no function is an invalid call; so is a query, as arguments stand in the body. */
function functionAt({ path, rawQuery }: Exchange): CsoFunction {
  const name = path.startsWith(basePath) && path.endsWith('.json') ? path.slice(basePath.length, -'.json'.length) : '';
  const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (call === undefined) throw invalid(`There is no function at ${path}`);
  if (rawQuery !== '') throw invalid('Arguments belong in the body');
  return call;
}

/** JSON in UTF-8 as `application/json`, or as `text/plain` for old browsers. */
function readBody({ headers, body }: Exchange): Record<string, unknown> {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (!['application/json', 'text/plain'].includes(type.trim().toLowerCase())) throw invalid('Content-Type must be application/json or text/plain');
  const value = parseJson(body);
  if (!isRecord(value)) throw invalid('The body must be a JSON object');
  return value;
}

function parseJson(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return value;
  } catch {
    throw invalid('The body is not valid JSON');
  }
}
