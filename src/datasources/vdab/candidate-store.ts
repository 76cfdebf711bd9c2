import type { Candidate } from '../../domain/candidate.ts';
import { asError } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import { optionalText } from '../../http/parse.ts';
import { createSlots, type Slots } from '../shared/slots.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import { isDeletion } from './codes.ts';
import type { VdabClient } from './client.ts';
import { candidateFromDetail } from './map-candidate.ts';
import { isUuid } from './wire.ts';

/** There is no multi-fetch of CVs: so many single GETs run at once, over all operations. */
const singleGets = 8;

/** CVs by id. Personal data: nothing is kept beyond the operation. */
export class CandidateStore {
  readonly #client: VdabClient;
  readonly #services: Services;
  readonly #slots: Slots = createSlots(singleGets);

  constructor(client: VdabClient, services: Services) {
    this.#client = client;
    this.#services = services;
  }

  /** The candidates in the order of the ids, lower-case UUIDs; null where there is none, an error where its call failed. */
  byIds(ids: readonly string[], scope: RequestScope): Promise<(Fetched<Candidate | null> | Error)[]> {
    return Promise.all(ids.map((id) => this.#byId(id, scope)));
  }

  async #byId(id: string, scope: RequestScope): Promise<Fetched<Candidate | null> | Error> {
    try {
      const found = isUuid(id) ? await this.#slots(() => this.#client.candidate(id, scope)) : null;
      if (found === null) return { value: null, fetchedAt: this.#services.now(), stale: false };
      return { ...found, value: isDeletion(optionalText(found.value['status'])) ? null : candidateFromDetail(found.value) };
    } catch (error) {
      return asError(error);
    }
  }
}
