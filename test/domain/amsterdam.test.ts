import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amsterdamDayOf, amsterdamOffsetMs, dayInAmsterdam, instantOfAmsterdamWall } from '../../src/domain/amsterdam.ts';

const machine = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });
const hourMs = 3_600_000;
const instants = integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2037, 11, 31) / 1000 });

describe('Dutch time', () => {
  test('is the machine’s own time zone’s', () => {
    assert(
      property(instants, (seconds) => {
        const at = seconds * 1000;
        const wall = new Date(at + amsterdamOffsetMs(at)).toISOString().slice(0, 19).replace('T', ' ');
        expect(wall).toBe(machine.format(at));
        expect(amsterdamDayOf(at)).toBe(wall.slice(0, 10));
      }),
      { numRuns: 500 },
    );
  });

  test('goes back from a wall time to its instant', () => {
    assert(
      property(instants, (seconds) => {
        const wall = seconds * 1000 + amsterdamOffsetMs(seconds * 1000);
        // The hour that comes twice is taken to be the first.
        expect([seconds * 1000, seconds * 1000 - hourMs]).toContain(instantOfAmsterdamWall(wall));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['before summer time', '2026-03-29T01:59:59Z', '2026-03-29T00:59:59Z'],
    ['an hour that is passed over is an hour later', '2026-03-29T02:30:00Z', '2026-03-29T01:30:00Z'],
    ['after it began', '2026-03-29T03:00:00Z', '2026-03-29T01:00:00Z'],
    ['an hour that comes twice is the first', '2026-10-25T02:30:00Z', '2026-10-25T00:30:00Z'],
    ['after it ended', '2026-10-25T03:00:00Z', '2026-10-25T02:00:00Z'],
  ])('%s', (_case, wall, instant) => {
    expect(new Date(instantOfAmsterdamWall(Date.parse(wall))).toISOString()).toBe(new Date(instant).toISOString());
  });

  test.each([
    ['2026-01-01T22:59:59Z', '2026-01-01'],
    ['2026-01-01T23:00:00Z', '2026-01-02'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['9999-12-31T23:59:59Z', '9999-12-31'],
  ])('at %s is %s in the Low Countries', (at, expected) => {
    expect(dayInAmsterdam(new Date(at))).toBe(expected);
  });
});
