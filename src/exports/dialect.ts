/** How a CSV is written, within RFC 4180. */
export interface CsvDialect {
  readonly separator: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
  /** A byte order mark, by which Excel knows that it is UTF-8. */
  readonly bom: boolean;
  /** `2026-03-29T01:30:00.000Z`, or `2026-03-29 01:30:00`, which Excel takes for a time: both UTC. */
  readonly timestamps: 'iso' | 'excel';
}

export const plainDialect: CsvDialect = { separator: ',', decimal: '.', bom: false, timestamps: 'iso' };
/** What Excel opens by a double click where the decimal sign is a comma, as in the Netherlands and Flanders. */
export const dutchExcelDialect: CsvDialect = { separator: ';', decimal: ',', bom: true, timestamps: 'excel' };
