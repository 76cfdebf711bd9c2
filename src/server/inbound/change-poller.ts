import { type Poller, startPoller } from '../../events/poller.ts';
import { SourceFailure } from '../../domain/errors.ts';
import { NotToldToAll } from '../../domain/happening.ts';
import { accountCaller } from '../account-caller.ts';
import { logUnexpected } from '../graphql/errors.ts';
import type { Plant } from '../plant.ts';

/** How long each call of an upstream may take for a poll, its wait for a slot included, milliseconds. */
const callMs = 30_000;

/** Asks sources that tell nothing by themselves for changes, while somebody waits for them. */
export function startChangePoller({ hub, store, callers, contexts, happenings, redis, now, log }: Pick<Plant, 'hub' | 'store' | 'callers' | 'contexts' | 'happenings' | 'redis' | 'now' | 'log'>): Poller {
  return startPoller({
    hub,
    store,
    happenings,
    isShared: redis !== undefined,
    now,
    pollMsOf: async ({ source, owner }) => (await accountCaller(callers, owner))?.upstreams.get(source)?.pollMs ?? null,
    async contextOf(owner, signal) {
      const caller = await accountCaller(callers, owner);
      return caller === null ? null : contexts.forWork(caller, { signal, callMs, priority: 'bulk' });
    },
    failed(error, { source }) {
      if (error instanceof SourceFailure) log.warn({ source, code: error.code }, 'a poll for changes failed; the next one tells them too');
      else if (error instanceof NotToldToAll) log.warn({ source }, 'other replicas were not told what a poll found; the next one tells them');
      else logUnexpected(log, error, { part: 'poll for changes', source });
    },
  });
}
