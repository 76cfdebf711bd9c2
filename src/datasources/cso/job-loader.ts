import DataLoader from 'dataloader';
import type { SourceFailure } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { VacancyField, VacancyFields } from '../../domain/fields.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import { eachBounded } from '../shared/bounded.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { csoFailure } from './failure.ts';
import { vacancyFromRemoteJob } from './map-job.ts';
import { covers, selectionOf } from './selection.ts';
import type { CsoShared } from './shared.ts';

type Found = Fetched<Vacancy | null>;

interface Wanted {
  readonly code: string;
  readonly fields: VacancyFields;
}

/** A call that was made for a code in this operation, with what it brings. */
interface Asked {
  readonly fields: ReadonlySet<VacancyField>;
  readonly found: Promise<Found | SourceFailure>;
}

/**
 * The vacancies of one operation by code. CSO has no multi-fetch: each code is a call of its own, for the fields of everyone who
 * asks for it at the same time; who comes later asks again only for what was not brought.
 */
export class JobLoader {
  readonly #shared: CsoShared;
  readonly #scope: RequestScope;
  #asked = new Map<string, Asked>();
  #changes: number;
  readonly #loader: DataLoader<Wanted, Found>;

  constructor(shared: CsoShared, scope: RequestScope) {
    this.#shared = shared;
    this.#scope = scope;
    this.#changes = shared.client.changes();
    // Codes repeat with other fields, so what is known is kept by code here.
    this.#loader = new DataLoader((wanted) => this.#loadAll(wanted), { cache: false });
  }

  /** @throws SourceFailure */
  load(code: string, fields: VacancyFields): Promise<Found> {
    return this.#loader.load({ code, fields });
  }

  async #loadAll(wanted: readonly Wanted[]): Promise<(Found | Error)[]> {
    this.#forgetWhatChanged();
    const asked = this.#asked;
    const missing = new Map<string, ReadonlySet<VacancyField>>();
    for (const { code, fields } of wanted) {
      const known = asked.get(code)?.fields;
      if (known === undefined || !covers(selectionOf(known), selectionOf(fields))) missing.set(code, new Set([...(missing.get(code) ?? known ?? []), ...fields]));
    }
    // Of its own: what waits here for its turn may come behind a later batch's call for more of the same.
    const own = new Map<string, Asked>();
    await eachBounded([...missing], this.#shared.config.detailsAtOnce, async ([code, fields]) => {
      const call = { fields, found: this.#fetch(code, fields) };
      own.set(code, call);
      asked.set(code, call);
      await call.found;
    });
    return Promise.all(wanted.map(async ({ code }) => (await (own.get(code) ?? asked.get(code))?.found) ?? csoFailure(undefined)));
  }

  /** An operation reads what it changed itself. */
  #forgetWhatChanged(): void {
    const changes = this.#shared.client.changes();
    if (changes === this.#changes) return;
    this.#changes = changes;
    this.#asked = new Map();
  }

  async #fetch(code: string, fields: ReadonlySet<VacancyField>): Promise<Found | SourceFailure> {
    const { client, now } = this.#shared;
    try {
      const [answer, context] = await Promise.all([client.getJob(code, selectionOf(fields), this.#scope), this.#shared.contextFor(fields, this.#scope)]);
      if (answer === null) return { value: null, fetchedAt: now(), stale: false };
      return { ...answer, value: vacancyFromRemoteJob(answer.value, context) };
    } catch (error) {
      return csoFailure(error);
    }
  }
}
