import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Context } from '../../context.ts';
import { spentUp } from './limit-refusal.ts';
import type { OperationLimits } from './operation-limits.ts';
import type { RequestRates } from './request-rates.ts';

/** Where an operation came in. */
export interface Arrival {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caller: Caller;
  readonly trusted: boolean;
  /** Whether its cost was taken from its caller before. */
  readonly paid: boolean;
  /** Whether the answer is to say what it cost (`X-Cost: report`). */
  readonly reportsCost: boolean;
}

export interface LimitsPluginOptions {
  readonly limits: OperationLimits;
  readonly rates: RequestRates;
  readonly maxCost: number;
  readonly arrivalOf: (context: Context) => Arrival | undefined;
}

/** Costs an operation when it is validated and its variables are known, before anything of it is executed. */
export function limitsPlugin({ limits, rates, maxCost, arrivalOf }: LimitsPluginOptions): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue }) {
      const arrival = arrivalOf(contextValue);
      let cost: number | null = null;
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation === undefined || operation === null) return;
          cost = limits.check({ document, operation, variables: request.variables ?? {}, trusted: arrival?.trusted ?? false });
          if (arrival === undefined || arrival.paid) return;
          const short = await rates.cost(arrival.request, arrival.reply, arrival.caller, cost);
          if (short !== null) throw spentUp(cost, short.retryAfterSeconds);
        },
        async willSendResponse(answered) {
          if (arrival?.reportsCost === true && cost !== null) report(answered, cost, maxCost);
        },
      };
    },
  };
}

function report({ response }: GraphQLRequestContext<Context>, cost: number, limit: number): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  singleResult.extensions = { ...singleResult.extensions, cost: { requested: cost, limit } };
}
