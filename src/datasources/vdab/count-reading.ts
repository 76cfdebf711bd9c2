/** A page of a list answer: what `aantal` says in it, its rows, how many were passed over and how many were asked for. */
export interface CountedPage {
  readonly stated: number | null;
  readonly rows: number;
  readonly offset: number;
  readonly limit: number;
}

/**
 * What `aantal` in an answer counts. The document shows one number in its words and another in its JSON: it is the total of the
 * matches or the rows of the page. An answer that can only be the one tells which, for those that could be either.
 */
export class CountReading {
  #counts: 'total' | 'page' | null = null;

  /** The total of the matches as far as it is known, and whether more follow: to be paged to a short or empty page, or to the total. */
  page({ stated, rows, offset, limit }: CountedPage): { readonly total: number | null; readonly more: boolean } {
    if (stated !== null && stated > rows) this.#counts = 'total';
    else if (stated !== null && stated < offset + rows) this.#counts = 'page';
    if (stated !== null && this.#counts === 'total') return { total: stated, more: rows > 0 && offset + rows < stated };
    const short = rows < limit;
    return { total: short && (rows > 0 || offset === 0) ? offset + rows : null, more: !short };
  }
}
