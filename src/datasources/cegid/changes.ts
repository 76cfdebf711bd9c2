import { createHash } from 'node:crypto';
import type { Change } from '../../domain/change.ts';
import { BadInput } from '../../domain/errors.ts';
import { type Fetched, oldest } from '../../domain/fetched.ts';
import type { ChangeRequest, ChangeSlice } from '../../domain/slice.ts';
import type { Json } from '../../http/parse.ts';
import type { ExportQuery, Paging, Rows } from './client.ts';
import { type Condition, isAfter, isBefore } from './conditions.ts';
import type { ParsedRow } from './wire.ts';

const secondMs = 1000;

/** A span of time, its end excluded. */
export type Span = Pick<ChangeRequest, 'since' | 'until'>;

export interface ChangeReading {
  readonly pageSize: number;
  read(query: ExportQuery): Promise<Fetched<Rows>>;
  changeOf(row: Json, span: Span): Change;
  /** Told of rows that could not be read: their changes are lost to this synchronisation. */
  lost(rows: number): void;
}

/** Where a slice goes on: so many rows passed over, the last of which has this tag. */
interface Position {
  readonly offset: number;
  readonly tag: string | null;
}

/**
 * A stretch of what changed within a span: the export's rows whose date of change lies in it. A row that changes again while
 * the span is paged leaves it, and moves all behind it up by one; so each slice begins with the last row of the one before, and
 * where that is not there, goes back to look for it: a change may come twice then, never not at all.
 */
export async function readChanges(request: ChangeRequest, reading: ChangeReading): Promise<ChangeSlice> {
  const from = parsePosition(request.position);
  const conditions = conditionsOf(request);
  const ask = (paging: Paging) => reading.read({ conditions, paging });
  const overlap = from.tag === null ? 0 : 1;
  const first = { offset: from.offset - overlap, limit: Math.min(request.limit + overlap, reading.pageSize) };
  const page = await ask(first);
  if (from.tag === null || tagOf(page.value.rows[0]) === from.tag) return sliceOf(request, reading, [page], { ...first, passed: overlap });
  const back = { offset: Math.max(0, from.offset - reading.pageSize), limit: reading.pageSize };
  const earlier = await ask(back);
  const passed = earlier.value.rows.findIndex((row) => tagOf(row) === from.tag) + 1;
  return sliceOf(request, reading, [earlier, page], { ...back, passed });
}

function sliceOf(request: ChangeRequest, reading: ChangeReading, pages: readonly [Fetched<Rows>, ...Fetched<Rows>[]], { offset, limit, passed }: Paging & { readonly passed: number }): ChangeSlice {
  const [{ value, ...freshness }] = pages;
  const changes: Change[] = [];
  const positions: string[] = [];
  let read = passed;
  for (const row of value.rows.slice(passed)) {
    if (changes.length >= request.limit) break;
    read += 1;
    if (!('id' in row)) continue;
    const change = reading.changeOf(row.json, request);
    if (!isWithin(change, request)) continue;
    changes.push(change);
    positions.push(positionBehind(offset, value.rows.slice(0, read)));
  }
  const unread = value.rows.slice(passed, read).filter((row) => 'problem' in row).length;
  if (unread > 0) reading.lost(unread);
  const more = read < value.rows.length || value.rows.length >= limit;
  return { changes, positions, more, end: more ? positionBehind(offset, value.rows.slice(0, read)) : null, ...(oldest(pages) ?? freshness) };
}

/** Behind the last of the rows; one that could not be read has no tag to be found again by. */
function positionBehind(offset: number, rows: readonly ParsedRow[]): string {
  const tag = tagOf(rows.at(-1));
  return tag === null ? String(offset + rows.length) : `${offset + rows.length}:${tag}`;
}

/** Whole seconds on either side, for sites that keep no more; what lies outside is left out here. */
function conditionsOf({ since, until }: Span): Condition[] {
  const after = new Date((Math.floor(since.getTime() / secondMs) - 1) * secondMs);
  const before = new Date(Math.ceil(until.getTime() / secondMs) * secondMs);
  return [isAfter('updateDate', after), isBefore('updateDate', before)];
}

/** A change without a date is within: the site said so. */
function isWithin({ changedAt }: Change, { since, until }: Span): boolean {
  return changedAt === null || (changedAt >= since && changedAt < until);
}

/** A short name of a row in positions; it tells nothing of whom the row is about. */
function tagOf(row: ParsedRow | undefined): string | null {
  return row === undefined || !('id' in row) ? null : createHash('sha256').update(row.id).digest('base64url').slice(0, 12);
}

function parsePosition(position: string | null): Position {
  if (position === null) return { offset: 0, tag: null };
  const [, offset, tag] = /^(\d{1,9})(?::([\w-]{12}))?$/.exec(position) ?? [];
  if (offset === undefined || (tag !== undefined && Number(offset) < 1)) throw new BadInput(['after'], 'is not a cursor of these changes');
  return { offset: Number(offset), tag: tag ?? null };
}
