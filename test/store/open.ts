import { openStore, type Store } from '../../src/store/index.ts';
import type { StoreEngine } from './engines.ts';

/** A store with a clock that a test moves. */
export interface TestStore extends AsyncDisposable {
  readonly store: Store;
  readonly clock: { at: number };
}

export const startAt = Date.UTC(2026, 10, 21, 9);

export async function openTestStore({ place }: StoreEngine): Promise<TestStore> {
  const where = await place();
  const clock = { at: startAt };
  const store = await openStore({ ...where, now: () => clock.at });
  return {
    store,
    clock,
    async [Symbol.asyncDispose]() {
      await store.close();
      await where.remove();
    },
  };
}
