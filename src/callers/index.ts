import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../context.ts';

/** Who there is, and who a request is of. */
export interface Callers {
  /**
   * Whose request it is.
   * @throws Unauthenticated for a key or token that is none: a wrong one is never taken for none at all
   */
  callerOf(headers: Pick<IncomingHttpHeaders, 'authorization'>): Promise<Caller>;
  /** A client by its id, null where there is none (any more). For work that goes on after its request. */
  clientById(id: string): Promise<Caller | null>;
  /** The gateway itself, with the server's credentials: for work that no caller asked for. */
  readonly gateway: Caller;
  close(): Promise<void>;
}
