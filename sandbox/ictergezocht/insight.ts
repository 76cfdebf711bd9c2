import { dutchTowns } from '../content/towns.ts';
import { amsterdamText } from './amsterdam.ts';
import type { Board, BoardVacancy } from './board.ts';
import type { Period } from './period.ts';

const dayMs = 86_400_000;

/** What `/vacancy/insight` says of one vacancy (document, section Inzichten). */
export interface Insight {
  readonly vacancyId: number;
  readonly referenceNumber: string;
  /** A day in Amsterdam. */
  readonly publishDate: string;
  /** 1 online, 2 at its end, 3 deleted: the document lists no codes, these are the sandbox's own. */
  readonly status: number;
  readonly title: string;
  readonly city: string | null;
  readonly runtime: number;
  readonly campaign: string | null;
  readonly functionGroup: string | null;
  readonly companyUser: { readonly name: string; readonly email: string } | null;
  readonly clicks: number;
  readonly cpc: number;
  readonly cost: number;
  readonly applications: number;
}

/** The figures of a vacancy over a period: sums of those of its days, in whole cents. */
export function insightOf(vacancy: BoardVacancy, board: Board, period: Period, nowMs: number): Insight {
  const { vacancyId, payload, cpcCents } = vacancy;
  const clicks = board.clicks[vacancy.account].count(period, vacancyId);
  return {
    vacancyId,
    referenceNumber: payload.referenceNumber,
    publishDate: amsterdamText(vacancy.postedMs).slice(0, 10),
    status: statusOf(vacancy, nowMs),
    title: payload.title,
    city: cityOf(payload.location),
    runtime: vacancy.runtime,
    campaign: vacancy.campaign,
    functionGroup: vacancy.functionGroup,
    companyUser: payload.companyUser === undefined ? null : { name: payload.companyUser.name, email: payload.companyUser.email },
    clicks,
    cpc: cpcCents / 100,
    cost: (clicks * cpcCents) / 100,
    applications: vacancy.applications.filter((atMs) => atMs >= period.fromMs && atMs < period.untilMs).length,
  };
}

function statusOf({ deletedMs, postedMs, runtime }: BoardVacancy, nowMs: number): number {
  if (deletedMs !== undefined) return 3;
  return nowMs < postedMs + runtime * dayMs ? 1 : 2;
}

/** The town of a location that may be a postcode; null where the board does not know it. */
function cityOf(location: string): string | null {
  const digits = /^(\d{4})\s?[A-Z]{2}$/.exec(location)?.[1];
  return digits === undefined ? location : (dutchTowns.find(({ postcodeDigits }) => postcodeDigits === digits)?.name ?? null);
}
