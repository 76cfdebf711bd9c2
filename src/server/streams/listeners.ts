import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../context.ts';
import type { Payer } from '../../limits/rate/rates.ts';
import type { Plant } from '../plant.ts';
import type { Listener } from './listening.ts';

type Parts = Pick<Plant, 'callers' | 'rates' | 'addressName'>;

/** Who listens by a request: a caller, known by what it showed then. */
export function listenerOf(request: FastifyRequest, caller: Caller, shown: Pick<IncomingHttpHeaders, 'authorization'>, signal: AbortSignal, { callers, rates, addressName }: Parts): Listener {
  const { viewer } = caller;
  const payer: Payer = viewer.authenticated ? { kind: 'client', key: viewer.id } : { kind: 'anonymous', key: addressName(request.ip) };
  return {
    caller,
    payer: `${payer.kind} ${payer.key}`,
    identify: () => callers.callerOf(shown),
    async spend(cost) {
      const rate = await rates.cost(payer, cost);
      return rate === null || rate.allowed ? null : rate.retryAfterSeconds;
    },
    charge: (cost) => rates.chargeCost(payer, cost),
    signal,
  };
}
