import type { ApolloServerPlugin } from '@apollo/server';
import type { Engine } from '../authorisation/index.ts';
import type { Context } from '../context.ts';
import { type Arrival, limitsPlugin } from './limits/limits-plugin.ts';
import { type OperationLimits, operationLimits } from './limits/operation-limits.ts';
import type { Plant } from './plant.ts';
import { type RequestRates, requestRates } from './limits/request-rates.ts';
import { openTrustedDocuments, type TrustedDocuments } from './limits/trusted-documents.ts';

/** What stands between a request and its operation, on every route that runs operations. */
export interface FrontDoor {
  readonly trusted: TrustedDocuments;
  readonly limits: OperationLimits;
  readonly rates: RequestRates;
  /** Where each operation came in, for as long as it runs, by what it has of its own: Apollo passes on a copy of its context. */
  readonly arrivals: WeakMap<Context['sources'], Arrival>;
  readonly plugin: ApolloServerPlugin<Context>;
}

/** @throws ConfigError where trusted documents cannot be read */
export async function openFrontDoor(plant: Plant, { schema }: Pick<Engine, 'schema'>): Promise<FrontDoor> {
  const { config, log } = plant;
  const arrivals = new WeakMap<Context['sources'], Arrival>();
  const limits = operationLimits(schema, config.limits);
  const rates = requestRates(plant);
  const trusted = await openTrustedDocuments(config.limits, schema, log);
  const plugin = limitsPlugin({ limits, rates, maxCost: config.limits.maxCost, arrivalOf: ({ sources }) => arrivals.get(sources) });
  return { trusted, limits, rates, arrivals, plugin };
}
