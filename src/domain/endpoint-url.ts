import { isIP } from 'node:net';

/** An address of somebody's own that this server calls. */
export interface EndpointAddress {
  readonly url: string;
  /** Whether it may lie in a private network, or on this machine. */
  readonly allowPrivate: boolean;
}

/**
 * What is wrong with an address that this server is to call, in a few words that do not repeat it; null where nothing is. Where its
 * name leads is judged when it is connected to.
 */
export function endpointProblem({ url, allowPrivate }: EndpointAddress): string | null {
  const parsed = URL.parse(url);
  if (parsed === null) return 'is not a URL';
  if (parsed.username !== '' || parsed.password !== '') return 'holds a user name or a password, which URLs are no place for';
  if (parsed.hash !== '') return 'has a fragment, which is never sent';
  if (parsed.protocol === 'https:') return null;
  if (parsed.protocol !== 'http:') return 'is to be https';
  return allowPrivate && isLoopbackName(parsed.hostname) ? null : 'is to be https; plain http is for this machine itself alone, and only with allowPrivate';
}

function isLoopbackName(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  return address === 'localhost' || address.endsWith('.localhost') || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
