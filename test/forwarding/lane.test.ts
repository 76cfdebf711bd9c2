import { expect, test } from 'vitest';
import { Lane, type LaneOutcome } from '../../src/forwarding/lane.ts';

const delivered: LaneOutcome = { fault: null, httpStatus: 200, retryAfterMs: null };
const dead: LaneOutcome = { fault: 'UNREACHABLE', httpStatus: null, retryAfterMs: null };
const refused: LaneOutcome = { fault: 'STATUS', httpStatus: 422, retryAfterMs: null };
const overloaded: LaneOutcome = { fault: 'STATUS', httpStatus: 503, retryAfterMs: 60_000 };

function after(outcomes: readonly (LaneOutcome | null)[], lane = new Lane()): Lane {
  for (const outcome of outcomes) {
    lane.begin();
    lane.end(outcome, 0);
  }
  return lane;
}

test('a lane has four places', () => {
  const lane = new Lane();
  for (let index = 0; index < 4; index += 1) lane.begin();
  expect(lane.free(0)).toBe(0);
  lane.end(delivered, 0);
  expect(lane.free(0)).toBe(1);
});

test('five in a row that find nobody make it rest; then one is tried, and longer rests follow while that fails too', () => {
  expect(after([dead, dead, dead, dead]).free(0)).toBe(4);
  const lane = after([dead, dead, dead, dead, dead]);
  expect([lane.free(0), lane.free(14_999), lane.free(15_000)]).toEqual([0, 0, 1]);
  lane.begin();
  expect(lane.free(15_000)).toBe(0);
  lane.end(dead, 15_000);
  expect([lane.free(44_999), lane.free(45_000)]).toEqual([0, 1]);
  after(Array.from({ length: 50 }, () => dead), lane);
  expect([lane.free(45_000 + 600_000)]).toEqual([1]);
});

test('one that is delivered, or refused for what it is, opens it again', () => {
  for (const outcome of [delivered, refused]) {
    expect(after([dead, dead, dead, dead, dead, outcome]).free(0)).toBe(4);
    expect(after([dead, dead, dead, dead, outcome, dead]).free(0)).toBe(4);
  }
});

test('a receiver that asks to wait is left alone at once', () => {
  const lane = after([overloaded]);
  expect([lane.free(59_999), lane.free(60_000)]).toEqual([0, 1]);
});

test('what was never tried says nothing', () => {
  expect(after([dead, dead, dead, dead, null, null]).free(0)).toBe(4);
  expect(after([dead, dead, dead, dead, null, dead]).free(0)).toBe(0);
});
