import { BudgetError, LimitError, TimeoutError } from './errors.ts';
import { Keyed } from './keyed.ts';
import { waitFor, type Member } from './waiting.ts';

/** What shared work may use: aborted when everyone has left, and the deadline and calls of whoever began it. */
export interface Budget {
  readonly signal: AbortSignal;
  readonly deadline?: number;
  readonly spend?: () => boolean;
}

interface Flight<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  readonly deadline: number | undefined;
  members: number;
  landed: boolean;
}

/** Work in flight by key: who asks for a key that is under way joins it. Nothing is kept once it has landed. */
export class Flights<T> {
  readonly #open = new Keyed<Flight<T>>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * A member that leaves does not cancel the others; when all have left the work is aborted. Without a member nobody leaves.
   * A member that had more time than the one who began does not fail for the other's deadline: it begins anew. What bulk began is
   * joined by bulk only, for it waits longer than anybody else has to. A member that joined the work of an operation that then had no calls
   * left begins anew too.
   * @param start throws nothing but by its promise
   */
  join(key: string, member: Member | undefined, start: (budget: Budget) => Promise<T>): Promise<T> {
    const own = member?.priority === 'bulk' && !this.#open.has(key) ? `${key} bulk` : key;
    const joined = this.#open.get(own);
    const flight = joined ?? this.#launch(own, member, start);
    flight.members += 1;
    // Nobody needs to leave what has come to its end well.
    return (member === undefined ? flight.promise : waitFor(flight.promise, member, this.#now)).catch((error: unknown) => {
      this.#leave(own, flight);
      if ((joined !== undefined && error instanceof BudgetError) || this.#ranOutOfAnothersTime(error, flight, member)) return this.join(key, member, start);
      throw error;
    });
  }

  #leave(key: string, flight: Flight<T>): void {
    flight.members -= 1;
    if (flight.members > 0 || flight.landed) return;
    this.#open.delete(key, flight);
    flight.controller.abort();
  }

  #launch(key: string, member: Member | undefined, start: (budget: Budget) => Promise<T>): Flight<T> {
    const { deadline, spend } = member ?? {};
    const controller = new AbortController();
    const budget = { signal: controller.signal, ...(deadline !== undefined && { deadline }), ...(spend !== undefined && { spend }) };
    const flight: Flight<T> = { promise: start(budget), controller, deadline, members: 0, landed: false };
    this.#open.set(key, flight);
    const land = (): void => {
      flight.landed = true;
      this.#open.delete(key, flight);
    };
    flight.promise.then(land, land);
    return flight;
  }

  #ranOutOfAnothersTime(error: unknown, flight: Flight<T>, member: Member | undefined): boolean {
    if (!(error instanceof TimeoutError || error instanceof LimitError) || flight.deadline === undefined) return false;
    const mine = member?.deadline ?? Number.POSITIVE_INFINITY;
    return mine > flight.deadline && mine > this.#now();
  }
}
