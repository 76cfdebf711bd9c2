import { Keyed } from '../../../http/keyed.ts';

/** One's part in work that others may have a part in too. */
export interface Part<T> {
  /** Whether somebody else began it. */
  readonly joined: boolean;
  readonly outcome: Promise<T>;
  /** Once one has the outcome, or does not want it any more. */
  leave(): void;
}

/** Work that can be broken off. */
export interface Work<T> {
  readonly outcome: Promise<T>;
  /** Called once, when nobody has a part in it any more while it is under way. */
  end(): void;
}

export interface SharedWork<T> {
  /** Takes part in the work of this key that is under way, or begins it. */
  join(key: string, begin: () => Work<T>): Part<T>;
}

export interface SharedWorkOptions {
  /** Work that began longer ago is not joined: it has less time left than who comes now is due. Milliseconds. */
  readonly joinableMs: number;
  /** Another number after every change that who comes later must see. */
  readonly changes: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

interface Flight<T> extends Work<T> {
  isDone: boolean;
  readonly began: number;
  readonly changes: number;
  members: number;
}

/**
 * Whoever wants the same at the same time has it done once. A member that leaves, the first among them, takes it from nobody; when all
 * have left it is broken off. Nothing is kept once it is done, and an error is that of its members alone.
 */
export function sharedWork<T>({ joinableMs, changes, now }: SharedWorkOptions): SharedWork<T> {
  const open = new Keyed<Flight<T>>();

  function launch(key: string, begin: () => Work<T>): Flight<T> {
    // As of before it begins: what changes meanwhile it may have missed.
    const [began, asOf] = [now(), changes()];
    const flight: Flight<T> = { ...begin(), began, changes: asOf, members: 0, isDone: false };
    open.set(key, flight);
    const land = (): void => {
      flight.isDone = true;
      open.delete(key, flight);
    };
    flight.outcome.then(land, land);
    return flight;
  }

  return {
    join(key, begin) {
      const known = open.get(key);
      const joined = known !== undefined && known.changes === changes() && now() - known.began <= joinableMs;
      const flight = joined ? known : launch(key, begin);
      flight.members += 1;
      let isMember = true;
      return {
        joined,
        outcome: flight.outcome,
        leave() {
          if (!isMember) return;
          isMember = false;
          flight.members -= 1;
          if (flight.members > 0 || flight.isDone) return;
          open.delete(key, flight);
          flight.end();
        },
      };
    },
  };
}
