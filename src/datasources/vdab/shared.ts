import { SeenOrganisations } from '../shared/seen-organisations.ts';
import type { Services } from '../shared/upstream.ts';
import { CandidateStore } from './candidate-store.ts';
import { createVdabClient, type VdabClient } from './client.ts';
import { checkVdabConfig, type VdabConfig } from './config.ts';
import { CountReading } from './count-reading.ts';
import { VacancyStore } from './vacancy-store.ts';

/** What all operations with one VDAB key share. */
export interface VdabShared {
  readonly config: VdabConfig;
  readonly client: VdabClient;
  readonly vacancies: VacancyStore;
  readonly candidates: CandidateStore;
  readonly suppliers: SeenOrganisations;
  readonly vacancyCounts: CountReading;
  readonly candidateCounts: CountReading;
  now(): number;
  warn(message: string): void;
}

/** @throws TypeError for a configuration that cannot work */
export function openShared(config: VdabConfig, services: Services): VdabShared {
  checkVdabConfig(config);
  const client = createVdabClient(config, services);
  const suppliers = new SeenOrganisations(services.now);
  return {
    config,
    client,
    suppliers,
    vacancies: new VacancyStore(client, config, services, suppliers),
    candidates: new CandidateStore(client, services),
    vacancyCounts: new CountReading(),
    candidateCounts: new CountReading(),
    now: services.now,
    warn: services.warn,
  };
}
