import { asError } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import { type Json, optionalText, ShapeError } from '../../http/parse.ts';
import { type Loaded, readMany } from '../../http/read-many.ts';
import { once } from '../shared/once.ts';
import type { SeenOrganisations } from '../shared/seen-organisations.ts';
import { createSlots, type Slots } from '../shared/slots.ts';
import { type RequestScope, type Services, toBeKept } from '../shared/upstream.ts';
import { isDeletion } from './codes.ts';
import type { VdabClient } from './client.ts';
import type { VdabConfig } from './config.ts';
import { vacancyFromDetail } from './map-vacancy.ts';
import { MultiFetchTrust } from './multi-fetch-trust.ts';
import { isUuid } from './wire.ts';

const minuteMs = 60_000;
const life = { freshMs: 2 * minuteMs, staleMs: 60 * minuteMs };
/** Single GETs at once, where the multi-fetch is refused. */
const singleGets = 8;

type Details = ReadonlyMap<string, Loaded<Json | null>>;

/** Vacancies by id, through the cache: what is missing there is fetched in as few calls as VDAB allows, all at once. */
export class VacancyStore {
  readonly #client: VdabClient;
  readonly #services: Services;
  readonly #chunkSize: number;
  readonly #slots: Slots = createSlots(singleGets);
  readonly #trust: MultiFetchTrust;
  readonly #vacancyOf: (detail: Json) => Vacancy | null;

  constructor(client: VdabClient, config: VdabConfig, services: Services, suppliers: SeenOrganisations) {
    this.#client = client;
    this.#services = services;
    this.#chunkSize = config.multiFetchSize;
    this.#trust = new MultiFetchTrust(services);
    this.#vacancyOf = once((detail) => {
      if (isDeletion(optionalText(detail['status']))) return null;
      const mapped = vacancyFromDetail(detail);
      suppliers.note(mapped.organisation);
      return mapped;
    });
  }

  /** The vacancies in the order of the ids, lower-case UUIDs; null where there is none, an error where its call failed. */
  async byIds(ids: readonly string[], scope: RequestScope): Promise<(Fetched<Vacancy | null> | Error)[]> {
    const details = await readMany<Json | null>(this.#services.cache, {
      ids: ids.filter(isUuid),
      keyOf: this.#client.kept.vacancy,
      life,
      load: (missing) => this.#fetch(missing, scope),
      lasting: scope.lasting,
    });
    return ids.map((id) => {
      const found = details.get(id) ?? { value: null, fetchedAt: this.#services.now(), stale: false };
      if (found instanceof Error) return found;
      return { value: found.value === null ? null : this.#vacancyOf(found.value), fetchedAt: found.fetchedAt, stale: found.stale };
    });
  }

  /** Drops what is kept of vacancies, and every page of a search: a change may move a vacancy into any of them. */
  async forget(ids: readonly string[]): Promise<void> {
    const { vacancy, pages } = this.#client.kept;
    for (const id of ids) await this.#services.cache.delete(vacancy(id));
    await this.#services.cache.deletePrefix(pages);
  }

  /** In one order whoever asks, so that the same ids make the same calls. */
  async #fetch(ids: readonly string[], scope: RequestScope): Promise<Details> {
    if (ids.length <= 1) return this.#fetchChunk(ids, scope);
    const answers = await Promise.all(chunked(ids.toSorted(), this.#chunkSize).map((chunk) => this.#fetchChunk(chunk, scope)));
    const [only] = answers;
    return only !== undefined && answers.length === 1 ? only : new Map(answers.flatMap((answer) => [...answer]));
  }

  async #fetchChunk(ids: readonly string[], scope: RequestScope): Promise<Details> {
    const [only, ...others] = ids;
    // Many operations that want one vacancy each are not one that wants many: they need no slot.
    if (only !== undefined && others.length === 0) return new Map([[only, await this.#fetchOne(only, scope)]]);
    if (!this.#trust.isGiven()) return this.#fetchSingly(ids, scope);
    try {
      const { value, fetchedAt } = await this.#client.vacancies(ids, toBeKept(scope));
      const { byId, unreadable } = value;
      const missing = unreadable === null ? { value: null, fetchedAt } : new ShapeError(unreadable, 'a UUID');
      return new Map(
        ids.map((id) => {
          const detail = byId.get(id);
          return [id, detail === undefined ? missing : { value: detail, fetchedAt }];
        }),
      );
    } catch (error) {
      if (this.#trust.isLostBy(error)) return this.#fetchSingly(ids, scope);
      return new Map(ids.map((id) => [id, asError(error)]));
    }
  }

  async #fetchSingly(ids: readonly string[], scope: RequestScope): Promise<Details> {
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.#slots(() => this.#fetchOne(id, scope))] as const)));
  }

  async #fetchOne(id: string, scope: RequestScope): Promise<Loaded<Json | null>> {
    try {
      return (await this.#client.vacancy(id, toBeKept(scope))) ?? { value: null, fetchedAt: this.#services.now() };
    } catch (error) {
      return asError(error);
    }
  }
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
