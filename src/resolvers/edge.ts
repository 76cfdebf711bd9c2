import { SourceFailure } from '../domain/errors.ts';
import type { Edge, Page } from '../federate/page.ts';

/** @throws SourceFailure where the row could not be read: it costs itself and an entry in `errors` */
export function nodeOfEdge<T>({ node }: Edge<T>): T | null {
  if (node instanceof SourceFailure) throw node;
  return node;
}

/** A row of a list that costs itself alone: what failed is a promise that fails. */
export type Row<T> = T | null | Promise<never>;

/** The rows of a page; one that could not be read is its own error. */
export function nodesOfPage<T>({ edges }: Page<T>): readonly Row<T>[] {
  return edges.map(({ node }) => (node instanceof SourceFailure ? Promise.reject(node) : node));
}

/** Rows that are loaded one by one; each failure is its row's own. */
export async function eachRow<T>(rows: readonly Promise<T | null>[]): Promise<readonly Row<T>[]> {
  const settled = await Promise.allSettled(rows);
  return settled.map((row) => (row.status === 'fulfilled' ? row.value : Promise.reject(row.reason)));
}
