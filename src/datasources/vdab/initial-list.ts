import type { Fetched } from '../../domain/fetched.ts';
import type { Answer } from '../../http/call.ts';
import type { Budget } from '../../http/flights.ts';
import { waitFor } from '../../http/waiting.ts';
import { createSlots } from '../shared/slots.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import type { Paging } from './query.ts';
import { CountReading } from './count-reading.ts';
import type { IdList } from './wire.ts';

const minuteMs = 60_000;
/** Kept as long as cursors page over it; never served past that, since a cursor would then change lists behind its reader. */
const life = { freshMs: 60 * minuteMs, staleMs: 0 };
/** How long one list may take in all. */
const budgetMs = 5 * minuteMs;
/** Lists that are read at once: each may be large. */
const atOnce = 2;

type ReadPage = (date: string, paging: Paging | null, budget: Budget) => Promise<Answer<IdList>>;

/**
 * The list of a date, read whole and kept. It may take longer than an operation has: the reading then goes on behind it, within
 * bounds of its own, so that the next operation finds the list instead of beginning anew.
 * @param pageSize rows of one call, null where one answer holds everything
 */
export function initialList({ cache, now, warn }: Services, key: string, pageSize: number | null, readPage: ReadPage) {
  const slots = createSlots(atOnce);

  async function oneAnswer(date: string, budget: Budget): Promise<IdList> {
    const { body } = await readPage(date, null, budget);
    if (body.stated !== null && body.stated > body.rows.length) {
      warn(`VDAB's list of ${date} holds ${body.rows.length} of ${body.stated} vacancies: it pages, set initialPageSize.`);
    }
    return body;
  }

  return async (date: string, scope: RequestScope): Promise<Fetched<IdList>> => {
    const reading = cache.read<IdList>({ key: `${key}:${date}`, ...life }, ({ signal }) =>
      slots(() => {
        const budget = { signal, deadline: now() + budgetMs };
        return pageSize === null ? oneAnswer(date, budget) : allPages(date, pageSize, readPage, budget);
      }),
    );
    const read = await waitFor(reading, { method: 'GET', path: 'initial', ...scope }, now);
    scope.lasting?.until(read.freshUntil);
    return read;
  };
}

async function allPages(date: string, pageSize: number, readPage: ReadPage, budget: Budget): Promise<IdList> {
  const pages: IdList[] = [];
  for (let offset = 0, more = true; more; ) {
    const { body } = await readPage(date, { offset, limit: pageSize }, budget);
    pages.push(body);
    more = new CountReading().page({ stated: body.stated, rows: body.rows.length, offset, limit: pageSize }).more;
    offset += body.rows.length;
  }
  return { rows: pages.flatMap(({ rows }) => rows), stated: null };
}
