import { MovableClock } from '../../sandbox/kit/clock.ts';

/** A Tuesday in May, five weeks after summer time began: what a test says of "34 to 40 days ago" holds that change of the clock. */
const startMs = Date.parse('2026-05-05T12:00:00Z');

/** Sets a clock to the instant from which every run of these tests starts, so that the data are the same each time. */
export function setToStart(clock: MovableClock): void {
  clock.set(startMs);
}

export function clockAtStart(): MovableClock {
  const clock = new MovableClock();
  setToStart(clock);
  return clock;
}
