import { Big } from 'big.js';
import type { Sandbox } from '../../sandbox/index.ts';

export interface TrueFigures {
  readonly clicks: number;
  readonly cost: number;
  readonly applications: number;
}
export type BoardVacancy = Sandbox['definitions']['ictergezocht']['data']['vacancies'][number];

const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const hourMs = 3_600_000;

/** The day in Amsterdam by the machine's own time zones. */
export function dayOf(epochMs: number): string {
  return amsterdam.format(epochMs);
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The first and last instant of a period, found by asking which day it is. */
function boundsOf({ from, to }: Days): readonly [number, number] {
  return [firstOf(from), firstOf(to) + lengthMs(to)];
}

function firstOf(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return [midnight - 2 * hourMs, midnight - hourMs].find((at) => dayOf(at) === day) ?? Number.NaN;
}

function lengthMs(day: string): number {
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10);
  return firstOf(next) - firstOf(day);
}

/** What the sandbox's data say of an account's vacancies over a period, null is all of it. */
export class InsightTruth {
  readonly vacancies: readonly BoardVacancy[];
  readonly #data: Sandbox['definitions']['ictergezocht']['data'];

  constructor(sandbox: Sandbox, account: 'A' | 'B' = 'A') {
    this.#data = sandbox.definitions.ictergezocht.data;
    this.vacancies = this.#data.vacancies.filter((vacancy) => vacancy.account === account);
  }

  of(vacancies: readonly BoardVacancy[], period: Days | null): TrueFigures {
    const [from, until] = period === null ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : boundsOf(period);
    const within = (at: number): boolean => at >= from && at < until;
    let [clicks, applications, cost] = [0, 0, new Big(0)];
    const byId = new Map(vacancies.map((vacancy) => [vacancy.vacancyId, vacancy]));
    for (const log of [this.#data.clicks.A, this.#data.clicks.B]) {
      for (const [vacancyId, atMs] of log) {
        const vacancy = byId.get(vacancyId);
        if (vacancy === undefined || !within(atMs)) continue;
        clicks += 1;
        cost = cost.plus(vacancy.cpcCents);
      }
    }
    for (const vacancy of vacancies) applications += vacancy.applications.filter(within).length;
    return { clicks, cost: cost.div(100).toNumber(), applications };
  }

  all(period: Days | null): TrueFigures {
    return this.of(this.vacancies, period);
  }
}
