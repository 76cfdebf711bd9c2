import type { Fetched } from '../../domain/fetched.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { CsoClient } from './client.ts';
import { CsoEnumerations } from './enumerations.ts';
import { CsoOrganisations } from './organisations.ts';

/** The lists and the organisations that everything else names by code. An answer is mapped once, however often it is served. */
export class ReferenceData {
  readonly #client: Pick<CsoClient, 'getJobEnumerations' | 'getOrganisations'>;
  readonly #enumerations = new WeakMap<object, CsoEnumerations>();
  readonly #organisations = new WeakMap<object, CsoOrganisations>();

  constructor(client: Pick<CsoClient, 'getJobEnumerations' | 'getOrganisations'>) {
    this.#client = client;
  }

  async enumerations(scope: RequestScope): Promise<Fetched<CsoEnumerations>> {
    const answer = await this.#client.getJobEnumerations(scope);
    return { ...answer, value: once(this.#enumerations, answer.value, (lists) => new CsoEnumerations(lists, answer.fetchedAt)) };
  }

  async organisations(scope: RequestScope): Promise<Fetched<CsoOrganisations>> {
    const answer = await this.#client.getOrganisations(scope);
    return { ...answer, value: once(this.#organisations, answer.value, (listed) => new CsoOrganisations(listed)) };
  }
}

function once<Key extends object, Value>(made: WeakMap<object, Value>, key: Key, make: (key: Key) => Value): Value {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make(key);
  made.set(key, value);
  return value;
}
