/**
 * What `aantal` in an answer counts. The document shows more than the page has in its words and as many in its JSON:
 * it is the total of the matches or the rows of the page, and one answer that can only be the one tells which.
 */
export class CountReading {
  #reading: 'total' | 'page' | null = null;

  /**
   * The total of the matches as far as an answer tells it, else null.
   * @param stated `aantal` of the answer
   * @param rows how many rows it has, `offset` how many were passed over, `limit` how many were asked for
   */
  total({ stated, rows, offset, limit }: { stated: number | null; rows: number; offset: number; limit: number }): number | null {
    if (stated !== null && stated > rows) this.#reading = 'total';
    else if (stated !== null && stated < offset + rows) this.#reading = 'page';
    if (rows < limit && (rows > 0 || offset === 0)) return offset + rows;
    return this.#reading === 'total' ? stated : null;
  }
}
