import type { Sleep } from '../../src/http/waiting.ts';

/** A clock that stands still until it is moved; sleeping on it moves it. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly slept: readonly number[];
  move(ms: number): void;
}

export function clock(start = 1_000_000): Clock {
  let time = start;
  const slept: number[] = [];
  return {
    now: () => time,
    slept,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      time += ms;
    },
    move(ms) {
      time += ms;
    },
  };
}
