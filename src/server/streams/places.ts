import { LimitRefusal } from '../limit-refusal.ts';

/** Bounds how many subscriptions one client has at once. */
export interface Places {
  /**
   * Takes a place of a client until it is given back.
   * @throws LimitRefusal where it has none left
   */
  take(client: string): () => void;
}

export function createPlaces(most: number): Places {
  const taken = new Map<string, number>();
  return {
    take(client) {
      const has = taken.get(client) ?? 0;
      if (has >= most) throw new LimitRefusal('RATE_LIMITED', `You have ${most} subscriptions at once, which is as many as there may be. End one first.`, 429);
      taken.set(client, has + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        const left = (taken.get(client) ?? 1) - 1;
        if (left === 0) taken.delete(client);
        else taken.set(client, left);
      };
    },
  };
}
