import { onTestFinished } from 'vitest';
import type { Forwarding } from '../../src/callers/index.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { Forwarder, type ForwarderParts } from '../../src/forwarding/forwarder.ts';
import { openOutgoing, type OutgoingOptions } from '../../src/http/outgoing.ts';
import type { Store } from '../../src/store/index.ts';
import type { NewApplication } from '../../src/store/new-application.ts';

export const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
export const newSecret = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;

/** An endpoint on this machine. */
export function endpoint(url: string, change: Partial<Forwarding> = {}): Forwarding {
  return { url, secrets: [secret], allowPrivate: true, ...change };
}

/** An application with its delivery. @returns its number */
export async function received({ applications }: Store, owner: string, change: Partial<NewApplication> = {}): Promise<number> {
  const person = { name: 'Jip de Boer', email: 'jip@example.org', phone: '+31612345678', city: 'Delft', motivation: 'Graag!', resume: null, custom: { shift: 'night' } };
  const application: NewApplication = { source: 'ICTERGEZOCHT', account: owner, referenceNumber: 'R-1', origin: 'indeed', campaign: 'c', ...person, ...change };
  return (await applications.receive(application, { sameWithinMs: 1000, hasOwnAccount: () => false, isForwarded: () => true })).id;
}

export interface WorldOptions extends Partial<Pick<ForwarderParts, 'applicationById' | 'leaseMs'>> {
  readonly endpoints: Readonly<Record<string, Forwarding>>;
  readonly now: () => number;
  readonly outgoing?: Partial<OutgoingOptions>;
  readonly unexpected?: (error: unknown) => void;
}

/** A forwarder over a store; its calls end with the test. */
export function forwarderOn(store: Store, { endpoints, now, outgoing: options = {}, ...parts }: WorldOptions): Forwarder {
  const outgoing = openOutgoing({ timeoutMs: 5000, ...options });
  onTestFinished(() => outgoing.close());
  return new Forwarder({
    deliveries: store.deliveries,
    applicationById: (id) => store.applications.byId(id, null),
    endpointOf: (client) => endpoints[client] ?? null,
    resumeUrlOf: ({ id }) => `https://gateway.example/applications/${id}/resume`,
    outgoing,
    now,
    random: () => 0,
    unexpected: (error) => {
      throw error;
    },
    ...parts,
  });
}

/** Everything that is kept of deliveries, the oldest first. */
export async function kept({ deliveries }: Store): Promise<readonly Delivery[]> {
  const { rows } = await deliveries.page({ client: null, status: null, applicationId: null, first: 1000, after: null });
  return rows.toReversed();
}
