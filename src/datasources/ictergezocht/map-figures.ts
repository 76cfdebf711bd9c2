import { SourceFailure } from '../../domain/errors.ts';
import type { Click, Insight } from '../../domain/insight.ts';
import type { ClickRow } from './click.ts';
import type { InsightRow } from './insight.ts';
import { dayOf } from './when.ts';

/** The document names no currency; the board is Dutch. */
const currency = 'EUR';

/** `items[]` of GET /vacancy/insight. */
export function insightFromRow(row: InsightRow): Insight {
  const { vacancyId, referenceNumber, status, title, city, runtime, campaign, functionGroup, companyUser, clicks, cpc, cost, applications } = row;
  return {
    source: 'ICTERGEZOCHT',
    sourceId: vacancyId,
    referenceNumber,
    publishedOn: dayOf(row.publishDate),
    status,
    title,
    city,
    runtime,
    campaign,
    functionGroup,
    contactName: companyUser?.name ?? null,
    contactEmail: companyUser?.email ?? null,
    clicks,
    costPerClick: cpc,
    cost,
    applications,
    currency,
  };
}

/** `items[]` of GET /click. */
export function clickFromRow({ vacancyId, clickedAt, referenceNumber, ip, cpc }: ClickRow): Click {
  return { source: 'ICTERGEZOCHT', sourceId: vacancyId, referenceNumber, clickedAt: new Date(clickedAt), costPerClick: cpc, currency, ip };
}

/** A row that could not be read. @param fault where, and what was expected there; never a value */
export function rowFailure(fault: string): SourceFailure {
  return new SourceFailure('ICTERGEZOCHT', 'UPSTREAM_INVALID_RESPONSE', `A row of the upstream's answer is not as documented: ${fault}.`);
}
