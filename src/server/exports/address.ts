import type { IncomingMessage } from 'node:http';
import { amsterdamDayOf } from '../../domain/amsterdam.ts';
import { type Format, formats } from '../../exports/format.ts';
import { type ExportName, exportNames, type ExportRequest } from '../../exports/request.ts';

/** What a file's name asks for, `clicks.csv`; null where there is no such file. */
export function fileOf(name: string): { readonly of: ExportName; readonly format: Format } | null {
  const [stem, ending, ...more] = name.split('.');
  const of = exportNames.find((one) => one === stem);
  const format = formats.find((one) => one === ending);
  return of === undefined || format === undefined || more.length > 0 ? null : { of, format };
}

/** The query of a request's address. */
export function searchOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

/** What the file is saved as. */
export function fileName(request: ExportRequest, format: Format, now: () => number): string {
  const days = request.of === 'vacancies' ? amsterdamDayOf(now()) : `${request.period.from}_${request.period.to}`;
  return `${request.of}_${days}.${format}`;
}

/** Whether the client said that it reads what stands behind a body (RFC 9110, 6.5.1). */
export function takesTrailers({ headers, httpVersion }: Pick<IncomingMessage, 'headers' | 'httpVersion'>): boolean {
  return httpVersion !== '1.0' && String(headers['te'] ?? '').split(',').some((part) => part.trim().toLowerCase() === 'trailers');
}
