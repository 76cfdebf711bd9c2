import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { Item, SourceStream } from './stream.ts';

/** Any stream of such values, whatever its fields and criteria. */
export type Stream<T> = Pick<SourceStream<T, never, never>, 'source' | 'head' | 'readable' | 'dearToLookAhead' | 'exhausted' | 'paused' | 'interrupted' | 'position' | 'take' | 'fill'>;

/** Where each source goes on, -1 behind its end, and whose turn it is. */
export interface MergeState {
  readonly positions: Readonly<Partial<Record<SourceName, number>>>;
  readonly turn: SourceName | null;
}

export interface Merged<T> {
  readonly items: readonly Item<T>[];
  /** The state behind each item. */
  readonly states: readonly MergeState[];
  /** The state behind all, also where nothing was found. */
  readonly end: MergeState;
  readonly more: boolean;
}

/** Compares two waiting rows of different sources: negative where the first comes first. */
export type Compare<T> = (a: Item<T>, b: Item<T>) => number;

/**
 * A page of several lists in one. Without an order of its own the sources take turns; with one the first of the waiting rows
 * comes next. Deterministic: it depends on the lists and the state alone, so that no row comes twice or is lost.
 */
export async function interleave<T>(streams: readonly Stream<T>[], first: number, turn: SourceName | null, compare: Compare<T> | null): Promise<Merged<T>> {
  const items: Item<T>[] = [];
  const states: MergeState[] = [];
  let next = turn;
  let more = false;
  while (true) {
    const full = items.length === first;
    if (full && streams.some((stream) => stream.head !== undefined || stream.dearToLookAhead)) {
      more = true;
      break;
    }
    if (mustRead(streams, next, compare)) await refill(streams, Math.max(1, first - items.length));
    const stream = compare === null ? nextInTurn(streams, next) : earliest(streams, compare);
    if (stream === undefined) break;
    if (full) {
      more = true;
      break;
    }
    const item = stream.take();
    if (item === undefined) break;
    items.push(item);
    next = following(streams, stream);
    states.push(stateOf(streams, next));
  }
  return { items, states, end: stateOf(streams, next), more: more || streams.some((stream) => stream.paused || stream.interrupted) };
}

/** Whether the next row is unknown without reading: that of the list whose turn it is, or of any list where rows are compared. */
function mustRead<T>(streams: readonly Stream<T>[], turn: SourceName | null, compare: Compare<T> | null): boolean {
  const live = fromTurn(streams, turn).filter((stream) => stream.head !== undefined || stream.readable);
  return compare === null ? live[0]?.head === undefined && live.length > 0 : live.some((stream) => stream.head === undefined);
}

/** Every list that could go on but has nothing waiting is read, all at once. */
async function refill<T>(streams: readonly Stream<T>[], missing: number): Promise<void> {
  const live = streams.filter((stream) => stream.head !== undefined || stream.readable);
  const dry = live.filter((stream) => stream.head === undefined);
  const share = Math.ceil(missing / Math.max(1, live.length));
  await Promise.all(dry.map((stream) => stream.fill(share)));
}

function nextInTurn<T>(streams: readonly Stream<T>[], turn: SourceName | null): Stream<T> | undefined {
  return fromTurn(streams, turn).find((stream) => stream.head !== undefined);
}

/** In the order of turns. The source whose turn it is may have come to its end on an earlier page: then it is the next one's. */
function fromTurn<T>(streams: readonly Stream<T>[], turn: SourceName | null): readonly Stream<T>[] {
  const from = turn === null ? 0 : sourceNames.indexOf(turn);
  const start = Math.max(0, streams.findIndex(({ source }) => sourceNames.indexOf(source) >= from));
  return [...streams.slice(start), ...streams.slice(0, start)];
}

/** Undefined too while a list is paused: what it would bring could come first. */
function earliest<T>(streams: readonly Stream<T>[], compare: Compare<T>): Stream<T> | undefined {
  if (streams.some((stream) => stream.paused)) return undefined;
  let best: Stream<T> | undefined;
  for (const stream of streams) {
    if (stream.head === undefined) continue;
    if (best?.head === undefined || compare(stream.head, best.head) < 0) best = stream;
  }
  return best;
}

function following<T>(streams: readonly Stream<T>[], stream: Stream<T>): SourceName | null {
  const at = streams.indexOf(stream);
  return streams[(at + 1) % streams.length]?.source ?? null;
}

function stateOf<T>(streams: readonly Stream<T>[], turn: SourceName | null): MergeState {
  const positions = streams.map((stream) => [stream.source, stream.exhausted ? -1 : stream.position] as const);
  return { positions: Object.fromEntries(positions), turn };
}
