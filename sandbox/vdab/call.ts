import type { Exchange } from '../kit/exchange.ts';
import type { Random } from '../kit/random.ts';
import type { Store } from './store.ts';
import type { VdabSwitches } from './switches.ts';

/** A request on its way to the endpoint it names. */
export interface Call {
  readonly exchange: Exchange;
  readonly store: Store;
  readonly switches: VdabSwitches;
  readonly random: Random;
  /** Sandbox time, milliseconds since the epoch. */
  readonly now: number;
  /** The path's `{id}`, or nothing where it has none. */
  readonly id: string;
}
