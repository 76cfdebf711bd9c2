import { startWorker, type Worker } from '../../events/worker.ts';
import { accountCaller } from '../account-caller.ts';
import { logUnexpected } from '../graphql/errors.ts';
import type { Plant } from '../plant.ts';

/** How long each call of an upstream may take for an event, its wait for a slot included, milliseconds. */
const callMs = 30_000;

/** Works on what upstreams told, with the credential of the account that they told it to. */
export function startEventWorker({ store, callers, contexts, happenings, now, log }: Pick<Plant, 'store' | 'callers' | 'contexts' | 'happenings' | 'now' | 'log'>): Worker {
  return startWorker({
    store,
    happenings,
    now,
    async contextOf(owner, signal) {
      const caller = await accountCaller(callers, owner);
      return caller === null ? null : contexts.forWork(caller, { signal, callMs, priority: 'bulk' });
    },
    unexpected: (error, { source, event }) => logUnexpected(log, error, { part: 'webhook events', source, event }),
    unknown: ({ source, event, id }) => log.info({ source, event, id }, 'an event of an unknown kind was kept, without effect'),
    failed: ({ source, event, id, attempts }, { code }, isDead) => log[isDead ? 'error' : 'warn']({ source, event, id, attempts, code }, isDead ? 'an event is dead' : 'an event is tried again later'),
    storeFailed: (error) => log.warn({ error: error instanceof Error ? error.name : typeof error }, 'webhook events cannot be worked on: the store does not answer'),
  });
}
