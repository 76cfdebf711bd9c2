/** Tables that BI tools read. Their columns are public: `columns.ts` says what each means. */
export interface BiTables {
  insight_day: InsightDayRow;
  click: ClickRow;
  synced_day: SyncedDayRow;
}

export interface InsightDayRow {
  readonly account: string;
  readonly day: string;
  readonly source: string;
  readonly vacancy_id: string;
  readonly reference_number: string | null;
  readonly title: string | null;
  readonly city: string | null;
  readonly campaign: string | null;
  readonly function_group: string | null;
  readonly status: number | null;
  readonly published_on: string | null;
  readonly clicks: number | null;
  readonly cost: number | null;
  readonly applications: number | null;
  readonly currency: string;
}

export interface ClickRow {
  readonly account: string;
  readonly day: string;
  readonly clicked_at: Date;
  readonly source: string;
  readonly vacancy_id: string;
  readonly reference_number: string | null;
  readonly cost_per_click: number | null;
  readonly currency: string;
  readonly visitor: string;
}

export interface SyncedDayRow {
  readonly account: string;
  readonly day: string;
  readonly closed: boolean;
  readonly synced_at: Date;
}
