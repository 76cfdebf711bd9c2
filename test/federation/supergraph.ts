import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { ask } from '../support/gateway.ts';

export interface Subgraph {
  readonly name: string;
  /** Where it is reached, without a closing slash. */
  readonly url: string;
}

/** What a subgraph says of itself to a router. */
export async function sdlOf({ name, url }: Subgraph): Promise<string> {
  const { data, errors } = await ask<{ _service: { sdl: string } }>(url, '{ _service { sdl } }', {}, {});
  if (data === null) throw new Error(`${name} does not tell its SDL: ${errors.map(({ message }) => message).join('; ')}`);
  return data._service.sdl;
}

/**
 * The supergraph of subgraphs that are asked for their SDL over HTTP.
 * @throws naming every reason why they do not compose
 */
export async function composeRunning(subgraphs: readonly Subgraph[]): Promise<string> {
  const services = await Promise.all(subgraphs.map(async ({ name, url }) => ({ name, url: `${url}/graphql`, typeDefs: parse(await sdlOf({ name, url })) })));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
