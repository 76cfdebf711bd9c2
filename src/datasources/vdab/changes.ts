import type { Change } from '../../domain/change.ts';
import { BadInput } from '../../domain/errors.ts';
import { type Freshness, oldest } from '../../domain/fetched.ts';
import type { ChangeRequest, ChangeSlice } from '../../domain/source.ts';
import { type Bulk, bulkPageSize, type Paging, type Window } from './client.ts';
import { changeKindOf } from './codes.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Bulk calls that one slice may cost: a span of many quiet windows is read in several slices. */
const callsASlice = 20;

export type BulkRead = (window: Window, paging: Paging) => Promise<{ value: Bulk } & Freshness>;

/**
 * A stretch of a bulk synchronisation, cut into windows that VDAB accepts.
 * A position is `<window>:<rows passed over in it>`.
 */
export async function readChanges({ since, until, position, limit }: ChangeRequest, windowDays: number, read: BulkRead): Promise<ChangeSlice> {
  const windows = windowsOf(since, until, windowDays);
  let { index, offset } = parsePosition(position, windows.length);
  const changes: Change[] = [];
  const positions: string[] = [];
  const freshness: Freshness[] = [];
  for (let calls = 0; index < windows.length && changes.length < limit && calls < callsASlice; calls += 1) {
    const window = windows[index];
    if (window === undefined) break;
    const wanted = Math.min(limit - changes.length, bulkPageSize);
    const { value, ...fresh } = await read(window, { offset, limit: wanted });
    freshness.push(fresh);
    for (const [at, row] of value.rows.entries()) {
      changes.push({ source: 'VDAB', sourceId: row.id, kind: changeKindOf(row.status), nativeStatus: row.status, changedAt: null });
      positions.push(`${index}:${offset + (value.offsets[at] ?? 0)}`);
    }
    offset += value.listed;
    if (value.listed < wanted) {
      index += 1;
      offset = 0;
    }
  }
  const more = index < windows.length;
  return { changes, positions, more, end: more ? `${index}:${offset}` : null, ...(oldest(freshness) ?? { fetchedAt: until.getTime(), stale: false }) };
}

/** Adjoining windows of at most so many days; VDAB does not say whether `tot` belongs to one, so a change may come twice, never not at all. */
export function windowsOf(since: Date, until: Date, days: number): Window[] {
  const windows: Window[] = [];
  for (let from = since.getTime(); from < until.getTime(); from += days * dayMs) {
    windows.push({ from: new Date(from), until: new Date(Math.min(from + days * dayMs, until.getTime())) });
  }
  return windows;
}

function parsePosition(position: string | null, windows: number): { index: number; offset: number } {
  if (position === null) return { index: 0, offset: 0 };
  const [, index, offset] = /^(\d{1,6}):(\d{1,9})$/.exec(position) ?? [];
  if (index === undefined || offset === undefined || Number(index) > windows) throw new BadInput(['after'], 'is not a cursor of these changes');
  return { index: Number(index), offset: Number(offset) };
}
