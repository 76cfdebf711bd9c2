import { request } from 'node:http';

/** A client with a connection of its own that has asked something and may leave before it is answered. */
export interface LeavingClient {
  leave(): Promise<void>;
}

/** @param url the gateway's, without a closing slash */
export function askAndWait(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}): LeavingClient {
  const asking = request(`${url}/graphql`, { method: 'POST', agent: false, headers: { 'content-type': 'application/json', accept: '*/*' } });
  // Leaving is an error to it.
  asking.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    asking.once('close', resolve);
  });
  asking.end(JSON.stringify({ query, variables }));
  return {
    leave() {
      asking.destroy();
      return gone;
    },
  };
}
