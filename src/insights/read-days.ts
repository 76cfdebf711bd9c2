import type { Context } from '../context.ts';
import { amsterdamDayOf } from '../domain/amsterdam.ts';
import { addDays } from '../domain/days.ts';
import type { SourceFailure, SourceFailureCode } from '../domain/errors.ts';
import type { Freshness } from '../domain/fetched.ts';
import type { Insight, Period } from '../domain/insight.ts';
import { type InsightSource, readingOf, readInsights } from './scan.ts';

/** Figures of a day are asked for again for so many days behind it, as the source may still correct them. */
const correctedDays = 3;
/** Days that are read at once. */
const atOnce = 4;
/** Pages that one asking reads as somebody who waits for them; what is beyond gives way to others, whom a first year would leave without a slot for a minute. */
const pagesAtOnce = 60;
/** Days that may fail before no further one is begun: one alone may be odd, several say that the source is. */
const maxFailed = 3;
/** Whatever says that there is no time, no slot or no call left. */
const noUse: ReadonlySet<SourceFailureCode> = new Set<SourceFailureCode>(['RATE_LIMITED', 'UPSTREAM_TIMEOUT', 'QUERY_TOO_EXPENSIVE']);

/** The figures of one day of a source. */
export interface DayReading {
  readonly day: string;
  /** Vacancies with a click, a cost or an application on it. */
  readonly rows: readonly Insight[];
  readonly complete: boolean;
  readonly freshness: Freshness | null;
  /** How often it was doubted; null where it is not kept. */
  readonly doubts: number | null;
}

export interface DaysReading {
  readonly days: ReadonlyMap<string, DayReading>;
  /** The first of the failures. */
  readonly failure: SourceFailure | null;
}

export function todayOf({ now }: Pick<Context, 'now'>): string {
  return amsterdamDayOf(now());
}

/** Whose figures these are, as the store knows it. */
export function accountOf({ source, figuresOf }: InsightSource): string {
  if (figuresOf === undefined) throw new Error(`${source} tells figures but not whose`);
  return figuresOf;
}

/**
 * The days of a period, which ends today at the latest: those that are kept, and the others from the source, the newest first. A day that
 * is no longer corrected is kept as soon as it is read, so that what time did not allow goes on there the next time.
 */
export async function readDays(context: Context, source: InsightSource, days: readonly string[]): Promise<DaysReading> {
  const { insightDays } = context.store;
  const account = accountOf(source);
  const read = new Map<string, DayReading>();
  let failure: SourceFailure | null = null;
  let failed = 0;
  let pages = 0;
  for (const { day, rows, readAt, doubted, doubts } of await insightDays.list(source.source, account, spanOf(days))) {
    read.set(day, { day, rows, complete: !doubted, freshness: { fetchedAt: readAt, stale: false }, doubts });
  }
  const missing = days.filter((day) => read.get(day)?.complete !== true).toReversed();

  async function worker(): Promise<void> {
    for (let day = missing.shift(); day !== undefined && failed < maxFailed; day = missing.shift()) {
      const reading = { ...readingOf(false), givesWay: pages >= pagesAtOnce };
      const { rows, complete, ended, freshness, failure: why, ...scan } = await readInsights(context, source, { from: day, to: day }, reading);
      pages += scan.pages;
      failure ??= why;
      if (!ended && why !== null) failed += noUse.has(why.code) ? maxFailed : 1;
      // Figures of before, though they are doubted, tell more than none.
      if (!complete && read.has(day)) continue;
      if (freshness === null) continue;
      const active = rows.filter(isActive);
      read.set(day, { day, rows: active, complete, freshness, doubts: null });
      if (complete && isSettled(day, freshness.fetchedAt)) await insightDays.keep(account, { day, rows: active, readAt: freshness.fetchedAt });
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, missing.length) }, worker));
  return { days: read, failure };
}

/** Whether a day was older than what is still corrected when it was read. @param readAt milliseconds since the epoch */
export function isSettled(day: string, readAt: number): boolean {
  return day < addDays(amsterdamDayOf(readAt), -correctedDays);
}

function isActive({ clicks, cost, applications }: Insight): boolean {
  return [clicks, cost, applications].some((figure) => figure !== 0 && figure !== null);
}

function spanOf(days: readonly string[]): Period {
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}
