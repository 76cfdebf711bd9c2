import { amsterdamDayOf, instantOfAmsterdamWall } from '../../domain/amsterdam.ts';
import { optionalDate, optionalText } from '../../http/parse.ts';

/**
 * The document gives its dates no form (Inzichten, Lijst kliks). Read are ISO 8601 with or without time and zone, the same with a blank
 * for its T, and the Dutch order of day, month and year. A time without zone is Amsterdam's: the board is Dutch.
 */
const form = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})-(\d{2})-(\d{4}))(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

interface Wall {
  readonly day: string;
  /** As if it were UTC, milliseconds; null where only a day is told. */
  readonly wallMs: number | null;
  /** Ahead of UTC, milliseconds; null where it is not told. */
  readonly offsetMs: number | null;
}

/** The instant that a text tells, milliseconds since the epoch; a day without time is its first moment. Null for anything else. */
export function instantOf(value: unknown): number | null {
  const wall = wallOf(value);
  if (wall === null) return null;
  const wallMs = wall.wallMs ?? Date.parse(`${wall.day}T00:00:00Z`);
  return wall.offsetMs === null ? instantOfAmsterdamWall(wallMs) : wallMs - wall.offsetMs;
}

/** The day in Amsterdam that a text tells, null for anything else. */
export function dayOf(value: unknown): string | null {
  const wall = wallOf(value);
  if (wall === null) return null;
  return wall.offsetMs === null || wall.wallMs === null ? wall.day : amsterdamDayOf(wall.wallMs - wall.offsetMs);
}

function wallOf(value: unknown): Wall | null {
  const [, y, m, d, dutchD, dutchM, dutchY, hours, minutes, seconds = '00', fraction = '0', zone] = form.exec(optionalText(value) ?? '') ?? [];
  const day = optionalDate(`${y ?? dutchY}-${m ?? dutchM}-${d ?? dutchD}`);
  if (day === null) return null;
  if (hours === undefined || minutes === undefined) return { day, wallMs: null, offsetMs: null };
  const wholeMs = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(wholeMs)) return null;
  return { day, wallMs: wholeMs + Math.floor(Number(`0.${fraction}`) * 1000), offsetMs: offsetOf(zone) };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
