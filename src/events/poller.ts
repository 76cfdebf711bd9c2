import { randomUUID } from 'node:crypto';
import type { Account, Context, Happenings } from '../context.ts';
import type { Change } from '../domain/change.ts';
import type { ChangeRequest } from '../domain/slice.ts';
import type { PollTurn } from '../store/change-polls.ts';
import type { Store } from '../store/index.ts';
import type { Hub } from './hub.ts';

export interface PollerParts {
  readonly hub: Pick<Hub, 'watched' | 'onWatch'>;
  readonly store: Pick<Store, 'changePolls'>;
  readonly happenings: Pick<Happenings, 'tell'>;
  /** How often an account is polled, milliseconds; null where it tells by itself, or there is none. */
  pollMsOf(account: Account): Promise<number | null>;
  /** What work for an account has at hand until the signal; null where its client is no more. */
  contextOf(owner: string | null, signal: AbortSignal): Promise<Pick<Context, 'sources'> | null>;
  /** Whether what this process tells is heard by other replicas too: one of them polls for all then, else each for itself. */
  readonly isShared: boolean;
  readonly now: () => number;
  readonly failed: (error: unknown, account: Account) => void;
  /** How long a poll may give no sign of life before another replica takes it over, milliseconds. It gives one now and then, and before it tells. */
  readonly leaseMs?: number;
}

export interface Poller {
  /** Polls what is due; resolves when that is done. */
  look(): Promise<void>;
  /** Takes no more turns, and waits for the poll under way. */
  stop(): Promise<void>;
}

/** How often it is looked whether something is due, milliseconds. */
const lookEveryMs = 1000;
const usualLeaseMs = 120_000;
/** Longest span that is read before it is noted how far one is, milliseconds: after a failure only the last span is told again. */
const stretchMs = 60 * 60_000;
/** A source may tell a change some time after it happened, and by a clock of its own: a poll ends so long before the present, milliseconds. */
const settleMs = 30_000;
/** Changes of one call; the source may have smaller pages. */
const changesACall = 2000;

/** Polls the accounts whose changes somebody waits for, and that do not tell them by themselves. */
export function startPoller(parts: PollerParts): Poller {
  const { hub, store, happenings, isShared, now, failed, leaseMs = usualLeaseMs } = parts;
  const { changePolls } = store;
  const self = randomUUID();
  const stop = new AbortController();
  let looking: Promise<void> | null = null;

  /**
   * Told slice by slice, so that no more than one is held. A poll that fails half-way tells again what it told since the last stretch was
   * done: each change is told at least once. @returns whether it came to its end
   */
  async function poll(account: Account, turn: PollTurn, since: number, until: number): Promise<boolean> {
    const over = new AbortController();
    const leave = () => over.abort();
    stop.signal.addEventListener('abort', leave, { once: true });
    // A slice may be many calls.
    const alive = setInterval(() => void changePolls.renew(turn, null).catch((error: unknown) => failed(error, account)), leaseMs / 4);
    try {
      const source = (await parts.contextOf(account.owner, over.signal))?.sources.get(account.source) ?? null;
      if (source?.vacancyChanges === undefined) return true;
      const read = (request: ChangeRequest) => source.vacancyChanges?.(request) ?? Promise.reject(new Error('it tells no changes'));
      for (let from = since, to: number; from < until; from = to) {
        to = Math.min(until, from + stretchMs);
        for await (const changes of slicesOf({ since: new Date(from), until: new Date(to) }, read)) {
          // Whoever lost the turn meanwhile tells nothing more: somebody else reads the same.
          if (!(await changePolls.renew(turn, null))) return false;
          await source.forgetVacancies?.([...new Set(changes.map(({ sourceId }) => sourceId))]);
          for (const change of changes) await happenings.tell(happeningOf(change, account));
        }
        if (!(await changePolls.renew(turn, to))) return false;
      }
      return true;
    } finally {
      clearInterval(alive);
      stop.signal.removeEventListener('abort', leave);
      leave();
    }
  }

  async function lookAt(account: Account): Promise<void> {
    const everyMs = await parts.pollMsOf(account);
    if (everyMs === null) return;
    const name = JSON.stringify([account.source, account.owner, ...(isShared ? [] : [self])]);
    const turn = { name, holder: randomUUID(), everyMs, leaseMs };
    const since = await changePolls.take(turn);
    if (since === null) return;
    const until = now() - Math.min(settleMs, everyMs);
    try {
      if (until > since && !(await poll(account, turn, since, until))) return;
      await changePolls.settle(turn, Math.max(since, until));
    } catch (error) {
      failed(error, account);
      await changePolls.settle(turn, null);
    }
  }

  async function lookAtAll(): Promise<void> {
    await Promise.all(hub.watched().map((account) => lookAt(account).catch((error: unknown) => failed(error, account))));
  }

  function look(): Promise<void> {
    if (stop.signal.aborted) return Promise.resolve();
    looking ??= lookAtAll().finally(() => {
      looking = null;
    });
    return looking;
  }

  // Whoever begins to wait is told what happens from then on.
  hub.onWatch(() => void (looking ?? Promise.resolve()).then(look));
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return {
    look,
    async stop() {
      stop.abort();
      clearInterval(timer);
      await looking;
    },
  };
}

type Slice = { readonly changes: readonly Change[]; readonly end: string | null };

async function* slicesOf(span: Pick<ChangeRequest, 'since' | 'until'>, read: (request: ChangeRequest) => Promise<Slice>): AsyncGenerator<readonly Change[], void, undefined> {
  let position: string | null = null;
  do {
    const slice: Slice = await read({ ...span, position, limit: changesACall });
    yield slice.changes;
    position = slice.end;
  } while (position !== null);
}

function happeningOf({ source, sourceId, kind, nativeStatus, changedAt, changedAfter }: Change, { owner }: Account) {
  return { kind: 'vacancyChanged' as const, source, sourceId, change: kind, nativeStatus, changedAt: changedAt?.getTime() ?? null, ...(changedAfter !== undefined && { changedAfter: changedAfter.getTime() }), owner };
}
