/**
 * Addresses that are answered whatever else is refused: health, which a balancer asks for as often as it likes, and webhooks, for what an
 * upstream delivers in a busy hour is not to be lost. Metrics have a listener of their own.
 *
 * @param url a request's own, with its query
 */
export function comesFirst(url: string): boolean {
  return /^\/(?:health|webhooks)\//.test(url);
}
