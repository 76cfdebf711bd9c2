import type { FastifyReply, FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { requestRates } from '../../../src/server/limits/request-rates.ts';
import { createRates } from '../../../src/limits/rate/rates.ts';

const limits = { addressRequests: 10, clientRequests: 10, anonymousRequests: 10, clientCost: 10, anonymousCost: 10, failedKeys: 10 };

test('a request whose connection was reset has no address any more, and is counted like others', async () => {
  const named: unknown[] = [];
  const rates = requestRates({ rates: createRates({ limits, now: () => 0 }), addressName: (address) => String(named.push(address)) });
  // Node has no address of a socket that is gone, in spite of the type.
  const request = { ip: undefined, socket: {} } as unknown as FastifyRequest;
  expect(await rates.refusesAddress(request, {} as FastifyReply)).toBe(false);
  expect(named).toEqual([undefined]);
});
