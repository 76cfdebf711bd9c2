import { type Fetched, type Freshness, oldest } from '../../domain/fetched.ts';
import type { Row, Slice } from '../../domain/slice.ts';
import { ShapeError } from '../../http/parse.ts';
import { sourceFailure } from '../shared/failure.ts';

/** The things behind ids in their order, each or why it was not read: once for an operation, whatever asks. */
export type Load<T> = (ids: readonly string[]) => Promise<readonly (Fetched<T | null> | Error)[]>;

/** A row that has only its id; a row without one is a failure of its own. */
export function rowOfId(id: string | null, index: number): Row<never> {
  return id === null ? unreadableRow(index) : { sourceId: id, value: null };
}

/** A row of a list that names nothing. */
export function unreadableRow(index: number): Row<never> {
  return { sourceId: null, failure: sourceFailure('VDAB', new ShapeError(`resultaten[${index}]`, 'a row with its id')) };
}

/**
 * The slice with the things behind its ids. What went between the list and its details is no row. A detail that cannot be read
 * costs its row.
 * @throws SourceFailure where a call for details fails: what follows could not be judged
 */
export async function withValues<T>(slice: Slice<T>, load: Load<T>): Promise<Slice<T>> {
  const loaded = (await load(slice.rows.flatMap(({ sourceId }) => sourceId ?? []))).values();
  const rows: Row<T>[] = [];
  const offsets: number[] = [];
  const parts: Freshness[] = [slice];
  for (const [index, listed] of slice.rows.entries()) {
    const found = listed.sourceId === null ? undefined : loaded.next().value;
    if (found !== undefined && !(found instanceof Error)) parts.push(found);
    const row = found === undefined ? listed : rowOf(listed.sourceId, found);
    if (row === null) continue;
    rows.push(row);
    offsets.push(index + 1);
  }
  return { ...slice, ...oldest(parts), rows, offsets, listed: slice.rows.length };
}

/** Null where nothing is left of it. */
function rowOf<T>(sourceId: string | null, found: Fetched<T | null> | Error): Row<T> | null {
  if (found instanceof Error) {
    const failure = sourceFailure('VDAB', found);
    if (failure.code !== 'UPSTREAM_INVALID_RESPONSE') throw failure;
    return { sourceId: null, failure };
  }
  return sourceId === null || found.value === null ? null : { sourceId, value: found.value };
}
