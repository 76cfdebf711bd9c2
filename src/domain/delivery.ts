import type { SourceName } from './source-name.ts';

/** How the forwarding of something to a partner's own address stands. */
export const deliveryStatuses = ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Why an attempt to deliver came to nothing. */
export const deliveryFaults = [
  'STATUS',
  'GONE',
  'REDIRECT',
  'NOT_CONFIGURED',
  'ADDRESS_REFUSED',
  'NAME_UNKNOWN',
  'UNREACHABLE',
  'TLS',
  'TIMEOUT',
  'BROKEN_OFF',
  'INTERNAL',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** One attempt to deliver. Holds nothing of what was sent, and nothing of what was answered but its status. */
export interface DeliveryAttempt {
  readonly at: Date;
  readonly durationMs: number;
  /** Null where no answer was seen. */
  readonly httpStatus: number | null;
  /** Null where it was delivered. */
  readonly fault: DeliveryFault | null;
}

/** An application on its way to the partner whose it is. What is sent is made when it is sent: a delivery holds nothing personal. */
export interface Delivery {
  readonly id: string;
  /** The client whose application it is. */
  readonly client: string;
  /** Where the application came from. */
  readonly source: SourceName;
  readonly applicationId: number;
  readonly status: DeliveryStatus;
  /** The oldest first. */
  readonly attempts: readonly DeliveryAttempt[];
  readonly createdAt: Date;
  /** When it is tried next at the earliest; null where it is not. */
  readonly nextAttemptAt: Date | null;
  /** When it came to its end; null while it is pending. */
  readonly settledAt: Date | null;
}
