import { bulkhead } from 'cockatiel';

/** Runs work when there is a slot for it, first come first served. */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>;

/** So many slots for all that share them, whatever operation they belong to. */
export function createSlots(atOnce: number): Slots {
  const policy = bulkhead(atOnce, Number.POSITIVE_INFINITY);
  return async (work) => policy.execute(work);
}
