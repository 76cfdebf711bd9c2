import { type CsoConfig, csoDefaults } from '../../../src/datasources/cso/config.ts';
import { cso as door, CsoDataSource } from '../../../src/datasources/cso/index.ts';
import { createLimiters } from '../../../src/datasources/shared/limiters.ts';
import type { ConnectedUpstream, RequestScope, Services } from '../../../src/datasources/shared/upstream.ts';
import { createCache } from '../../../src/http/cache.ts';
import { memoryStore } from '../../../src/http/shared.ts';
import { type CsoUpstream, createCso } from '../../../sandbox/cso/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { isRecord, type LoggedRequest } from '../../../sandbox/kit/exchange.ts';
import { RunningUpstream } from '../../../sandbox/kit/upstream.ts';

type Json = Readonly<Record<string, unknown>>;

/** The CSO sandbox on a port, and data sources that ask it, each operation with its own. */
export class CsoHarness {
  readonly clock = new MovableClock();
  readonly sandbox: CsoUpstream = createCso({ clock: this.clock, seed: 1, scale: 1 });
  readonly upstream: RunningUpstream;
  readonly #connected: ConnectedUpstream[] = [];

  /** @param change what the sandbox does differently from its definition */
  constructor(change: (sandbox: CsoUpstream) => Partial<CsoUpstream> = () => ({})) {
    const { sandbox } = this;
    this.upstream = new RunningUpstream({ name: sandbox.name, basePath: sandbox.basePath, switches: sandbox.switches, handle: (exchange) => sandbox.handle(exchange), ...change(sandbox) }, this.clock);
  }

  start(): Promise<void> {
    return this.upstream.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#connected.map((one) => one.close()));
    await this.upstream.stop();
  }

  /** What one process has: replicas share `shared` and nothing else. */
  services(shared = memoryStore(() => this.clock.now())): Services {
    const now = () => this.clock.now();
    return { cache: createCache({ now, random: () => 0.5 }), shared, limiters: createLimiters(), now, sleep: async () => undefined, warn: () => undefined };
  }

  config(changes: Partial<CsoConfig> = {}): CsoConfig {
    return { ...csoDefaults, baseUrl: this.upstream.baseUrl, username: 'sandbox-cso', password: 'sandbox-cso-password', ...changes };
  }

  /** A process of its own, cold, unless its services are given. */
  connect(changes: Partial<CsoConfig> = {}, services = this.services()): ConnectedUpstream {
    const connected = door.connect(this.config(changes), services);
    this.#connected.push(connected);
    return connected;
  }

  /** One operation of a cold process. */
  open(changes: Partial<CsoConfig> = {}): CsoDataSource {
    return this.operation(this.connect(changes));
  }

  operation(connected: ConnectedUpstream, scope: Partial<RequestScope> = {}): CsoDataSource {
    const opened = connected.open({ signal: new AbortController().signal, deadline: this.clock.now() + 8000, ...scope });
    if (!(opened instanceof CsoDataSource)) throw new Error('not a CsoDataSource');
    return opened;
  }

  /** Requests of a function, e.g. `getJobs`. */
  calls(name: string): readonly LoggedRequest[] {
    return this.upstream.requests.filter(({ path }) => path.endsWith(`/${name}.json`));
  }

  count(name: string): number {
    return this.calls(name).length;
  }

  /** The arguments of a function's latest call. */
  lastCall(name: string): Json {
    return argumentsOf(this.calls(name).at(-1));
  }
}

export function argumentsOf(request: LoggedRequest | undefined): Json {
  const body: unknown = JSON.parse(request?.body ?? 'null');
  if (!isRecord(body)) throw new Error('no such call');
  return body;
}

/** The rejection of a promise that must reject. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('it did not reject');
    },
    (error: unknown) => error,
  );
}
