import type { ChangeKind } from './change.ts';

/** An HTTP call of an upstream as it came, as far as its signature covers it. */
export interface SignedCall {
  /** How the path may read to who signed it: as it came, and as the world writes it in front of a proxy. */
  readonly paths: readonly string[];
  /** The query as it came, without its question mark: decoding would change signatures. */
  readonly rawQuery: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Something happened to an object of an upstream, in its thin words: what it is now has to be fetched. */
export interface UpstreamEvent {
  /** The upstream's own word, e.g. vacancy_update. */
  readonly event: string;
  /** Null where the gateway knows no such event. */
  readonly about: 'vacancy' | 'candidate' | null;
  /** The object's id as it stands in ids here; null where the event is about none. */
  readonly sourceId: string | null;
  readonly change: ChangeKind;
  readonly nativeStatus: string | null;
}

/** What a call says of itself before its signature is looked at. */
export type Claim = { readonly kind: 'claim'; readonly account: string } | { readonly kind: 'refused'; readonly why: string };

/** What an account makes of a call. */
export type Delivery =
  | {
      readonly kind: 'events';
      readonly events: readonly UpstreamEvent[];
      /** The same for the same signed call, however it is written; nothing can be read from it. */
      readonly fingerprint: string;
      /** Until when the call could be sent again, milliseconds since the epoch. */
      readonly expiresAt: number;
    }
  /** It is not of this account, or has expired. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It is, but cannot be read. */
  | { readonly kind: 'malformed'; readonly field: string; readonly problem: string };

/** Reads the calls of an upstream's webhooks to one account. */
export interface EventReader {
  /** What the upstream calls the account. */
  readonly account: string;
  /** The events that the account is to be told of, in the upstream's own words. */
  readonly wanted: readonly string[];
  /** @param now milliseconds since the epoch */
  read(call: SignedCall, now: number): Delivery;
}

/** What is known of an upstream's webhooks without an account. */
export interface EventForm {
  /**
   * Which account a call says it is to, from its address and headers alone.
   * @param now milliseconds since the epoch
   */
  claimOf(call: Pick<SignedCall, 'rawQuery' | 'headers'>, now: number): Claim;
}
