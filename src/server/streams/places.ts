import { LimitRefusal } from '../limits/limit-refusal.ts';

/** Bounds how much of something one client has at once. */
export interface Places {
  /**
   * Takes a place of a client until it is given back.
   * @throws LimitRefusal where it has none left
   */
  take(client: string): () => void;
}

/** @param of what is bounded, as in "You have 100 … at once" */
export function createPlaces(most: number, of: 'subscriptions' | 'sockets'): Places {
  const taken = new Map<string, number>();
  return {
    take(client) {
      const has = taken.get(client) ?? 0;
      if (has >= most) throw new LimitRefusal('RATE_LIMITED', `You have ${most} ${of} at once, which is as many as there may be. End one first.`, 429);
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
