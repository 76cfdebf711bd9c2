import type { Vacancy } from '../../domain/vacancy.ts';
import type { Cache } from '../../http/cache.ts';
import type { Json } from '../../http/parse.ts';
import { once } from '../shared/once.ts';
import { SeenOrganisations } from '../shared/seen-organisations.ts';
import type { Services } from '../shared/upstream.ts';
import { type CegidClient, createCegidClient } from './client.ts';
import type { CegidConfig } from './config.ts';
import { vacancyFromOffer } from './map-vacancy.ts';
import { Referentials } from './referentials.ts';

/** What all operations with one client of a site share. */
export interface CegidShared {
  readonly config: CegidConfig;
  readonly client: CegidClient;
  readonly cache: Cache;
  readonly referentials: Referentials;
  readonly organisations: SeenOrganisations;
  /** The vacancy of an export's row; its organisation is noted as it passes by. */
  vacancy(offer: Json): Vacancy;
  now(): number;
  warn(message: string): void;
}

export function openShared(config: CegidConfig, services: Services): CegidShared {
  const client = createCegidClient(config, services);
  const organisations = new SeenOrganisations(services.now);
  return {
    config,
    client,
    cache: services.cache,
    referentials: new Referentials(client, config, services),
    organisations,
    vacancy: once((offer) => {
      const mapped = vacancyFromOffer(offer, config.labelLocale);
      organisations.note(mapped.organisation);
      return mapped;
    }),
    now: services.now,
    warn: services.warn,
  };
}
