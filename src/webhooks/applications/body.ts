import type { IncomingMessage } from 'node:http';
import { refusal } from './refused.ts';

/** The sender left: there is nobody to answer. */
export class SenderLeft extends Error {
  override readonly name = 'SenderLeft';
}

/** The length that a request states, bytes; null where it states none. */
export function statedLength({ headers }: IncomingMessage): number | null {
  const stated = headers['content-length'];
  return stated === undefined ? null : Number(stated);
}

export function tooLarge(maxBytes: number): Error {
  return refusal(413, `The body is larger than ${maxBytes / (1024 * 1024)} MiB.`);
}

/**
 * Reads a body whole.
 * @throws Refused with 413 where it is larger, or 408 where it takes longer
 * @throws SenderLeft
 */
export async function readBody(request: IncomingMessage, { maxBytes, withinMs }: { readonly maxBytes: number; readonly withinMs: number }): Promise<Buffer> {
  const length = statedLength(request);
  // Of a stated length the parts go straight to their places, so that it is never in memory twice.
  const whole = length === null ? null : Buffer.allocUnsafeSlow(Math.min(length, maxBytes));
  const parts: Buffer[] = [];
  let bytes = 0;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const timer = setTimeout(() => reject(refusal(408, 'The body did not come in time.')), withinMs);
  const onData = (part: Buffer): void => {
    if (bytes + part.length > maxBytes) {
      reject(tooLarge(maxBytes));
      return;
    }
    if (whole === null) parts.push(part);
    else part.copy(whole, bytes);
    bytes += part.length;
  };
  const onEnd = (): void => resolve(whole === null ? Buffer.concat(parts) : whole.subarray(0, bytes));
  const onClose = (): void => reject(new SenderLeft('the sender left'));
  request.on('data', onData).once('end', onEnd).once('close', onClose).once('error', onClose);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    request.off('data', onData).off('end', onEnd).off('close', onClose);
    if (!request.complete) request.pause();
  }
}
