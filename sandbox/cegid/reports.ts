import { type Exchange, isRecord, json, type Reply } from '../kit/exchange.ts';
import { badQuery, methodNotAllowed } from './errors.ts';
import { isoInstant } from './filters.ts';
import { jsonObject, strayKey } from './json-body.ts';

/** A report that the site accepted. */
export interface CegidReport {
  readonly reportType: 'vacancies' | 'candidates';
  readonly items: readonly CegidReportItem[];
}

export interface CegidReportItem {
  /** A vacancy's reference or a candidate's username. */
  readonly id: string;
  readonly date: string;
  readonly lastUpdateDate: string;
  readonly status: 'success' | 'error';
  readonly messages?: readonly string[];
}

/**
 * `POST /api/exports/v1/reports` (document, section on reporting). The document's example of `messages` is no JSON: they are
 * strings here, as clients send them, and only an item in error has them.
 */
export function takeReport(exchange: Exchange, accepted: CegidReport[]): Reply {
  if (exchange.method !== 'POST') return methodNotAllowed('POST');
  const body = jsonObject(exchange);
  if ('status' in body) return body;
  const report = reportOf(body.object);
  if (typeof report === 'string') return badQuery(report);
  accepted.push(report);
  return json(200, {});
}

/** The report, or why it is none. */
function reportOf(object: Record<string, unknown>): CegidReport | string {
  const stray = strayKey(object, ['reportType', 'items']);
  if (stray !== undefined) return `${stray} is not part of a report.`;
  const { reportType, items } = object;
  if (reportType !== 'vacancies' && reportType !== 'candidates') return 'reportType must be vacancies or candidates.';
  if (!Array.isArray(items) || items.length === 0) return 'items must be a list that is not empty.';
  const read = items.map((item: unknown, index) => itemOf(item, `items[${index}]`));
  const problem = read.find((item) => typeof item === 'string');
  return problem ?? { reportType, items: read.filter((item) => typeof item !== 'string') };
}

function itemOf(value: unknown, path: string): CegidReportItem | string {
  if (!isRecord(value)) return `${path} must be an object.`;
  const stray = strayKey(value, ['id', 'date', 'lastUpdateDate', 'status', 'messages']);
  if (stray !== undefined) return `${path}.${stray} is not part of a report.`;
  const { id, date, lastUpdateDate, status, messages } = value;
  if (typeof id !== 'string' || id === '') return `${path}.id must be a string that is not empty.`;
  if (!isInstant(date)) return `${path}.date must be an ISO 8601 instant.`;
  if (!isInstant(lastUpdateDate)) return `${path}.lastUpdateDate must be an ISO 8601 instant.`;
  if (status !== 'success' && status !== 'error') return `${path}.status must be success or error.`;
  if (messages === undefined) return { id, date, lastUpdateDate, status };
  if (status !== 'error') return `${path}.messages stand only with the status error.`;
  if (!isStrings(messages)) return `${path}.messages must be a list of strings.`;
  return { id, date, lastUpdateDate, status, messages };
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && value.includes('T') && isoInstant(value) !== undefined;
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
