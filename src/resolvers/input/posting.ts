import { BadInput } from '../../domain/errors.ts';
import type { PostingChannel } from '../../domain/posting/drafts.ts';

const maxKey = 255;

/** @throws BadInput where the key is empty, too long or holds control characters */
export function idempotencyKeyOf(key: string): string;
export function idempotencyKeyOf(key: string | null | undefined): string | null;
export function idempotencyKeyOf(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  // oxlint-disable-next-line no-control-regex -- it is looked for what a key must not hold
  if (key.trim() === '' || key.length > maxKey || /[\u0000-\u001f\u007f]/.test(key)) throw new BadInput(['idempotencyKey'], `is to be 1 to ${maxKey} characters without control characters`);
  return key;
}

/** Each channel once. @throws BadInput where there is none */
export function channelsOf(channels: readonly PostingChannel[]): readonly PostingChannel[] {
  if (channels.length === 0) throw new BadInput(['channels'], 'names no channel');
  return [...new Set(channels)];
}

const maxReference = 255;

/** @throws BadInput where a reference number cannot be one of ours */
export function referenceNumberOf(referenceNumber: string, path: readonly string[]): string {
  // oxlint-disable-next-line no-control-regex -- as above
  if (referenceNumber.trim() === '' || referenceNumber.length > maxReference || /[\u0000-\u001f\u007f]/.test(referenceNumber)) {
    throw new BadInput(path, `is to be 1 to ${maxReference} characters without control characters`);
  }
  return referenceNumber;
}
