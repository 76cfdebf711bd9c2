import { globalId } from '../../domain/ids.ts';
import type { Insight, Period } from '../../domain/insight.ts';
import type { Columns } from '../column.ts';

export interface InsightRow {
  readonly insight: Insight;
  readonly period: Period;
}

/** `insights`: the totals of each vacancy over the period. */
export const insightColumns: Columns<InsightRow> = [
  { name: 'periodFrom', type: 'date', description: 'First day of the period that the figures are of, as it was asked for.', of: ({ period }) => period.from },
  { name: 'periodTo', type: 'date', description: 'Last day of the period, inclusive.', of: ({ period }) => period.to },
  { name: 'source', type: 'text', description: 'The job board.', of: ({ insight }) => insight.source },
  { name: 'vacancyId', type: 'text', description: 'Global id of the vacancy, as the graph has it.', of: ({ insight }) => globalId(insight.source, 'vacancy', insight.sourceId) },
  { name: 'sourceId', type: 'text', description: "The board's own id of the vacancy.", of: ({ insight }) => insight.sourceId },
  { name: 'referenceNumber', type: 'text', description: 'The reference number that the vacancy was posted under.', of: ({ insight }) => insight.referenceNumber },
  { name: 'title', type: 'text', description: 'Title, as of the download.', of: ({ insight }) => insight.title },
  { name: 'city', type: 'text', description: 'Place of work, as of the download.', of: ({ insight }) => insight.city },
  { name: 'publishedOn', type: 'date', description: 'Day of publication.', of: ({ insight }) => insight.publishedOn },
  { name: 'status', type: 'integer', description: "The board's number of the status, as of the download; it publishes no list of them.", of: ({ insight }) => insight.status },
  { name: 'runtime', type: 'integer', description: 'As the board gives it; its unit is not documented.', of: ({ insight }) => insight.runtime },
  { name: 'campaign', type: 'text', description: 'Campaign, as of the download.', of: ({ insight }) => insight.campaign },
  { name: 'functionGroup', type: 'text', description: 'Function group, as of the download.', of: ({ insight }) => insight.functionGroup },
  { name: 'contactName', type: 'text', description: 'Name of the contact person.', personal: true, of: ({ insight }) => insight.contactName },
  { name: 'contactEmail', type: 'text', description: 'E-mail address of the contact person.', personal: true, of: ({ insight }) => insight.contactEmail },
  { name: 'clicks', type: 'integer', description: 'Clicks in the period.', of: ({ insight }) => insight.clicks },
  { name: 'costPerClick', type: 'decimal', description: 'Price of one click, in the currency of the row.', of: ({ insight }) => insight.costPerClick },
  { name: 'cost', type: 'decimal', description: 'Cost of the period, in the currency of the row.', of: ({ insight }) => insight.cost },
  { name: 'applications', type: 'integer', description: 'Applications in the period.', of: ({ insight }) => insight.applications },
  { name: 'currency', type: 'text', description: 'ISO 4217.', of: ({ insight }) => insight.currency },
  { name: 'applicationRate', type: 'decimal', description: 'Applications per click of this row, empty without clicks. Of several rows: divide the sums, do not average.', of: ({ insight }) => ratio(insight.applications, insight.clicks) },
  { name: 'costPerApplication', type: 'decimal', description: 'Cost per application of this row, empty without applications. Of several rows: divide the sums, do not average.', of: ({ insight }) => ratio(insight.cost, insight.applications) },
];

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
