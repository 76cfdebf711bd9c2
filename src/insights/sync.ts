import type { Context } from '../context.ts';
import { daysOf } from '../domain/days.ts';
import { SourceFailure } from '../domain/errors.ts';
import type { FigurePage, Click, Period } from '../domain/insight.ts';
import { chooseSources } from '../federate/choose.ts';
import type { BiClick, BiStore } from '../store/bi/index.ts';
import { listCount } from './list-count.ts';
import { accountOf, isSettled, readDays } from './read-days.ts';
import { visitorOfClick } from './visitor.ts';

/** What a run of a sync did, told day by day. */
export interface SyncedDay {
  readonly day: string;
  readonly outcome: 'synced' | 'already final' | 'failed';
  readonly insights: number;
  readonly clicks: number;
  /** Why it failed; null where it did not. */
  readonly failure: SourceFailure | null;
}

/**
 * Brings the tables that BI tools read up to date, the oldest day first: a day that is final there is not read again, one that the
 * source may still correct is read anew. Each day is replaced as a whole or stays as it was, so that a run that is cut off goes on
 * with the next one.
 * @param period ends today at the latest
 */
export async function* syncInsights(context: Context, tables: BiStore, period: Period): AsyncGenerator<SyncedDay> {
  const { able } = chooseSources(context.sources, null, 'insightPages');
  for (const source of able) {
    const account = accountOf(source);
    const final = await tables.closedDays(account);
    for (const day of daysOf(period)) {
      if (final.has(day)) {
        yield { day, outcome: 'already final', insights: 0, clicks: 0, failure: null };
        continue;
      }
      yield await syncDay(day);
    }

    async function syncDay(day: string): Promise<SyncedDay> {
      const { days, failure } = await readDays(context, source, [day]);
      const reading = days.get(day);
      if (reading?.complete !== true || reading.freshness === null) return { day, outcome: 'failed', insights: 0, clicks: 0, failure };
      let clicks = 0;
      async function* counted(): AsyncGenerator<readonly BiClick[]> {
        for await (const page of clicksOf(day)) {
          clicks += page.length;
          yield page;
        }
      }
      const { rows, freshness } = reading;
      try {
        await tables.putDay({ account, day, insights: rows, clicks: counted(), closed: isSettled(day, freshness.fetchedAt), readAt: new Date(context.now()) });
        return { day, outcome: 'synced', insights: rows.length, clicks, failure: null };
      } catch (error) {
        if (!(error instanceof SourceFailure)) throw error;
        return { day, outcome: 'failed', insights: 0, clicks: 0, failure: error };
      }
    }

    /** @throws SourceFailure where a page or a row could not be read, or rows are missing: the day is not whole */
    async function* clicksOf(day: string): AsyncGenerator<readonly BiClick[]> {
      if (source.clickPages === undefined) return;
      const count = listCount();
      for await (const page of source.clickPages({ from: day, to: day }, null, null)) {
        const [failure] = page.failures;
        if (failure !== undefined) throw failure;
        count.add(page, page.rows.length);
        yield rowsOf(page);
      }
      if (!count.isWhole()) throw new SourceFailure(source.source, 'UPSTREAM_INVALID_RESPONSE', 'Fewer clicks came than the source says there are.');
    }
  }

  function rowsOf({ rows }: FigurePage<Click>): readonly BiClick[] {
    return rows.map((click) => {
      const { ip: _ip, ...rest } = click;
      return { ...rest, visitor: visitorOfClick(context, click) };
    });
  }
}
