import { SeenOrganisations } from '../shared/seen-organisations.ts';
import type { Services } from '../shared/upstream.ts';
import { CandidateStore } from './candidate-store.ts';
import { createVdabClient, type VdabClient } from './client.ts';
import type { VdabConfig } from './config.ts';
import { CountReading } from './count-reading.ts';
import { VacancyStore } from './vacancy-store.ts';

/** What all operations with one VDAB key share. */
export interface VdabShared {
  readonly config: VdabConfig;
  readonly client: VdabClient;
  readonly vacancies: VacancyStore;
  readonly candidates: CandidateStore;
  readonly suppliers: SeenOrganisations;
  readonly counts: CountReading;
  now(): number;
}

export function openShared(config: VdabConfig, services: Services): VdabShared {
  const client = createVdabClient(config, services);
  const suppliers = new SeenOrganisations(services.now);
  return {
    config,
    client,
    suppliers,
    vacancies: new VacancyStore(client, config, services, suppliers),
    candidates: new CandidateStore(client, services),
    counts: new CountReading(),
    now: services.now,
  };
}
