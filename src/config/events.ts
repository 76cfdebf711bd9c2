import { count } from './values.ts';
import { group } from './group.ts';

/** What upstreams tell, and who listens. */
export interface EventsConfig {
  /** How long events that have ended are kept. */
  readonly eventDays: number;
  /** Subscriptions that a client may have at once at this replica; without a key, that an address may have. */
  readonly subscriptionsPerClient: number;
}

export const eventsGroup = group({
  shape: { EVENT_DAYS: count(30, 3650), SUBSCRIPTIONS_PER_CLIENT: count(100, 100_000) },
  configOf: (env): EventsConfig => ({ eventDays: env.EVENT_DAYS, subscriptionsPerClient: env.SUBSCRIPTIONS_PER_CLIENT }),
});
