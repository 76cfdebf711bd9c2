import type { MovableClock } from '../kit/clock.ts';
import type { Exchange, Reply } from '../kit/exchange.ts';
import { amsterdamIso, amsterdamText } from './amsterdam.ts';
import { boardJson } from './board-json.ts';
import type { Board } from './board.ts';
import { badParameter } from './errors.ts';
import { insightOf } from './insight.ts';
import type { Access } from './keys.ts';
import type { ListItem } from './lists.ts';
import { pageBody, pageOf } from './paging.ts';
import { periodOf } from './period.ts';
import type { IctergezochtSwitches } from './switches.ts';

/** What the routes of the board work on. */
export interface BoardSite {
  readonly board: Board;
  readonly clock: MovableClock;
  readonly switches: IctergezochtSwitches;
}

/** `GET /company/type` and `GET /company/user/function` (document, section Bedrijf). */
export function readList(exchange: Exchange, list: readonly ListItem[], { switches }: BoardSite): Reply {
  const page = pageOf(exchange.query, []);
  if ('status' in page) return page;
  return boardJson(200, pageBody(exchange, page, list.length, list.slice(page.offset, page.offset + page.limit), switches), switches);
}

/** `GET /vacancy/insight` (document, section Inzichten): every vacancy of the account, also deleted ones and those without a click. */
export function readInsights(exchange: Exchange, { account }: Access, { board, clock, switches }: BoardSite): Reply {
  const page = pageOf(exchange.query, ['startDate', 'endDate']);
  if ('status' in page) return page;
  const period = periodOf(exchange.query, switches);
  if ('status' in period) return period;
  const now = clock.now();
  const shown = board.vacancies.filter((vacancy) => vacancy.account === account && (!vacancy.fresh || now >= vacancy.postedMs + switches.insightLagMs));
  const items = shown.slice(page.offset, page.offset + page.limit).map((vacancy) => insightOf(vacancy, board, period, now));
  return boardJson(200, pageBody(exchange, page, shown.length, items, switches), switches);
}

/** `GET /click` (document, section Lijst kliks), oldest first. */
export function readClicks(exchange: Exchange, { account }: Access, { board, switches }: BoardSite): Reply {
  const page = pageOf(exchange.query, ['startDate', 'endDate', 'referenceNumber']);
  if ('status' in page) return page;
  const period = periodOf(exchange.query, switches);
  if ('status' in period) return period;
  const referenceNumber = exchange.query.get('referenceNumber') ?? undefined;
  if (referenceNumber === '') return badParameter('referenceNumber', 'Dit veld is leeg.');
  const vacancyIds = referenceNumber === undefined ? undefined : board.idsByReference(account, referenceNumber);
  const { total, clicks } = board.clicks[account].page(period, page, vacancyIds);
  const items = clicks.map(([vacancyId, atMs, ip]) => {
    const vacancy = board.find(vacancyId);
    const clickDate = switches.clickDateForm === 'local' ? amsterdamText(atMs) : amsterdamIso(atMs);
    return { vacancyId, clickDate, referenceNumber: vacancy?.payload.referenceNumber ?? '', ip, cpc: (vacancy?.cpcCents ?? 0) / 100 };
  });
  return boardJson(200, pageBody(exchange, page, total, items, switches), switches);
}
