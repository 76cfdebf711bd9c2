import type { Kysely } from 'kysely';
import type { Insight, Period } from '../domain/insight.ts';
import type { SourceName } from '../domain/source-name.ts';
import { fromJson, toJson } from './json.ts';
import type { Tables } from './tables.ts';

/** The figures of a day, of one account. */
export interface KeptDay {
  /** `YYYY-MM-DD`, of the source's own calendar. */
  readonly day: string;
  /** Vacancies that had a click, a cost or an application on it, without the people in them. */
  readonly rows: readonly Insight[];
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  /** Its figures do not fit what the source tells since: they are to be asked for anew. */
  readonly doubted: boolean;
  /** How often that was so. */
  readonly doubts: number;
}

/** Days that the source is not asked for again. An account is a name that says nothing: never a key. */
export interface InsightDays {
  /** What is kept of a period, in the order of days. */
  list(source: SourceName, account: string, period: Period): Promise<readonly KeptDay[]>;
  /** Keeps a day, in place of what was kept of it. */
  keep(account: string, day: Pick<KeptDay, 'day' | 'rows' | 'readAt'>): Promise<void>;
  doubt(account: string, days: readonly string[]): Promise<void>;
}

/** Months are read one after another, so that no single query holds up others for long. */
const daysAtOnce = 60;

export function insightDaysOf({ db }: { readonly db: Kysely<Tables> }): InsightDays {
  return {
    async list(source, account, { from, to }) {
      const days: KeptDay[] = [];
      for (let after = ''; ; ) {
        const found = await db
          .selectFrom('insight_days')
          .selectAll()
          .where('account', '=', account)
          .where('day', '>=', from)
          .where('day', '<=', to)
          .where('day', '>', after)
          .orderBy('day')
          .limit(daysAtOnce)
          .execute();
        for (const { day, rows, read_at: readAt, doubted, doubts } of found) days.push({ day, rows: rowsFrom(source, rows), readAt, doubted: doubted === 1, doubts });
        const last = found.at(-1);
        if (last === undefined || found.length < daysAtOnce) return days;
        after = last.day;
      }
    },
    async keep(account, { day, rows, readAt }) {
      const values = { account, day, rows: toJson(rows.map(columnsOf)), read_at: readAt, doubted: 0, doubts: 0 };
      const { rows: written, read_at, doubted } = values;
      await db
        .insertInto('insight_days')
        .values(values)
        .onConflict((conflict) => conflict.columns(['account', 'day']).doUpdateSet({ rows: written, read_at, doubted }))
        .execute();
    },
    async doubt(account, days) {
      if (days.length === 0) return;
      await db
        .updateTable('insight_days')
        .set((row) => ({ doubted: 1, doubts: row('doubts', '+', 1) }))
        .where('account', '=', account)
        .where('day', 'in', days)
        .where('doubted', '=', 0)
        .execute();
    },
  };
}

/** A row without the names of its columns, which a year would hold a hundred thousand times. */
type Columns = ReturnType<typeof columnsOf>;

function columnsOf(row: Insight) {
  return [
    row.sourceId,
    row.referenceNumber,
    row.publishedOn,
    row.status,
    row.title,
    row.city,
    row.runtime,
    row.campaign,
    row.functionGroup,
    row.clicks,
    row.costPerClick,
    row.cost,
    row.applications,
    row.currency,
  ] as const;
}

function rowsFrom(source: SourceName, text: string): readonly Insight[] {
  return fromJson<readonly Columns[]>(text).map(
    ([sourceId, referenceNumber, publishedOn, status, title, city, runtime, campaign, functionGroup, clicks, costPerClick, cost, applications, currency]): Insight => ({
      source,
      sourceId,
      referenceNumber,
      publishedOn,
      status,
      title,
      city,
      runtime,
      campaign,
      functionGroup,
      contactName: null,
      contactEmail: null,
      clicks,
      costPerClick,
      cost,
      applications,
      currency,
    }),
  );
}
