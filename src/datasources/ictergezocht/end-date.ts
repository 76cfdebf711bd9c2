import { amsterdamDayOf, amsterdamOffsetMs } from '../../domain/amsterdam.ts';
import { addDays } from '../../domain/days.ts';
import { StatusError } from '../../http/errors.ts';
import { usualLockMs } from '../../http/shared.ts';
import { waitFor } from '../../http/waiting.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import type { ClickRow } from './click.ts';
import type { FigureQuery, IctergezochtClient } from './client.ts';
import type { IctergezochtConfig } from './config.ts';

type Verdict = 'inclusive' | 'exclusive';

const hourMs = 60 * 60_000;
/** A wrong verdict, as when clicks are taken away between two calls, ends with it. */
const rememberedMs = 24 * hourMs;
/** How long an account is not asked again that could not show it. */
const unknownMs = hourMs / 6;
const noonMs = 12 * hourMs;

/**
 * Whether `endDate` belongs to a period, which the document leaves unsaid. Where it is not configured, clicks tell it in at most three calls: of the
 * first fifty, the day of the one nearest to noon is asked for alone, and then with the day behind it. Replicas share what came out. An
 * account without clicks has no figures that it could matter to; it is taken to belong.
 */
export function endDateReading(client: Pick<IctergezochtClient, 'clicks' | 'board'>, { endDate }: Pick<IctergezochtConfig, 'endDate'>, { shared, now, warn }: Pick<Services, 'shared' | 'now' | 'warn'>) {
  const key = `ictergezocht:${client.board}:endDate`;
  let known: { readonly inclusive: boolean; readonly until: number } | undefined;

  async function find(scope: RequestScope): Promise<boolean> {
    if (known !== undefined && now() < known.until) return known.inclusive;
    const stored = await shared.get(key);
    const verdict = stored === 'inclusive' || stored === 'exclusive' ? stored : await probe(client, scope, warn);
    known = { inclusive: verdict !== 'exclusive', until: now() + (verdict === null ? unknownMs : rememberedMs) };
    if (verdict !== null && stored !== verdict) await shared.set(key, verdict, rememberedMs);
    return known.inclusive;
  }

  return async (scope: RequestScope): Promise<boolean> => {
    if (endDate !== 'probe') return endDate === 'inclusive';
    if (known !== undefined && now() < known.until) return known.inclusive;
    return waitFor(shared.lock(key, usualLockMs, () => find(scope)), { method: 'GET', path: 'click', ...scope }, now);
  };
}

/** Null where the account's clicks cannot tell. */
async function probe(client: Pick<IctergezochtClient, 'clicks'>, scope: RequestScope, warn: (message: string) => void): Promise<Verdict | null> {
  try {
    const day = nearestToNoon(await firstClicks(client, {}, scope));
    if (day === null) return null;
    if (await shows(client, { startDate: day, endDate: day }, day, scope)) return 'inclusive';
    return (await shows(client, { startDate: day, endDate: addDays(day, 1) }, day, scope)) ? 'exclusive' : null;
  } catch (error) {
    if (!(error instanceof StatusError) || error.status !== 403) throw error;
    warn('ictergezocht: the API key may not read clicks, which would tell whether endDate belongs to a period; it is taken to. Set ICTERGEZOCHT_END_DATE where it does not.');
    return null;
  }
}

async function shows(client: Pick<IctergezochtClient, 'clicks'>, query: FigureQuery, day: string, scope: RequestScope): Promise<boolean> {
  return (await firstClicks(client, query, scope)).some(({ clickedAt }) => amsterdamDayOf(clickedAt) === day);
}

async function firstClicks(client: Pick<IctergezochtClient, 'clicks'>, query: FigureQuery, scope: RequestScope): Promise<readonly ClickRow[]> {
  for await (const { body } of client.clicks(query, null, scope)) return body.content.rows;
  return [];
}

/** Far from midnight, so that it does not matter whose midnight the board goes by. */
function nearestToNoon(clicks: readonly ClickRow[]): string | null {
  const [nearest] = clicks.toSorted((a, b) => fromNoonMs(a) - fromNoonMs(b));
  return nearest === undefined ? null : amsterdamDayOf(nearest.clickedAt);
}

function fromNoonMs({ clickedAt }: ClickRow): number {
  return Math.abs(((clickedAt + amsterdamOffsetMs(clickedAt)) % (2 * noonMs)) - noonMs);
}
