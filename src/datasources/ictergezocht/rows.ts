import { array, object, optionalInt, ShapeError, text } from '../../http/parse.ts';

/** A page of a list of figures. */
export interface Rows<T> {
  readonly rows: readonly T[];
  /** What is wrong with each row that could not be read: where, and what was expected there. Each costs itself. */
  readonly faults: readonly string[];
  /** The number of all items, or of the page's: the document does not say. */
  readonly count: number | null;
}

/** `items` of a page (ICTerGezocht document, Paginatie). @throws ShapeError where there is no list */
export function parseRows<T>(body: unknown, rowOf: (item: unknown, path: string) => T): Rows<T> {
  const answer = object(body, '');
  const rows: T[] = [];
  const faults: string[] = [];
  for (const [index, item] of array(answer['items'], 'items').entries()) {
    try {
      rows.push(rowOf(item, `items[${index}]`));
    } catch (fault) {
      if (!(fault instanceof ShapeError)) throw fault;
      faults.push(fault.message);
    }
  }
  return { rows, faults, count: optionalInt(answer['count']) };
}

/** @throws ShapeError where it is no whole number */
export function vacancyIdOf(value: unknown, path: string): string {
  const vacancyId = text(value, path);
  if (!/^\d{1,18}$/.test(vacancyId)) throw new ShapeError(path, 'a whole number');
  return vacancyId;
}
