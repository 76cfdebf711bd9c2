import type { Hub } from '../events/hub.ts';

/** Counts what may change answers: who asks behind a change is not to be given what was begun before it. */
export interface Changes {
  /** Another number after every change. */
  count(): number;
  /** There was one. */
  note(): void;
}

/** @param deletions of the cache: what upstreams, webhooks and other replicas tell of ends there */
export function changesBeside(deletions: () => number): Changes {
  let noted = 0;
  return {
    count: () => noted + deletions(),
    note() {
      noted += 1;
    },
  };
}

/** What is told to listeners is a change too. */
export function noting(hub: Hub, changes: Changes): Hub {
  return {
    ...hub,
    tellHere(happening) {
      changes.note();
      hub.tellHere(happening);
    },
  };
}
