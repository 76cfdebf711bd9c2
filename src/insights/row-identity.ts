import type { Insight } from '../domain/insight.ts';

/** What tells a row of the insights from the others: a vacancy has one, or one in each of its campaigns. */
export function identityOf({ source, sourceId, campaign }: Insight): string {
  return `${source} ${sourceId} ${campaign ?? ''}`;
}
