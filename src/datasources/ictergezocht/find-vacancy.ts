import type { Draft } from '../../domain/posting/drafts.ts';
import type { Finding } from '../../domain/posting/outcome.ts';
import type { Sought } from '../../domain/capabilities.ts';
import { SourceFailure } from '../../domain/errors.ts';
import { optionalDate } from '../../http/parse.ts';
import { asSource } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { IctergezochtClient } from './client.ts';
import type { InsightRow } from './insight.ts';
import { vacancyOf } from './posting.ts';

const dayMs = 24 * 60 * 60_000;
/** A publish date has no zone. */
const zoneMs = dayMs / 4;

/**
 * Looks for the reference number of a draft in the insights, which hold every vacancy of the account, deleted ones too, and may show a
 * new one late. The newest one that is not known to be another is taken for it. `absent` says that the insights were read whole and
 * do not show it, not that it did not arrive: posting again settles that, as the board refuses a reference number that it has.
 */
export async function findVacancy(draft: Draft, { since, not = [] }: Sought, client: IctergezochtClient, scope: RequestScope): Promise<Finding> {
  const { referenceNumber } = vacancyOf(draft);
  if (referenceNumber === null) return { kind: 'unknown', failure: null };
  const isIt = (row: InsightRow): boolean => row.referenceNumber === referenceNumber.trim() && !not.includes(row.vacancyId) && !isOlder(row, since);
  try {
    return await asSource('ICTERGEZOCHT', async () => {
      let newest: InsightRow | null = null;
      let unread = 0;
      for await (const page of client.insightPages(scope)) {
        unread += page.faults.length;
        for (const row of page.rows) if (isIt(row) && (newest === null || BigInt(row.vacancyId) > BigInt(newest.vacancyId))) newest = row;
      }
      if (newest !== null) return { kind: 'found', upstreamId: newest.vacancyId, url: null };
      return unread === 0 ? { kind: 'absent' } : { kind: 'unknown', failure: null };
    });
  } catch (error) {
    if (error instanceof SourceFailure) return { kind: 'unknown', failure: error };
    throw error;
  }
}

/** Published on a day that was over before it was sent; a day that cannot be read tells nothing. */
function isOlder({ publishDate }: InsightRow, since: Date | undefined): boolean {
  const day = optionalDate(publishDate);
  return since !== undefined && day !== null && Date.parse(`${day}T00:00:00Z`) + dayMs < since.getTime() - zoneMs;
}
