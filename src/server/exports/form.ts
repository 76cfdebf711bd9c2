import { type CsvDialect, dutchExcelDialect, plainDialect } from '../../exports/dialect.ts';
import type { EncoderOptions } from '../../exports/encoder.ts';
import type { Format } from '../../exports/format.ts';
import { BadInput } from '../../domain/errors.ts';
import type { ExportQuery } from './query.ts';

/**
 * How the caller wants a file written.
 * @param progressHeader `X-Progress`, which asks for what the parameter `progress` asks for; of other files than NDJSON it says nothing
 * @throws BadInput naming the parameter
 */
export function formOf(format: Format, query: ExportQuery, progressHeader?: string): EncoderOptions {
  const dialect = format === 'csv' ? dialectOf(query) : plainDialect;
  const lines = format === 'ndjson';
  const stated = progressHeader !== undefined && !['', '0', 'false'].includes(progressHeader);
  return { dialect, progress: lines && (query.one('progress') === null ? stated : query.flag('progress')), trailer: lines && query.flag('trailer') };
}

/** `excel=nl` is what Excel opens by a double click where the decimal sign is a comma; what is stated beside it goes before. */
function dialectOf(query: ExportQuery): CsvDialect {
  const usual = query.word('excel', { nl: 'nl' }) === 'nl' ? dutchExcelDialect : plainDialect;
  const separator = query.word('separator', { ',': ',', comma: ',', ';': ';', semicolon: ';', tab: '\t' } as const) ?? usual.separator;
  const decimal = query.word('decimal', { '.': '.', point: '.', ',': ',', comma: ',' } as const) ?? usual.decimal;
  if (separator === decimal) throw new BadInput(['decimal'], 'is also the separator: no number would stay in its cell');
  const bom = query.one('bom') === null ? usual.bom : query.flag('bom');
  return { separator, decimal, bom, timestamps: usual.timestamps };
}
