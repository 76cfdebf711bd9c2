import { BadInput } from '../../domain/errors.ts';
import type { PostingChannel } from '../../domain/posting/drafts.ts';
import { nameOf } from '../../domain/texts.ts';

/** @throws BadInput where the key is empty, too long or cannot be kept */
export function idempotencyKeyOf(key: string): string;
export function idempotencyKeyOf(key: string | null | undefined): string | null;
export function idempotencyKeyOf(key: string | null | undefined): string | null {
  return key === null || key === undefined ? null : nameOf(key, ['idempotencyKey']);
}

/** Each channel once. @throws BadInput where there is none */
export function channelsOf(channels: readonly PostingChannel[]): readonly PostingChannel[] {
  if (channels.length === 0) throw new BadInput(['channels'], 'names no channel');
  return [...new Set(channels)];
}
