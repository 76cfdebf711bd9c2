import type { Callers } from '../callers/index.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Delivery, EventReader, SignedCall } from '../domain/upstream-event.ts';
import type { Store } from '../store/index.ts';
import type { ReceivedCall } from '../store/webhook-events.ts';

/** What became of a call of an upstream's webhook. */
export type Received =
  | { readonly kind: 'taken'; readonly events: number }
  /** The same signed call was taken before. */
  | { readonly kind: 'replayed' }
  | Extract<Delivery, { readonly kind: 'refused' | 'malformed' }>;

/** An account that an upstream tells of changes: a client's own, or with null the server's. */
interface TellingAccount {
  readonly owner: string | null;
  readonly reader: EventReader;
}

type Who = Pick<Callers, 'gateway' | 'clients' | 'clientById'>;

/** The accounts of a source that its webhooks may call for. */
export async function tellingAccounts(callers: Who, source: SourceName): Promise<readonly TellingAccount[]> {
  const clients = await Promise.all(callers.clients().map(async ({ id }) => ({ id, caller: await callers.clientById(id) })));
  const own = clients.flatMap(({ id, caller }) => (caller !== null && caller.ownCredentials.has(source) ? [{ owner: id, reader: caller.upstreams.get(source)?.events }] : []));
  const all = [{ owner: null, reader: callers.gateway.upstreams.get(source)?.events }, ...own];
  return all.flatMap(({ owner, reader }) => (reader === undefined ? [] : [{ owner, reader }]));
}

export interface Reception {
  readonly callers: Who;
  readonly store: Pick<Store, 'webhookEvents'>;
  readonly now: () => number;
  /** Told when there is something to work on. */
  readonly wake: () => void;
}

/**
 * Keeps what an upstream tells, for each account whose signature it carries, and has it worked on. What it returns as taken is on the disk.
 * @throws where the store fails: the sender is to try again
 */
export async function receiveEvents(source: SourceName, call: SignedCall, { callers, store, now, wake }: Reception): Promise<Received> {
  const accounts = await tellingAccounts(callers, source);
  const deliveries = accounts.map(({ owner, reader }) => ({ owner, delivery: reader.read(call, now()) }));
  const events: ReceivedCall['events'][number][] = [];
  let first: Extract<Delivery, { readonly kind: 'events' }> | null = null;
  for (const { owner, delivery } of deliveries) {
    if (delivery.kind !== 'events') continue;
    first ??= delivery;
    events.push(...delivery.events.map((event) => ({ ...event, owner })));
  }
  if (first === null) {
    // An account that knows the call as its own says best what is wrong with it.
    const told = deliveries.find(({ delivery }) => delivery.kind === 'malformed') ?? deliveries.at(-1);
    return told === undefined || told.delivery.kind === 'events' ? { kind: 'refused', why: 'The signature is not that of this call.' } : told.delivery;
  }
  const { fingerprint, expiresAt } = first;
  if (!(await store.webhookEvents.receive({ source, fingerprint, expiresAt, events }))) return { kind: 'replayed' };
  wake();
  return { kind: 'taken', events: first.events.length };
}
