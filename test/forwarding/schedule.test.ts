import { expect, test } from 'vitest';
import { nextAttemptAt, triedForMs } from '../../src/forwarding/schedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const failed = { fault: 'STATUS', at: 0, firstTriedAt: 0, failures: 0, retryAfterMs: null } as const;

/** When each attempt of a delivery that never succeeds is made, milliseconds from the first. */
function attempts(random: () => number): readonly number[] {
  const made: number[] = [];
  for (let at: number | null = 0; at !== null; ) {
    made.push(at);
    at = nextAttemptAt({ ...failed, at, failures: made.length - 1 }, random);
  }
  return made;
}

test('pauses grow from seconds to most of a day, and the last attempt ends three days', () => {
  const made = attempts(() => 0);
  const pauses = made.slice(1).map((at, index) => at - (made[index] ?? 0));
  expect(pauses.slice(0, -1)).toEqual([5000, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 5 * hourMs, 10 * hourMs, 14 * hourMs, 20 * hourMs, 20 * hourMs]);
  expect(made.at(-1)).toBe(triedForMs);
});

test('pauses differ by chance, a tenth at most, within the same three days', () => {
  const made = attempts(() => 1);
  expect(made[1]).toBe(5500);
  expect(made.at(-1)).toBe(triedForMs);
  expect(made.length).toBeGreaterThanOrEqual(10);
});

test('a receiver that asks to wait longer is left alone for as long, a shorter wish changes nothing', () => {
  expect(nextAttemptAt({ ...failed, retryAfterMs: hourMs }, () => 0)).toBe(hourMs);
  expect(nextAttemptAt({ ...failed, retryAfterMs: 1000 }, () => 0)).toBe(5000);
  expect(nextAttemptAt({ ...failed, failures: 7, at: 71 * hourMs, retryAfterMs: 24 * hourMs }, () => 0)).toBe(triedForMs);
});

test('410 is the last word', () => {
  expect(nextAttemptAt({ ...failed, fault: 'GONE' }, () => 0)).toBeNull();
});
