import { globalId } from '../domain/ids.ts';
import type { Insight } from '../domain/insight.ts';
import type { InsightDimension, InsightKey } from '../domain/insight-figures.ts';

/** The keys of the group that an insight belongs to, in the order of the dimensions. */
export function keysOf(insight: Insight, dimensions: readonly InsightDimension[]): readonly InsightKey[] {
  return dimensions.map((dimension) => ({ dimension, value: valueOf(insight, dimension) }));
}

function valueOf(insight: Insight, dimension: InsightDimension): string | null {
  switch (dimension) {
    case 'CAMPAIGN':
      return insight.campaign;
    case 'FUNCTION_GROUP':
      return insight.functionGroup;
    case 'CITY':
      return insight.city;
    case 'STATUS':
      return insight.status === null ? null : String(insight.status);
    case 'CONTACT':
      return insight.contactEmail ?? insight.contactName;
    case 'VACANCY':
      return globalId(insight.source, 'vacancy', insight.sourceId);
    case 'PUBLISHED_MONTH':
      return insight.publishedOn?.slice(0, 7) ?? null;
  }
}
