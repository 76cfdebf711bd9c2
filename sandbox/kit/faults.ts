/**
 * What can go wrong with an upstream, on demand.
 *
 * `latency` answers late; `status` answers with a status (and body) of its own; `reset` cuts the connection;
 * `hang` never answers; `truncate` sends half of the true body under its full Content-Length; `wrong-json` sends
 * valid JSON of a shape nobody documented; `html` sends a proxy's error page with status 200 or `status`; `empty`
 * sends no body at all.
 */
export type FaultKind = 'latency' | 'status' | 'reset' | 'hang' | 'truncate' | 'wrong-json' | 'html' | 'empty';

export interface Fault {
  readonly kind: FaultKind;
  /** Only requests of this method. */
  readonly method?: string;
  /** Only paths that this regular expression matches. */
  readonly path?: string;
  /** How many requests it strikes; absent: every one until it is cleared. */
  readonly times?: number;
  /** For `latency`: milliseconds. */
  readonly ms?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `after`: the upstream does its work first and only its answer is lost, as when a POST times out. Default `before`. */
  readonly when?: 'before' | 'after';
}

/** The faults in force at one upstream, first match first. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) this.#active.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#active = [];
  }

  /** The faults that may still strike; `times` is what is left of it. */
  list(): Fault[] {
    return this.#active.filter(({ left }) => left > 0).map(({ fault, left }) => (fault.times === undefined ? fault : { ...fault, times: left }));
  }

  /** The fault that strikes this request, counted as used; undefined where none does. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.#active.find(({ fault, left }) => left > 0 && matches(fault, method, path));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.fault;
  }
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  return fault.path === undefined || new RegExp(fault.path).test(path);
}
