import type { ToldVacancy } from '../../domain/posting/told-vacancy.ts';
import { optionalDate } from '../../http/parse.ts';
import type { InsightPage, InsightRow } from './insight.ts';

/**
 * One reading of the insights for whatever an operation asks of them: page by page until the vacancy is met, and for the next one
 * from there on. There is no call for a single vacancy (ICTerGezocht document, Inzichten).
 */
export class InsightScan {
  readonly #pages: AsyncGenerator<InsightPage>;
  readonly #seen = new Map<string, InsightRow>();
  /** Whoever asks waits for the one before: pages come one after another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pages: AsyncGenerator<InsightPage>) {
    this.#pages = pages;
  }

  /** What is told of a vacancy, null where it does not show. A reading that failed fails for all that come after. */
  find(vacancyId: string): Promise<ToldVacancy | null> {
    const found = this.#last.then(() => this.#readUntil(vacancyId));
    this.#last = found;
    // Each asker hears of a failure itself.
    found.catch(() => undefined);
    return found;
  }

  async #readUntil(vacancyId: string): Promise<ToldVacancy | null> {
    while (!this.#seen.has(vacancyId)) {
      const { done, value } = await this.#pages.next();
      if (done === true) return null;
      for (const row of value.rows) this.#seen.set(row.vacancyId, row);
    }
    const row = this.#seen.get(vacancyId);
    return row === undefined ? null : toldBy(row);
  }
}

function toldBy({ referenceNumber, status, publishDate, city }: InsightRow): ToldVacancy {
  // A status is a number without a published list.
  return { referenceNumber, nativeStatus: status === null ? null : String(status), publishedOn: optionalDate(publishDate), city };
}
