import { type Running, runForwarder } from '../../forwarding/run.ts';
import { openOutgoing } from '../../http/outgoing.ts';
import { logUnexpected } from '../graphql/errors.ts';
import type { Plant } from '../plant.ts';

/** How long a partner may take to answer, milliseconds: what the Standard Webhooks specification suggests is 15 to 30 seconds. */
const answerMs = 15_000;

/** Forwards applications to the clients whose they are until it is closed. */
export function startForwarding({ store, callers, happenings, address, now, log }: Plant): Running {
  const outgoing = openOutgoing({ timeoutMs: answerMs });
  const forwarder = runForwarder({
    deliveries: store.deliveries,
    applicationById: (id) => store.applications.byId(id, null),
    endpointOf: (client) => callers.forwardingOf(client),
    resumeUrlOf: ({ id }) => address.urlOf(`/applications/${id}/resume`),
    outgoing,
    happenings,
    now,
    unexpected: (error) => logUnexpected(log, error, { part: 'forwarding' }),
  });
  return {
    async close() {
      await forwarder.close();
      await outgoing.close();
    },
  };
}
