import type { Fetched } from '../../domain/fetched.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import { StatusError } from '../../http/errors.ts';
import { type Json, optionalText } from '../../http/parse.ts';
import { readMany } from '../../http/read-many.ts';
import { eachBounded } from '../shared/bounded.ts';
import type { SeenOrganisations } from '../shared/seen-organisations.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import { isDeletion } from './codes.ts';
import type { VdabClient } from './client.ts';
import type { VdabConfig } from './config.ts';
import { vacancyFromDetail } from './map-vacancy.ts';
import { isUuid } from './wire.ts';

const minuteMs = 60_000;
const freshness = { freshMs: 2 * minuteMs, staleMs: 60 * minuteMs };
/** Single GETs at once, where the multi-fetch is refused. */
const singleGets = 8;

type Detail = Fetched<Json | null>;

/** Vacancies by id, through the cache: what is missing there is fetched in as few calls as VDAB allows, all at once. */
export class VacancyStore {
  readonly #client: VdabClient;
  readonly #services: Services;
  readonly #config: VdabConfig;
  readonly #suppliers: SeenOrganisations;
  readonly #mapped = new WeakMap<Json, Vacancy>();
  #multiFetchRefused = false;

  constructor(client: VdabClient, config: VdabConfig, services: Services, suppliers: SeenOrganisations) {
    this.#client = client;
    this.#config = config;
    this.#services = services;
    this.#suppliers = suppliers;
  }

  /** The vacancies in the order of the ids; null where there is none, an error where its call failed. */
  async byIds(ids: readonly string[], scope: RequestScope): Promise<(Fetched<Vacancy | null> | Error)[]> {
    const wanted = ids.filter(isUuid);
    const details = await readMany<Json | null>(this.#services.cache, {
      ids: wanted,
      keyOf: (id) => `vdab:${this.#client.credential}:vacancy:${id}`,
      life: freshness,
      load: (missing) => this.#fetch(missing, scope),
    });
    const now = this.#services.now();
    return ids.map((id) => {
      const found = details.get(id);
      if (found instanceof Error) return found;
      if (found === undefined) return { value: null, fetchedAt: now, stale: false };
      return { ...found, value: this.#map(found.value) };
    });
  }

  #map(detail: Json | null): Vacancy | null {
    if (detail === null || isDeletion(optionalText(detail['status']))) return null;
    const known = this.#mapped.get(detail);
    if (known !== undefined) return known;
    const mapped = vacancyFromDetail(detail);
    this.#suppliers.note(mapped.organisation);
    this.#mapped.set(detail, mapped);
    return mapped;
  }

  async #fetch(ids: readonly string[], scope: RequestScope): Promise<Map<string, Detail | Error>> {
    const chunks = ids.length === 1 ? [ids] : chunked(ids, this.#config.multiFetchSize);
    const answers = await Promise.all(chunks.map((chunk) => this.#fetchChunk(chunk, scope)));
    return new Map(answers.flatMap((answer) => [...answer]));
  }

  async #fetchChunk(ids: readonly string[], scope: RequestScope): Promise<Map<string, Detail | Error>> {
    if (ids.length === 1 || this.#multiFetchRefused) return this.#fetchSingly(ids, scope);
    try {
      const { value, ...freshness } = await this.#client.vacancies(ids, scope);
      return new Map(ids.map((id) => [id, { ...freshness, value: value.get(id) ?? null }]));
    } catch (error) {
      if (!isRefusal(error)) return new Map(ids.map((id) => [id, asError(error)]));
      this.#multiFetchRefused = true;
      this.#services.warn('VDAB refuses POST /vacatures as it is configured; vacancies are fetched one by one from now on.');
      return this.#fetchSingly(ids, scope);
    }
  }

  async #fetchSingly(ids: readonly string[], scope: RequestScope): Promise<Map<string, Detail | Error>> {
    const found = await eachBounded(ids, singleGets, (id) => this.#fetchOne(id, scope));
    return new Map(ids.flatMap((id, index) => found.slice(index, index + 1).map((detail) => [id, detail] as const)));
  }

  async #fetchOne(id: string, scope: RequestScope): Promise<Detail | Error> {
    try {
      return (await this.#client.vacancy(id, scope)) ?? { value: null, fetchedAt: this.#services.now(), stale: false };
    } catch (error) {
      return asError(error);
    }
  }
}

/** The unpublished body was not what this VDAB wants. */
function isRefusal(error: unknown): boolean {
  return error instanceof StatusError && [400, 404, 405, 415, 422].includes(error.status);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown failure', { cause: error });
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
