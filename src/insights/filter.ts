import type { Insight } from '../domain/insight.ts';
import type { InsightFilter } from '../domain/insight-figures.ts';

/** Whether an insight meets a filter. The source has no such parameters, so that every page is read and judged here. */
export function meets(insight: Insight, { referenceNumbers, campaigns, functionGroups }: InsightFilter): boolean {
  return isAmong(insight.referenceNumber, referenceNumbers) && isAmong(insight.campaign, campaigns) && isAmong(insight.functionGroup, functionGroups);
}

/** Whether anything is left out. */
export function isRestricted({ referenceNumbers, campaigns, functionGroups }: InsightFilter): boolean {
  return referenceNumbers !== null || campaigns !== null || functionGroups !== null;
}

function isAmong(value: string | null, wanted: readonly string[] | null): boolean {
  return wanted === null || (value !== null && wanted.includes(value));
}
