import type { CursorSeal } from '../context.ts';
import { BadInput } from '../domain/errors.ts';
import type { Position, StorePage } from '../store/page.ts';
import { openCursor } from './cursor.ts';
import { type Edge, type PageInfo, pageInfoOf, type PageRequest } from './page.ts';

/** A page of what the gateway itself keeps. */
export interface KeptPage<T> {
  readonly edges: readonly (Edge<T> & { readonly node: T })[];
  readonly pageInfo: PageInfo;
  /** Counted when it is asked for. */
  readonly totalCount: () => Promise<number>;
}

/** A list of the store, in the order of an instant and an id. */
export interface KeptList<T> {
  /** Names the list with everything that restricts it: a cursor of another does not open. */
  readonly purpose: string;
  read(first: number, after: Position | null): Promise<StorePage<T>>;
  positionOf(row: T): Position;
  count(): Promise<number>;
}

/** A page of a list of the store. @throws BadInput where the cursor is of another list */
export async function keptPage<T>(cursors: CursorSeal, { purpose, read, positionOf, count }: KeptList<T>, page: PageRequest): Promise<KeptPage<T>> {
  const { rows, more } = await read(page.first, asPosition(openCursor(cursors, purpose, page.after)));
  const edges = rows.map((node) => ({ cursor: cursors.seal(purpose, positionOf(node)), node }));
  return { edges, pageInfo: pageInfoOf(edges, page.after, more), totalCount: count };
}

/** @throws BadInput where a cursor that we sealed is of another form: it is of another version */
function asPosition(state: unknown): Position | null {
  if (state === null) return null;
  if (typeof state === 'object' && 'at' in state && 'id' in state && typeof state.at === 'number' && typeof state.id === 'string') return { at: state.at, id: state.id };
  throw new BadInput(['after'], 'is not a cursor of this list');
}
