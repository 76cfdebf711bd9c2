import { type CegidUpstream, createCegid } from '../../../sandbox/cegid/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { RunningUpstream, type UpstreamDefinition } from '../../../sandbox/kit/upstream.ts';
import { type CegidConfig, cegidDefaults } from '../../../src/datasources/cegid/config.ts';
import { CegidDataSource, cegid as door } from '../../../src/datasources/cegid/index.ts';
import { createLimiters } from '../../../src/datasources/shared/limiters.ts';
import type { ConnectedUpstream, RequestScope, Services } from '../../../src/datasources/shared/upstream.ts';
import type { Slice, SliceRequest } from '../../../src/domain/slice.ts';
import { createCache } from '../../../src/http/cache.ts';
import { memoryStore } from '../../../src/http/shared.ts';

/** The Cegid sandbox on a port, and data sources on it. */
export class Site {
  readonly clock = new MovableClock();
  readonly sandbox: CegidUpstream = createCegid({ clock: this.clock, seed: 1, scale: 1 });
  readonly upstream: RunningUpstream;
  /** What operators were told. */
  readonly warnings: string[] = [];
  readonly #connected: ConnectedUpstream[] = [];

  /** @param handle what answers in the sandbox's place */
  constructor(handle?: UpstreamDefinition['handle']) {
    const { name, basePath, switches } = this.sandbox;
    this.upstream = new RunningUpstream({ name, basePath, switches, handle: (exchange) => (handle ?? this.sandbox.handle)(exchange) }, this.clock);
  }

  /** What one process has: replicas share `shared` and nothing else. */
  services(shared = memoryStore(() => this.clock.now())): Services {
    const now = () => this.clock.now();
    return { cache: createCache({ now, random: () => 0.5 }), shared, limiters: createLimiters(), now, sleep: async () => undefined, warn: (message) => this.warnings.push(message) };
  }

  config(changes: Partial<CegidConfig> = {}): CegidConfig {
    return { ...cegidDefaults, ...this.sandbox.credentials, baseUrl: this.upstream.baseUrl, ...changes };
  }

  /** A process of its own, cold, unless its services are given. */
  connect(changes: Partial<CegidConfig> = {}, services = this.services()): ConnectedUpstream {
    const connected = door.connect(this.config(changes), services);
    this.#connected.push(connected);
    return connected;
  }

  /** One operation of a cold process. */
  open(changes: Partial<CegidConfig> = {}): CegidDataSource {
    return this.operation(this.connect(changes));
  }

  operation(connected: ConnectedUpstream, scope: Partial<RequestScope> = {}): CegidDataSource {
    const opened = connected.open({ signal: new AbortController().signal, deadline: this.clock.now() + 8000, ...scope });
    if (!(opened instanceof CegidDataSource)) throw new Error('not a CegidDataSource');
    return opened;
  }

  /** Requests that came since `reset`, as `path?query` decoded, without those for a token. */
  asked(): string[] {
    return this.upstream.requests
      .filter(({ path }) => path !== '/api/token')
      .map(({ path, query }) => path + (query === '' ? '' : `?${decodeURIComponent(query.replaceAll('+', ' '))}`));
  }

  tokens(): number {
    return this.upstream.count('POST', /^\/api\/token$/);
  }

  /** Ends every process, with what it still does behind, and forgets what was changed and asked. */
  async reset(): Promise<void> {
    await Promise.all(this.#connected.splice(0).map((one) => one.close()));
    this.upstream.reset();
    this.clock.reset();
    this.sandbox.expireTokens();
    this.warnings.length = 0;
  }

  async stop(): Promise<void> {
    await this.reset();
    await this.upstream.stop();
  }
}

export const page = (offset: number, limit: number): SliceRequest<never> => ({ offset, limit, fields: new Set(), values: true });

export function idsOf<T>({ rows }: Slice<T>): (string | null)[] {
  return rows.map(({ sourceId }) => sourceId);
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
