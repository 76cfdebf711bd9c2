import { createIctergezocht, type IctergezochtUpstream } from '../../../sandbox/ictergezocht/index.ts';
import { MovableClock } from '../../../sandbox/kit/clock.ts';
import { RunningUpstream, type UpstreamDefinition } from '../../../sandbox/kit/upstream.ts';
import { type IctergezochtConfig, ictergezochtDefaults } from '../../../src/datasources/ictergezocht/config.ts';
import { ictergezocht as door, IctergezochtDataSource } from '../../../src/datasources/ictergezocht/index.ts';
import { createLimiters } from '../../../src/datasources/shared/limiters.ts';
import type { ConnectedUpstream, RequestScope, Services } from '../../../src/datasources/shared/upstream.ts';
import { createCache } from '../../../src/http/cache.ts';
import { memoryStore } from '../../../src/http/shared.ts';
import { vacancyDraft } from './draft.ts';

/** The ICTerGezocht sandbox on a port, and data sources on it. */
export class Board {
  readonly clock = new MovableClock();
  readonly sandbox: IctergezochtUpstream;
  readonly upstream: RunningUpstream;
  /** What operators were told. */
  readonly warnings: string[] = [];
  readonly #connected: ConnectedUpstream[] = [];

  /** @param handle what answers in the sandbox's place */
  constructor(handle?: UpstreamDefinition['handle'], scale = 0.1) {
    this.sandbox = createIctergezocht({ clock: this.clock, seed: 1, scale });
    const { name, basePath, switches } = this.sandbox;
    this.upstream = new RunningUpstream({ name, basePath, switches, handle: (exchange) => (handle ?? this.sandbox.handle)(exchange) }, this.clock);
  }

  /** What one process has. */
  services(changes: Partial<Services> = {}): Services {
    const now = () => this.clock.now();
    return { cache: createCache({ now, random: () => 0.5 }), shared: memoryStore(now), limiters: createLimiters(), now, sleep: async () => undefined, warn: (message) => this.warnings.push(message), ...changes };
  }

  config(changes: Partial<IctergezochtConfig> = {}): IctergezochtConfig {
    return { ...ictergezochtDefaults, baseUrl: this.upstream.baseUrl, apiKey: 'sandbox-ictergezocht-key', ...changes };
  }

  /** A process of its own, cold, unless its services are given. */
  connect(changes: Partial<IctergezochtConfig> = {}, services = this.services()): ConnectedUpstream {
    const connected = door.connect(this.config(changes), services);
    this.#connected.push(connected);
    return connected;
  }

  /** One operation of a cold process. */
  open(changes: Partial<IctergezochtConfig> = {}): IctergezochtDataSource {
    return this.operation(this.connect(changes));
  }

  operation(connected: ConnectedUpstream, scope: Partial<RequestScope> = {}): IctergezochtDataSource {
    const opened = connected.open({ signal: new AbortController().signal, deadline: this.clock.now() + 8000, ...scope });
    if (!(opened instanceof IctergezochtDataSource)) throw new Error('not an IctergezochtDataSource');
    return opened;
  }

  /** The vacancies with a reference number, deleted ones left out. */
  live(referenceNumber: string) {
    return this.sandbox.data.vacancies.filter(({ payload, deletedMs }) => payload.referenceNumber === referenceNumber && deletedMs === undefined);
  }

  /** The id of a vacancy that is posted under a reference number. */
  async posted(referenceNumber: string): Promise<string> {
    const outcome = await this.open().post(vacancyDraft({ referenceNumber }));
    if (outcome.kind !== 'accepted' || outcome.upstreamId === null) throw new Error(`not posted: ${outcome.kind}`);
    this.upstream.requests.length = 0;
    return outcome.upstreamId;
  }

  /** Requests that came since `reset`, as `path?query` decoded. */
  asked(): string[] {
    return this.upstream.requests.map(({ path, query }) => path + (query === '' ? '' : `?${decodeURIComponent(query)}`));
  }

  /** Ends every process, with what it still does behind, and forgets what was changed, counted and asked. */
  async reset(): Promise<void> {
    await Promise.all(this.#connected.splice(0).map((one) => one.close()));
    this.upstream.reset();
    this.clock.reset();
    this.sandbox.clearLimits();
    this.warnings.length = 0;
  }

  async stop(): Promise<void> {
    await this.reset();
    await this.upstream.stop();
  }
}

export const everything = { kinds: null, names: null };

/** The rejection of a promise that must reject. */
export async function rejection(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error('it did not reject');
    },
    (error: unknown) => error,
  );
}
