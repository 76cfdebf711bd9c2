import type { Random } from '../kit/random.ts';
import type { BoardVacancy } from './board.ts';
import type { Click } from './clicks.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Shares of a day's clicks by weekday, Sunday first. */
const weekdays = [0.4, 1.3, 1.4, 1.3, 1.2, 1, 0.5];

/**
 * A vacancy's clicks while it ran: many in its first days, few at weekends, none at all for one in twenty. Its applications come
 * with one click in thirty, minutes later.
 */
export function trafficOf(random: Random, vacancy: BoardVacancy, nowMs: number): Click[] {
  if (random.chance(0.05)) return [];
  const clicks: Click[] = [];
  const perDay = random.int(2, 9);
  const endMs = Math.min(nowMs, vacancy.deletedMs ?? nowMs, vacancy.postedMs + vacancy.runtime * dayMs);
  for (let dayStart = vacancy.postedMs; dayStart < endMs; dayStart += dayMs) {
    const age = (dayStart - vacancy.postedMs) / dayMs;
    const expected = perDay * (weekdays[new Date(dayStart).getUTCDay()] ?? 1) * (0.25 + Math.exp(-age / 15));
    const count = Math.floor(expected * 2 * random.next());
    for (let number = 0; number < count; number += 1) {
      const atMs = wholeSecond(dayStart + random.next() * dayMs);
      if (atMs >= endMs || atMs < vacancy.postedMs) continue;
      // One in six comes again from the address before.
      const again = random.chance(1 / 6) ? clicks.at(-1)?.[2] : undefined;
      clicks.push([vacancy.vacancyId, atMs, again ?? visitorAddress(random)]);
      const appliedMs = wholeSecond(atMs + random.int(60, 1800) * 1000);
      if (random.chance(1 / 30) && appliedMs < endMs) vacancy.applications.push(appliedMs);
    }
  }
  vacancy.applications.sort((a, b) => a - b);
  return clicks;
}

/** An address of the ranges that are kept free for documentation (RFC 5737, RFC 3849). */
function visitorAddress(random: Random): string {
  return random.chance(0.5) ? `192.0.2.${random.int(1, 254)}` : `2001:db8:${random.int(1, 0xffff).toString(16)}::${random.int(1, 0xffff).toString(16)}`;
}

function wholeSecond(epochMs: number): number {
  return Math.floor(epochMs / 1000) * 1000;
}
