/** What a column holds. Dates are `YYYY-MM-DD`, timestamps milliseconds since the epoch, lists a text with ` | ` between. */
export type CellType = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'timestamp';
export type Cell = string | number | boolean | null;
export type Cells = readonly Cell[];

/** What a file says of a column. */
export interface ColumnHead {
  readonly name: string;
  readonly type: CellType;
  /** What it is and in which unit, for the documents. */
  readonly description: string;
  /** Personal data: the column is there for everybody, and empty without the scope `personal:read`. */
  readonly personal?: true;
}

/** A column with how a row fills it. */
export interface Column<Row> extends ColumnHead {
  of(row: Row): Cell;
}

/** A file's columns: their names, types and order are stable, and new ones come behind. */
export type Columns<Row> = readonly Column<Row>[];

/** A row's cells in the order of the columns. */
export function cellsOf<Row>(columns: Columns<Row>, row: Row, { personal }: { readonly personal: boolean }): Cells {
  return columns.map((column) => (column.personal === true && !personal ? null : column.of(row)));
}

/** Several values in one cell. */
export function listed(values: readonly (string | null)[]): string | null {
  const present = values.filter((value) => value !== null && value !== '');
  return present.length === 0 ? null : present.join(' | ');
}
