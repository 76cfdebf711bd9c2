import type { SourceName } from './source-name.ts';
import type { UpstreamEvent } from './upstream-event.ts';

export const webhookEventStatuses = ['PENDING', 'RUNNING', 'DONE', 'DEAD'] as const;
/** `PENDING`: to be worked on, perhaps again. `DEAD`: tried often enough; only a replay works on it again. */
export type WebhookEventStatus = (typeof webhookEventStatuses)[number];

/** Something that an upstream told, and what became of it. What else its call held is not kept: it may be about a person. */
export interface WebhookEvent extends UpstreamEvent {
  readonly id: string;
  readonly source: SourceName;
  /** The client whose own account it was told to; null is the server's. */
  readonly owner: string | null;
  readonly status: WebhookEventStatus;
  /** How often it was worked on. */
  readonly attempts: number;
  readonly receivedAt: Date;
  /** When it is worked on next; null where it is not. */
  readonly nextAt: Date | null;
  readonly endedAt: Date | null;
  /** Why the last attempt failed. */
  readonly error: { readonly code: string; readonly message: string } | null;
}
