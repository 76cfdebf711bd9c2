import type { Callers } from '../callers/index.ts';
import type { Caller } from '../context.ts';

/**
 * Who works for an account: the gateway for the server's, else its client, with its own credentials alone: the server's are not for what it was told.
 * Null where there is no such client any more.
 */
export async function accountCaller(callers: Pick<Callers, 'gateway' | 'clientById'>, owner: string | null): Promise<Caller | null> {
  if (owner === null) return callers.gateway;
  const client = await callers.clientById(owner);
  return client === null ? null : { ...client, upstreams: new Map([...client.upstreams].filter(([source]) => client.ownCredentials.has(source))) };
}
