import type { VacancyField } from '../../domain/fields.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import { createCsoClient, type CsoClient } from './client.ts';
import type { CsoConfig } from './config.ts';
import { CodedValues } from './enumerations.ts';
import type { JobContext } from './map-job.ts';
import { ReferenceData } from './reference-data.ts';
import { showsCodes } from './selection.ts';
import { type RowBase, rowBase } from './start-row.ts';

/** What all operations with one CSO account share. */
export interface CsoShared {
  readonly config: CsoConfig;
  readonly client: CsoClient;
  readonly reference: ReferenceData;
  rowBase(scope: RequestScope): Promise<RowBase>;
  now(): number;
  /** How coded values are told. Where the lists cannot be had in half of the operation's time, as the upstream's rows have them. */
  codedValues(scope: RequestScope): Promise<CodedValues>;
  /** What jobs are mapped with; the lists are read only where one of the fields shows their values. */
  contextFor(fields: Iterable<VacancyField>, scope: RequestScope): Promise<JobContext>;
}

export function openShared(config: CsoConfig, services: Services): CsoShared {
  const client = createCsoClient(config, services);
  const reference = new ReferenceData(client);
  const codedValues = async (scope: RequestScope) => {
    const lists = await reference.enumerations(inHalfOfItsTime(scope, services.now())).catch(() => null);
    return new CodedValues(lists?.value ?? null);
  };
  return {
    config,
    client,
    reference,
    rowBase: rowBase(client, config, services),
    now: () => services.now(),
    codedValues,
    contextFor: async (fields, scope) => ({ coded: showsCodes(fields) ? await codedValues(scope) : new CodedValues(null), nowMs: services.now(), lasting: scope.lasting }),
  };
}

/** The scope of something that is nice to have, so that waiting for it does not cost what is needed. */
function inHalfOfItsTime(scope: RequestScope, nowMs: number): RequestScope {
  return { ...scope, deadline: nowMs + (scope.deadline - nowMs) / 2 };
}
