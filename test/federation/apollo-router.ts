import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** A router that listens on loopback. */
export interface Router {
  /** Where it is reached, without a closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a supergraph by `@apollo/gateway`. */
export async function startApolloRouter(supergraphSdl: string): Promise<Router> {
  const gateway = new ApolloGateway({ supergraphSdl: withoutSecurity(supergraphSdl) });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return { url: url.replace(/\/$/, ''), close: () => server.stop() };
}

/** `@apollo/gateway` knows none of the features that are marked so, and refuses a supergraph with one; what they mean it leaves to the subgraph. */
function withoutSecurity(supergraphSdl: string): string {
  return supergraphSdl.replaceAll(', for: SECURITY)', ')');
}
