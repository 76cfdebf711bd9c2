import { setTimeout as sleepFor } from 'node:timers/promises';
import { SourceFailure } from '../domain/errors.ts';
import type { Batch } from './batch.ts';
import type { Broken, Encoder } from './encoder.ts';
import type { Meter } from './meter.ts';

export interface FileParts {
  /** The first page, which was read before anything was promised, and is counted. */
  readonly first: IteratorResult<Batch, unknown>;
  /** The pages behind it. */
  readonly rest: AsyncIterator<Batch, unknown>;
  readonly encoder: Encoder;
  readonly meter: Meter;
  /** How often it is told how far it is, while nothing comes too, milliseconds. */
  readonly noteEveryMs: number;
}

/**
 * The bytes of a file, a page at a time: a page is asked for when the one before was taken. Where it fails, what there is to say of it
 * comes first, then it throws.
 */
export async function* bytesOf({ first, rest, encoder, meter, noteEveryMs }: FileParts): AsyncGenerator<Uint8Array> {
  try {
    yield encoder.begin();
    for (let page = first; page.done !== true; ) {
      yield encoder.add(page.value.rows);
      yield encoder.note(meter.progress());
      const next = rest.next();
      // Heard of below, or when it is waited for.
      next.catch(() => undefined);
      while (await isLate(next, noteEveryMs)) yield encoder.note(meter.progress());
      page = await next;
      if (page.done !== true) meter.add(page.value);
    }
    yield encoder.end(meter.summary());
  } catch (error) {
    yield encoder.broken(brokenBy(error), meter.summary());
    throw error;
  } finally {
    await rest.return?.();
  }
}

/** What whoever reads the file is told. */
function brokenBy(error: unknown): Broken {
  if (error instanceof SourceFailure) return { code: error.code, message: error.message };
  return { code: 'INTERNAL_SERVER_ERROR', message: 'The gateway failed at this; it has been logged.' };
}

async function isLate(work: Promise<unknown>, ms: number): Promise<boolean> {
  const inTime = new AbortController();
  const late = sleepFor(ms, true, { signal: inTime.signal }).catch(() => false);
  try {
    return await Promise.race([late, work.then(() => false, () => false)]);
  } finally {
    inTime.abort();
  }
}
