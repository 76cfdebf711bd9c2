import type { Change } from '../../domain/change.ts';
import { BadInput } from '../../domain/errors.ts';
import { type Freshness, oldest } from '../../domain/fetched.ts';
import type { ChangeRequest, ChangeSlice } from '../../domain/slice.ts';
import { type Bulk, bulkPageSize, type Window } from './client.ts';
import { changeKindOf } from './codes.ts';
import { CountReading } from './count-reading.ts';
import type { Paging } from './query.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Bulk calls that one slice may cost: a span of many quiet windows is read in several slices. */
const callsASlice = 20;

export interface BulkSource {
  /** Longest window of one call, days. */
  readonly windowDays: number;
  read(window: Window, paging: Paging): Promise<{ value: Bulk } & Freshness>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Told of rows that named nothing readable: their change is lost. */
  warn(message: string): void;
}

/**
 * A stretch of a bulk synchronisation, cut into windows that VDAB accepts. A position is `<window>:<rows passed over in it>`.
 * A call that fails ends the stretch where it stands; the next begins with that call.
 * @throws BadInput for a position that is none; what the first call throws
 */
export async function readChanges({ since, until, position, limit }: ChangeRequest, { windowDays, read, now, warn }: BulkSource): Promise<ChangeSlice> {
  const windows = Math.max(0, Math.ceil((until.getTime() - since.getTime()) / (windowDays * dayMs)));
  let { index, offset } = parsePosition(position, windows);
  const changes: Change[] = [];
  const positions: string[] = [];
  const freshness: Freshness[] = [];
  let lost = 0;
  while (index < windows && changes.length < limit && freshness.length < callsASlice) {
    const wanted = Math.min(limit - changes.length, bulkPageSize);
    const window = windowAt(index, since, until, windowDays);
    const page = await read(window, { offset, limit: wanted }).catch((error: unknown) => {
      if (freshness.length === 0) throw error;
      return null;
    });
    if (page === null) break;
    const { rows, stated } = page.value;
    freshness.push(page);
    for (const [at, { id, status, isLost }] of rows.entries()) {
      if (isLost) lost += 1;
      if (id === null) continue;
      changes.push({ source: 'VDAB', sourceId: id, kind: changeKindOf(status), nativeStatus: status, changedAt: null, changedAfter: window.from });
      positions.push(`${index}:${offset + at + 1}`);
    }
    const { more } = new CountReading().page({ stated, rows: rows.length, offset, limit: wanted });
    if (more) offset += rows.length;
    else [index, offset] = [index + 1, 0];
  }
  const more = index < windows;
  if (lost > 0) warn(`VDAB: ${lost} changes could not be read.`);
  return { changes, positions, more, end: more ? `${index}:${offset}` : null, ...(oldest(freshness) ?? { fetchedAt: now(), stale: false }) };
}

/** Adjoining windows; VDAB does not say whether `tot` belongs to one, so a change may come twice, never not at all. */
function windowAt(index: number, since: Date, until: Date, days: number): Window {
  const from = since.getTime() + index * days * dayMs;
  return { from: new Date(from), until: new Date(Math.min(from + days * dayMs, until.getTime())) };
}

function parsePosition(position: string | null, windows: number): { index: number; offset: number } {
  if (position === null) return { index: 0, offset: 0 };
  const [, index, offset] = /^(\d{1,6}):(\d{1,9})$/.exec(position) ?? [];
  if (index === undefined || offset === undefined || Number(index) > windows) throw new BadInput(['after'], 'is not a cursor of these changes');
  return { index: Number(index), offset: Number(offset) };
}
