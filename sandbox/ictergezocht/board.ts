import type { ClickLog } from './clicks.ts';
import type { VacancyPayload } from './payload.ts';

/** A vacancy on the board. */
export interface BoardVacancy {
  readonly vacancyId: number;
  readonly account: 'A' | 'B';
  /** What was posted, or put in its place since. */
  payload: VacancyPayload;
  readonly postedMs: number;
  /** Whether it was posted through the API since the sandbox started: only those can lag in the insights. */
  readonly fresh: boolean;
  /** Days that it is paid to run. */
  readonly runtime: number;
  readonly campaign: string | null;
  readonly functionGroup: string | null;
  readonly cpcCents: number;
  deletedMs: number | undefined;
  /** When it was applied to, oldest first, milliseconds since the epoch. */
  readonly applications: number[];
}

/** The vacancies and clicks of both accounts. */
export class Board {
  readonly vacancies: BoardVacancy[];
  readonly clicks: Readonly<Record<'A' | 'B', ClickLog>>;
  readonly #byId: Map<number, BoardVacancy>;
  #nextId: number;

  constructor(vacancies: BoardVacancy[], clicks: Readonly<Record<'A' | 'B', ClickLog>>) {
    this.vacancies = vacancies;
    this.clicks = clicks;
    this.#byId = new Map(vacancies.map((vacancy) => [vacancy.vacancyId, vacancy]));
    this.#nextId = Math.max(0, ...vacancies.map(({ vacancyId }) => vacancyId)) + 1;
  }

  find(vacancyId: number): BoardVacancy | undefined {
    return this.#byId.get(vacancyId);
  }

  /** A vacancy of an account that is not deleted. */
  live(account: string, vacancyId: number): BoardVacancy | undefined {
    const vacancy = this.find(vacancyId);
    return vacancy?.account === account && vacancy.deletedMs === undefined ? vacancy : undefined;
  }

  /** Every vacancy of an account that holds a reference number, deleted ones too. */
  idsByReference(account: string, referenceNumber: string): number[] {
    return this.vacancies.filter((vacancy) => vacancy.account === account && vacancy.payload.referenceNumber === referenceNumber).map(({ vacancyId }) => vacancyId);
  }

  /** The live vacancy of an account that holds a reference number. */
  liveByReference(account: string, referenceNumber: string): BoardVacancy | undefined {
    return this.vacancies.find((vacancy) => vacancy.payload.referenceNumber === referenceNumber && vacancy.account === account && vacancy.deletedMs === undefined);
  }

  post(account: 'A' | 'B', payload: VacancyPayload, postedMs: number): BoardVacancy {
    const vacancyId = this.#nextId;
    this.#nextId += 1;
    const vacancy: BoardVacancy = { vacancyId, account, payload, postedMs, fresh: true, runtime: 60, campaign: null, functionGroup: null, cpcCents: 35, deletedMs: undefined, applications: [] };
    this.vacancies.push(vacancy);
    this.#byId.set(vacancyId, vacancy);
    return vacancy;
  }
}
