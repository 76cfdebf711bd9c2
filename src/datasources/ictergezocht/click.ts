import { object, optionalNumber, optionalText, ShapeError } from '../../http/parse.ts';
import { parseRows, type Rows, vacancyIdOf } from './rows.ts';
import { instantOf } from './when.ts';

/** One click (ICTerGezocht document, Lijst kliks). */
export interface ClickRow {
  readonly vacancyId: string;
  /** Milliseconds since the epoch. */
  readonly clickedAt: number;
  readonly referenceNumber: string | null;
  /** Personal data. */
  readonly ip: string | null;
  readonly cpc: number | null;
}

export type ClickPage = Rows<ClickRow>;

/** A page of clicks. A click without its moment costs itself. @throws ShapeError where there is no list */
export function parseClicks(body: unknown): ClickPage {
  return parseRows(body, clickRow);
}

function clickRow(value: unknown, path: string): ClickRow {
  const row = object(value, path);
  const clickedAt = instantOf(row['clickDate']);
  if (clickedAt === null) throw new ShapeError(`${path}.clickDate`, 'a date with its time');
  return {
    vacancyId: vacancyIdOf(row['vacancyId'], `${path}.vacancyId`),
    clickedAt,
    referenceNumber: optionalText(row['referenceNumber']),
    ip: optionalText(row['ip']),
    cpc: optionalNumber(row['cpc']),
  };
}
