import type { EnumerationValue } from '../../domain/enumeration.ts';
import type { Draft } from '../../domain/posting/drafts.ts';
import type { Finding, SendOutcome } from '../../domain/posting/outcome.ts';
import type { Enumerations, Posts, Sought, Tells } from '../../domain/source.ts';
import type { ToldVacancy } from '../../domain/posting/told-vacancy.ts';
import { asSource } from '../shared/failure.ts';
import { rateLimitOf } from '../shared/rate-limit.ts';
import type { ConnectedUpstream, RequestScope, Services, Upstream } from '../shared/upstream.ts';
import { createIctergezochtClient, type IctergezochtClient } from './client.ts';
import type { IctergezochtConfig } from './config.ts';
import { findVacancy } from './find-vacancy.ts';
import { InsightScan } from './insight-scan.ts';
import { type EnumerationRestriction, readLists, readValue } from './lists.ts';
import { changeVacancy, postVacancy, withdrawVacancy } from './posting.ts';
import { ictergezochtProfile } from './profile.ts';

/** ICTerGezocht.nl for one operation (ICTerGezocht document). It has no way to read a vacancy. */
export class IctergezochtDataSource implements Enumerations, Posts, Tells {
  readonly source = 'ICTERGEZOCHT';
  readonly #client: IctergezochtClient;
  readonly #services: Services;
  readonly #scope: RequestScope;
  #insights: InsightScan | null = null;

  constructor(client: IctergezochtClient, services: Services, scope: RequestScope) {
    this.#client = client;
    this.#services = services;
    this.#scope = scope;
  }

  enumerations(only: EnumerationRestriction) {
    return asSource('ICTERGEZOCHT', () => readLists(only, this.#client, this.#scope, this.#services));
  }

  enumerationValue(list: string, code: string): Promise<EnumerationValue | null> {
    return asSource('ICTERGEZOCHT', () => readValue(list, code, this.#client, this.#scope));
  }

  post(draft: Draft): Promise<SendOutcome> {
    return postVacancy(draft, this.#client, this.#scope);
  }

  change(upstreamId: string, draft: Draft): Promise<SendOutcome> {
    return changeVacancy(upstreamId, draft, this.#client, this.#scope);
  }

  withdraw(upstreamId: string): Promise<SendOutcome> {
    return withdrawVacancy(upstreamId, this.#client, this.#scope);
  }

  find(draft: Draft, sought: Sought = {}): Promise<Finding> {
    return findVacancy(draft, sought, this.#client, this.#scope);
  }

  toldOf(vacancyId: string): Promise<ToldVacancy | null> {
    this.#insights ??= new InsightScan(this.#client.insightPages({}, this.#scope));
    const scan = this.#insights;
    return asSource('ICTERGEZOCHT', () => scan.find(vacancyId));
  }
}

/** The door of ICTerGezocht. */
export const ictergezocht: Upstream<IctergezochtConfig> = {
  profile: ictergezochtProfile,
  connect(config: IctergezochtConfig, services: Services): ConnectedUpstream {
    const client = createIctergezochtClient(config, services);
    return {
      open: (scope) => new IctergezochtDataSource(client, services, scope),
      healthy: () => client.healthy(),
      rateLimit: () => rateLimitOf(client.limit()),
      close: () => client.close(),
    };
  },
};
