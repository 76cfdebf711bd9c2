/** Where a page of a dated list goes on: behind the row of this time and id. */
export interface Position {
  readonly at: number;
  readonly id: string;
}

export interface StorePage<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
}

/** The rows of a page, from a query that asked for one more than it. */
export function pageOfRows<T>(rows: readonly T[], first: number): StorePage<T> {
  return { rows: rows.slice(0, first), more: rows.length > first };
}
