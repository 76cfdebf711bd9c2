import type { CandidateRecord } from './candidate.ts';
import type { GhostRecord, VacancyRecord } from './vacancy.ts';

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuidForm.test(text);
}

/** Vacancies and CVs, and the ways to find one. */
export class Store {
  readonly ghosts: readonly GhostRecord[];
  readonly #vacancies: Map<string, VacancyRecord>;
  readonly #candidates: Map<string, CandidateRecord>;
  readonly #idsByNumber: ReadonlyMap<string, string>;

  constructor(vacancies: readonly VacancyRecord[], ghosts: readonly GhostRecord[], candidates: readonly CandidateRecord[]) {
    this.ghosts = ghosts;
    this.#vacancies = new Map(vacancies.map((record) => [record.id, record]));
    this.#candidates = new Map(candidates.map((record) => [record.id, record]));
    this.#idsByNumber = new Map(vacancies.map(({ id, document }) => [String(document.vacatureReferentie.vdabReferentie), id]));
  }

  readonly vacancy = (id: string): VacancyRecord | undefined => this.#vacancies.get(id.toLowerCase());

  readonly vacancyByNumber = (number: string): VacancyRecord | undefined => this.#vacancies.get(this.#idsByNumber.get(number) ?? '');

  readonly numberOf = (id: string): number | undefined => this.vacancy(id)?.document.vacatureReferentie.vdabReferentie;

  readonly candidate = (id: string): CandidateRecord | undefined => this.#candidates.get(id.toLowerCase());

  /** The vacancies in the order of their making. */
  vacancies(): readonly VacancyRecord[] {
    return [...this.#vacancies.values()];
  }

  /** The CVs in the order of their making. */
  candidates(): readonly CandidateRecord[] {
    return [...this.#candidates.values()];
  }

  putVacancy(record: VacancyRecord): void {
    this.#vacancies.set(record.id, record);
  }

  putCandidate(record: CandidateRecord): void {
    this.#candidates.set(record.id, record);
  }
}
