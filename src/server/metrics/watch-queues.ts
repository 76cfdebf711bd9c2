import { Gauge } from 'prom-client';
import type { Store } from '../../store/index.ts';
import type { Metrics } from './registry.ts';

/** What is not done of an event; what is done is history. */
const eventStatuses = ['PENDING', 'RUNNING', 'DEAD'] as const;

/** Tells at each scrape how much waits in the store, for all replicas that share it. A store that does not answer leaves the figures out. */
export function watchQueues({ registry }: Pick<Metrics, 'registry'>, { webhookEvents, deliveries }: Pick<Store, 'webhookEvents' | 'deliveries'>): void {
  const registers = [registry];
  const events: Gauge<'status'> = new Gauge({
    name: 'werkgraph_webhook_events',
    help: 'Events of upstreams that are not done, by their status.',
    labelNames: ['status'],
    registers,
    collect: (): Promise<void> =>
      filled(events, async () => {
        for (const status of eventStatuses) events.set({ status }, await webhookEvents.count(status));
      }),
  });
  const waiting: Gauge = new Gauge({
    name: 'werkgraph_deliveries_waiting',
    help: 'Applications that are still to be passed on to a client.',
    registers,
    collect: (): Promise<void> => filled(waiting, async () => waiting.set(await deliveries.count({ client: null, status: 'PENDING', applicationId: null }))),
  });
}

async function filled(gauge: Pick<Gauge, 'reset' | 'remove'>, fill: () => Promise<void>): Promise<void> {
  try {
    await fill();
  } catch {
    gauge.reset();
  }
}
