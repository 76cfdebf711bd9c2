import type { CursorSeal } from '../context.ts';
import { BadInput } from '../domain/errors.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { MergeState } from './interleave.ts';

/** @throws BadInput naming `after` where the cursor is malformed, tampered with, or of another list */
export function openCursor(seal: CursorSeal, purpose: string, after: string | null): unknown {
  if (after === null) return null;
  const state = seal.open(purpose, after);
  if (state === undefined) throw new BadInput(['after'], 'is not a cursor of this list: pass on a cursor as it came, with the same arguments');
  return state;
}

/** The state of a merged list; from the start without a cursor. */
export function openMergeCursor(seal: CursorSeal, purpose: string, after: string | null): MergeState {
  const state = openCursor(seal, purpose, after);
  if (state === null) return { positions: {}, turn: null };
  const parsed = parseMergeState(state);
  if (parsed === null) throw new BadInput(['after'], 'is not a cursor of this list');
  return parsed;
}

/** A whole number from the start of a list. */
export function openOffsetCursor(seal: CursorSeal, purpose: string, after: string | null): number {
  const state = openCursor(seal, purpose, after);
  if (state === null) return 0;
  if (typeof state !== 'number' || !Number.isSafeInteger(state) || state < 0) throw new BadInput(['after'], 'is not a cursor of this list');
  return state;
}

function parseMergeState(state: unknown): MergeState | null {
  if (typeof state !== 'object' || state === null || !('positions' in state) || !('turn' in state)) return null;
  const { positions, turn } = state;
  if (typeof positions !== 'object' || positions === null) return null;
  const entries = Object.entries(positions).flatMap(([name, position]): [SourceName, number][] => {
    const source = sourceNames.find((one) => one === name);
    return source !== undefined && Number.isSafeInteger(position) && position >= -1 ? [[source, position]] : [];
  });
  return { positions: Object.fromEntries(entries), turn: sourceNames.find((one) => one === turn) ?? null };
}
