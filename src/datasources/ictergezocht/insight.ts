import { object, optionalInt, optionalNumber, optionalObject, optionalText } from '../../http/parse.ts';
import { parseRows, type Rows, vacancyIdOf } from './rows.ts';

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
  /** Personal data. */
  readonly companyUser: { readonly name: string | null; readonly email: string | null } | null;
  readonly clicks: number | null;
  readonly cpc: number | null;
  readonly cost: number | null;
  readonly applications: number | null;
}

export type InsightPage = Rows<InsightRow>;

/** A page of insights. @throws ShapeError where there is no list */
export function parseInsights(body: unknown): InsightPage {
  return parseRows(body, insightRow);
}

/** A page of insights without the people in it, which others than who asked may see. @throws ShapeError where there is no list */
export function parseInsightsWithoutPeople(body: unknown): InsightPage {
  return parseRows(body, (item, path) => ({ ...insightRow(item, path), companyUser: null }));
}

function insightRow(value: unknown, path: string): InsightRow {
  const row = object(value, path);
  const user = optionalObject(row['companyUser']);
  return {
    vacancyId: vacancyIdOf(row['vacancyId'], `${path}.vacancyId`),
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
  };
}
