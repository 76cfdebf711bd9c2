import { LRUCache } from 'lru-cache';

const most = { headers: 200, characters: 500 };

/** As which type Apollo answers, by the `Accept` header of who asks. */
export interface AcceptedTypes {
  /** Undefined where no such header was answered before. */
  of(accept: string | undefined): string | undefined;
  /** Remembers an answer of Apollo's with data. */
  note(accept: string | undefined, contentType: string): void;
}

/** Negotiation is Apollo's: what it chose for a header once, it chooses for the same header again. */
export function acceptedTypes(): AcceptedTypes {
  const chosen = new LRUCache<string, string>({ max: most.headers });
  return {
    of: (accept = '') => chosen.get(accept),
    note(accept = '', contentType) {
      if (accept.length <= most.characters) chosen.set(accept, contentType);
    },
  };
}
