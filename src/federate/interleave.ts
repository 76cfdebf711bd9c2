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
  /** The state behind the item of an index. */
  behind(index: number): MergeState;
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
  const places: Place[] = [];
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
    places.push(placeOf(streams, next));
  }
  const end = placeOf(streams, next);
  return {
    items,
    behind: (index) => stateOf(streams, places[index] ?? end),
    end: stateOf(streams, end),
    more: more || streams.some((stream) => stream.paused || stream.interrupted),
  };
}

/** Whether the next row is unknown without reading: that of the list whose turn it is, or of any list where rows are compared. */
function mustRead<T>(streams: readonly Stream<T>[], turn: SourceName | null, compare: Compare<T> | null): boolean {
  if (compare !== null) return streams.some((stream) => isLive(stream) && stream.head === undefined);
  const live = firstInTurn(streams, turn, isLive);
  return live !== undefined && live.head === undefined;
}

/** Whether the list has a row waiting or may have one. */
function isLive<T>(stream: Stream<T>): boolean {
  return stream.head !== undefined || stream.readable;
}

/** Every list that could go on but has nothing waiting is read, all at once. */
async function refill<T>(streams: readonly Stream<T>[], missing: number): Promise<void> {
  const live = streams.filter(isLive);
  const dry = live.filter((stream) => stream.head === undefined);
  const share = Math.ceil(missing / Math.max(1, live.length));
  await Promise.all(dry.map((stream) => stream.fill(share)));
}

function nextInTurn<T>(streams: readonly Stream<T>[], turn: SourceName | null): Stream<T> | undefined {
  return firstInTurn(streams, turn, (stream) => stream.head !== undefined);
}

/** In the order of turns. The source whose turn it is may have come to its end on an earlier page: then it is the next one's. */
function firstInTurn<T>(streams: readonly Stream<T>[], turn: SourceName | null, wanted: (stream: Stream<T>) => boolean): Stream<T> | undefined {
  const from = turn === null ? 0 : sourceNames.indexOf(turn);
  const start = Math.max(0, streams.findIndex(({ source }) => sourceNames.indexOf(source) >= from));
  for (let index = 0; index < streams.length; index += 1) {
    const stream = streams[(start + index) % streams.length];
    if (stream !== undefined && wanted(stream)) return stream;
  }
  return undefined;
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

/** Where the lists stood behind a row: each one's position in their order, and whose turn it was. Few of them are told as a state. */
interface Place {
  readonly positions: readonly number[];
  readonly turn: SourceName | null;
}

function placeOf<T>(streams: readonly Stream<T>[], turn: SourceName | null): Place {
  return { positions: streams.map((stream) => (stream.exhausted ? -1 : stream.position)), turn };
}

function stateOf<T>(streams: readonly Stream<T>[], { positions, turn }: Place): MergeState {
  return { positions: Object.fromEntries(streams.map(({ source }, index) => [source, positions[index] ?? -1])), turn };
}
