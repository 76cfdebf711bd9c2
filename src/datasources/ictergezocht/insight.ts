import { array, type Json, object, optionalInt, optionalNumber, optionalObject, optionalText, ShapeError, text } from '../../http/parse.ts';

/** What the board tells of one vacancy (ICTerGezocht document, Inzichten). Amounts have no stated currency, dates no stated form. */
export interface InsightRow {
  readonly vacancyId: string;
  readonly referenceNumber: string | null;
  readonly publishDate: string | null;
  /** A number without a published list. */
  readonly status: number | null;
  readonly title: string | null;
  readonly city: string | null;
  readonly runtime: number | null;
  readonly campaign: string | null;
  readonly functionGroup: string | null;
  readonly companyUser: { readonly name: string | null; readonly email: string | null } | null;
  readonly clicks: number | null;
  readonly cpc: number | null;
  readonly cost: number | null;
  readonly applications: number | null;
  readonly raw: Json;
}

export interface InsightPage {
  readonly rows: readonly InsightRow[];
  /** Rows that could not be read; each costs itself. */
  readonly faults: readonly ShapeError[];
}

/** `items` of a page of insights. @throws ShapeError where there is no list */
export function parseInsights(body: unknown): InsightPage {
  const rows: InsightRow[] = [];
  const faults: ShapeError[] = [];
  for (const [index, item] of array(object(body, '')['items'], 'items').entries()) {
    try {
      rows.push(insightRow(item, `items[${index}]`));
    } catch (fault) {
      if (!(fault instanceof ShapeError)) throw fault;
      faults.push(fault);
    }
  }
  return { rows, faults };
}

function insightRow(value: unknown, path: string): InsightRow {
  const row = object(value, path);
  const vacancyId = text(row['vacancyId'], `${path}.vacancyId`);
  if (!/^\d{1,18}$/.test(vacancyId)) throw new ShapeError(`${path}.vacancyId`, 'a whole number');
  const user = optionalObject(row['companyUser']);
  return {
    vacancyId,
    referenceNumber: optionalText(row['referenceNumber']),
    publishDate: optionalText(row['publishDate']),
    status: optionalInt(row['status']),
    title: optionalText(row['title']),
    city: optionalText(row['city']),
    runtime: optionalInt(row['runtime']),
    campaign: optionalText(row['campaign']),
    functionGroup: optionalText(row['functionGroup']),
    companyUser: user === null ? null : { name: optionalText(user['name']), email: optionalText(user['email']) },
    clicks: optionalInt(row['clicks']),
    cpc: optionalNumber(row['cpc']),
    cost: optionalNumber(row['cost']),
    applications: optionalInt(row['applications']),
    raw: row,
  };
}
