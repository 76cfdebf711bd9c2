import { LRUCache } from 'lru-cache';
import type { Fetched } from '../../domain/fetched.ts';
import type { Organisation, OrganisationFilter } from '../../domain/organisation.ts';
import type { RequestScope } from './upstream.ts';

const remembered = 10_000;

/** The organisations of an upstream that has no list of them: those that were seen on its vacancies. The next one that passes by may be another. */
export class SeenOrganisations {
  readonly #seen = new LRUCache<string, Organisation>({ max: remembered });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes the organisation of a vacancy that passed by. */
  note(organisation: Organisation | null): void {
    if (organisation !== null) this.#seen.set(organisation.code, organisation);
  }

  get(code: string, { lasting }: Pick<RequestScope, 'lasting'>): Organisation | null {
    lasting?.until(0);
    return this.#seen.get(code) ?? null;
  }

  /** Those that meet the filter, by code whatever the machine's language; never complete. */
  list(filter: OrganisationFilter, { lasting }: Pick<RequestScope, 'lasting'>): Fetched<readonly Organisation[]> & { readonly complete: boolean } {
    lasting?.until(0);
    const value = [...this.#seen.values()].filter((organisation) => meets(organisation, filter)).toSorted((a, b) => (a.code < b.code ? -1 : 1));
    return { value, fetchedAt: this.#now(), stale: false, complete: false };
  }
}

/** Sectors and levels are of sources with a list; what an organisation does not state, it does not meet. */
function meets(organisation: Organisation, filter: OrganisationFilter): boolean {
  if (filter.codes !== null && !filter.codes.includes(organisation.code)) return false;
  if (filter.name !== null && organisation.name?.toLowerCase().includes(filter.name.toLowerCase()) !== true) return false;
  if (filter.sector !== null && organisation.sector !== filter.sector) return false;
  return filter.levels === null;
}
