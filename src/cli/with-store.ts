import { readProcessStore } from '../config.ts';
import { storeOf } from '../server/plant.ts';
import type { Store } from '../store/index.ts';

/**
 * Does a command's work with what the gateway keeps, and nothing else: it needs no credentials of upstreams.
 * @throws ConfigError where the store cannot be opened
 */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await storeOf(readProcessStore(), Date.now);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
