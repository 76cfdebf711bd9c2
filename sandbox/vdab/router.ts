import type { Reply } from '../kit/exchange.ts';
import { authorise } from './auth.ts';
import type { Call } from './call.ts';
import * as candidates from './candidate-routes.ts';
import { Refusal } from './refusal.ts';
import * as vacancies from './vacancy-routes.ts';

/** The endpoints of one path below the base, by method. */
type Methods = ReadonlyMap<string, (call: Call) => Reply>;

const fixedPaths: ReadonlyMap<string, Methods> = new Map([
  ['v2/vacatures', new Map([['GET', vacancies.search], ['POST', vacancies.several]])],
  ['v2/vacatures/initial', new Map([['GET', vacancies.initial]])],
  ['v2/vacatures/bulk', new Map([['GET', vacancies.bulk]])],
  ['v1/kandidaten', new Map([['GET', candidates.search]])],
  ['v1/kandidaten/bulk', new Map([['GET', candidates.bulk]])],
]);

const detailPaths: readonly { readonly prefix: string; readonly methods: Methods }[] = [
  { prefix: 'v2/vacatures/', methods: new Map([['GET', vacancies.detail]]) },
  { prefix: 'v1/kandidaten/', methods: new Map([['GET', candidates.detail]]) },
];

/**
 * Answers a request below `basePath`: path, method, key and Accept are judged in this order before the endpoint sees it.
 * Throws `Refusal` where one of them will not do.
 */
export function route(basePath: string, call: Omit<Call, 'id'>): Reply {
  const { exchange, switches } = call;
  const path = exchange.path.startsWith(basePath) ? exchange.path.slice(basePath.length) : '';
  const { methods, segment } = endpointsOf(path);
  const endpoint = methods.get(exchange.method);
  if (endpoint === undefined) throw new Refusal(405, 'The method is not allowed for the requested URL', { allow: [...methods.keys()].join(', ') });
  authorise(exchange, switches);
  return endpoint({ ...call, id: decoded(segment) });
}

function endpointsOf(path: string): { methods: Methods; segment: string } {
  const fixed = fixedPaths.get(path);
  if (fixed !== undefined) return { methods: fixed, segment: '' };
  for (const { prefix, methods } of detailPaths) {
    const segment = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    if (segment !== '' && !segment.includes('/')) return { methods, segment };
  }
  throw new Refusal(404, 'No resources match requested URI');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, 'Invalid string syntax');
  }
}
