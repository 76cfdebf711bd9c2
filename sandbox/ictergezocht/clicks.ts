import type { Page } from './paging.ts';
import type { Period } from './period.ts';

/** One click: compact, for there are tens of thousands. */
export type Click = readonly [vacancyId: number, atMs: number, ip: string];

/** The clicks of one account in the order of time, and those of each of its vacancies. */
export class ClickLog {
  readonly #all: Click[];
  readonly #byVacancy = new Map<number, Click[]>();

  constructor(clicks: readonly Click[]) {
    this.#all = inOrder(clicks);
    for (const click of this.#all) this.#of(click[0]).push(click);
  }

  get all(): readonly Click[] {
    return this.#all;
  }

  /** Keeps one more click, in its place. */
  add(click: Click): void {
    for (const list of [this.#all, this.#of(click[0])]) list.splice(firstAt(list, click[1] + 1), 0, click);
  }

  /** One page of the clicks of a period, of these vacancies where some are given, and how many there are in all. */
  page(period: Period, page: Page, vacancyIds?: readonly number[]): { readonly total: number; readonly clicks: readonly Click[] } {
    const list = vacancyIds === undefined ? this.#all : inOrder(vacancyIds.flatMap((id) => this.#byVacancy.get(id) ?? []));
    const { from, until } = rangeOf(list, period);
    return { total: until - from, clicks: list.slice(from + page.offset, Math.min(until, from + page.offset + page.limit)) };
  }

  count(period: Period, vacancyId: number): number {
    const { from, until } = rangeOf(this.#byVacancy.get(vacancyId) ?? [], period);
    return until - from;
  }

  #of(vacancyId: number): Click[] {
    const known = this.#byVacancy.get(vacancyId);
    if (known !== undefined) return known;
    const list: Click[] = [];
    this.#byVacancy.set(vacancyId, list);
    return list;
  }
}

/** By time, then by vacancy. */
function inOrder(clicks: readonly Click[]): Click[] {
  return clicks.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);
}

/** Where the clicks of a period begin and end in a sorted list. */
function rangeOf(list: readonly Click[], { fromMs, untilMs }: Period): { readonly from: number; readonly until: number } {
  const from = firstAt(list, fromMs);
  return { from, until: Math.max(from, firstAt(list, untilMs)) };
}

/** Where the first click at or after an instant stands. */
function firstAt(list: readonly Click[], atMs: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.[1] ?? Number.POSITIVE_INFINITY) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
