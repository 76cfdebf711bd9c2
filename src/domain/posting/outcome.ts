import type { SourceFailure } from '../errors.ts';
import type { UserError } from './user-error.ts';

/** What became of one call that posts, changes or withdraws. */
export type SendOutcome =
  | {
      readonly kind: 'accepted';
      /** The upstream's own id, where its answer holds one. */
      readonly upstreamId: string | null;
      readonly url: string | null;
      /** The answer as it came. */
      readonly raw: unknown;
      readonly upstreamStatus: number;
    }
  /** The upstream looked at it and said no, or need not be asked (its status is null then): nothing was done. Paths lead into the draft. */
  | { readonly kind: 'refused'; readonly userErrors: readonly UserError[]; readonly upstreamStatus: number | null }
  /** Surely not done: it was not sent, or the answer says so. */
  | { readonly kind: 'failed'; readonly failure: SourceFailure }
  /** Sent, and no answer seen: it may have been done. */
  | { readonly kind: 'uncertain'; readonly failure: SourceFailure };

/** Whether an upstream has a posting with a reference: `unknown` where it cannot be told just now. */
export type Finding = { readonly kind: 'found'; readonly upstreamId: string; readonly url: string | null } | { readonly kind: 'absent' } | { readonly kind: 'unknown'; readonly failure: SourceFailure | null };
