import type { EnumerationValue } from '../../domain/enumeration.ts';
import type { Enumerations } from '../../domain/source.ts';
import { asSource } from '../shared/failure.ts';
import { rateLimitOf } from '../shared/rate-limit.ts';
import type { ConnectedUpstream, RequestScope, Services, Upstream } from '../shared/upstream.ts';
import { createIctergezochtClient, type IctergezochtClient } from './client.ts';
import type { IctergezochtConfig } from './config.ts';
import { type EnumerationRestriction, readLists, readValue } from './lists.ts';
import { ictergezochtProfile } from './profile.ts';

/** ICTerGezocht.nl for one operation (ICTerGezocht document). It has no way to read a vacancy. */
export class IctergezochtDataSource implements Enumerations {
  readonly source = 'ICTERGEZOCHT';
  readonly #client: IctergezochtClient;
  readonly #services: Services;
  readonly #scope: RequestScope;

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
