import type { Callers } from '../callers/index.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Delivery, EventForm, EventReader, SignedCall } from '../domain/upstream-event.ts';
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

/** A source with the form of its calls. */
export interface TellingSource {
  readonly source: SourceName;
  readonly form: EventForm;
}

type Who = Pick<Callers, 'gateway' | 'tellers'>;

/** Whether a source has anybody to tell of changes. */
export function isTold(callers: Who, source: SourceName): boolean {
  return callers.gateway.upstreams.get(source)?.events !== undefined || callers.tellers(source).size > 0;
}

/**
 * The accounts that a source calls by this name: several where clients share one, or one has the server's. Nothing is connected for it: who
 * names an account has not yet shown that it may.
 */
export function tellingAccounts(callers: Who, source: SourceName, account: string): readonly TellingAccount[] {
  const servers = callers.gateway.upstreams.get(source)?.events;
  const clients = callers.tellers(source).get(account) ?? [];
  return [...(servers?.account === account ? [{ owner: null, reader: servers }] : []), ...clients.map(({ clientId, reader }) => ({ owner: clientId, reader }))];
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
export async function receiveEvents({ source, form }: TellingSource, call: SignedCall, { callers, store, now, wake }: Reception): Promise<Received> {
  const claim = form.claimOf(call, now());
  if (claim.kind === 'refused') return claim;
  const accounts = tellingAccounts(callers, source, claim.account);
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
