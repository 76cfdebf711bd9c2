import type { Callers } from '../callers/index.ts';
import type { Caller } from '../context.ts';

/**
 * The caller that does an account's work: the gateway for the server's own, else the client, with no other credentials than the client's.
 * Null where there is no such client any more.
 */
export async function accountCaller(callers: Pick<Callers, 'gateway' | 'clientById'>, owner: string | null): Promise<Caller | null> {
  if (owner === null) return callers.gateway;
  const client = await callers.clientById(owner);
  return client === null ? null : { ...client, upstreams: new Map([...client.upstreams].filter(([source]) => client.ownCredentials.has(source))) };
}
