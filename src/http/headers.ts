import type { Wrap } from './call.ts';

/** Adds headers that never change, such as an API key; the request's own of the same name win. */
export function headers(fixed: Readonly<Record<string, string>>): Wrap {
  return (next) => (request) => next({ ...request, headers: { ...fixed, ...request.headers } });
}
