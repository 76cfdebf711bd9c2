import type { Reply } from '../kit/exchange.ts';
import { instantOfAmsterdam } from './amsterdam.ts';
import { badParameter } from './errors.ts';
import type { IctergezochtSwitches } from './switches.ts';

/** From `fromMs` up to but not including `untilMs`, milliseconds since the epoch. */
export interface Period {
  readonly fromMs: number;
  readonly untilMs: number;
}

interface Moment {
  readonly startMs: number;
  /** Where the day or second that was named ends. */
  readonly endMs: number;
}

const secondMs = 1000;
const dayMs = 86_400_000;

/**
 * `startDate` and `endDate` of a query, ISO 8601 (document, sections Inzichten and Lijst kliks); no bound where one is absent.
 * A date without time is a day in Amsterdam, a time without zone is Amsterdam's.
 */
export function periodOf(query: URLSearchParams, switches: IctergezochtSwitches): Period | Reply {
  const [start, end] = [query.get('startDate'), query.get('endDate')];
  const from = start === null ? undefined : momentOf(start);
  const until = end === null ? undefined : momentOf(end);
  if (start !== null && from === undefined) return badParameter('startDate', 'Dit is geen datum volgens ISO 8601.');
  if (end !== null && until === undefined) return badParameter('endDate', 'Dit is geen datum volgens ISO 8601.');
  if (from !== undefined && until !== undefined && from.startMs > until.startMs) return badParameter('endDate', 'Deze datum ligt voor startDate.');
  const untilMs = switches.endDateInclusive ? until?.endMs : until?.startMs;
  return { fromMs: from?.startMs ?? Number.NEGATIVE_INFINITY, untilMs: untilMs ?? Number.POSITIVE_INFINITY };
}

/** Whether a text is an ISO 8601 date or instant that exists. */
export function isIsoDate(text: string): boolean {
  return momentOf(text) !== undefined;
}

function momentOf(text: string): Moment | undefined {
  const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const [, date = '', time, zone] = form ?? [];
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // A day that does not exist rolls over into the next month: the round trip shows it.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  if (time === undefined) return { startMs: instantOfAmsterdam(midnight), endMs: instantOfAmsterdam(midnight + dayMs) };
  const wall = Date.parse(`${date}T${time}${zone === undefined ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(wall)) return undefined;
  const startMs = zone === undefined ? instantOfAmsterdam(wall) : wall;
  return { startMs, endMs: startMs + secondMs };
}
