import { type Fetched, type Freshness, oldest } from '../../domain/fetched.ts';
import type { Row, Slice } from '../../domain/source.ts';
import { ShapeError } from '../../http/parse.ts';
import { sourceFailure } from '../shared/failure.ts';

/** The thing behind an id: once for an operation, whatever asks. */
export type Load<T> = (id: string) => Promise<Fetched<T | null>>;

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
  const loaded = await Promise.all(slice.rows.map((row) => (row.sourceId === null ? { row, from: slice } : loadRow(row.sourceId, slice, load))));
  const rows: Row<T>[] = [];
  const offsets: number[] = [];
  for (const [index, { row }] of loaded.entries()) {
    if (row === null) continue;
    rows.push(row);
    offsets.push(index + 1);
  }
  return { ...slice, ...oldest([slice, ...loaded.map(({ from }) => from)]), rows, offsets, listed: slice.rows.length };
}

async function loadRow<T>(sourceId: string, slice: Freshness, load: Load<T>): Promise<{ row: Row<T> | null; from: Freshness }> {
  try {
    const { value, ...from } = await load(sourceId);
    return { row: value === null ? null : { sourceId, value }, from };
  } catch (error) {
    const failure = sourceFailure('VDAB', error);
    if (failure.code !== 'UPSTREAM_INVALID_RESPONSE') throw failure;
    return { row: { sourceId: null, failure }, from: slice };
  }
}
