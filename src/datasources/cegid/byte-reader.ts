/** Reads a body piece by piece, holding no more of it than the piece that is asked for. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Whether so many bytes are at hand; reads on until they are, or until the end. */
  async has(bytes: number): Promise<boolean> {
    while (this.#held.length + this.#waitingBytes < bytes && !this.#ended) {
      const { done, value } = await this.#source.next();
      if (done === true) {
        this.#ended = true;
      } else {
        this.#waiting.push(value);
        this.#waitingBytes += value.byteLength;
      }
    }
    return this.#held.length + this.#waitingBytes >= bytes;
  }

  /** The next bytes, at most so many, without passing over them. */
  peek(bytes: number): Buffer {
    return this.#gathered().subarray(0, bytes);
  }

  /** The next bytes; `has` must have said that they are there. */
  take(bytes: number): Buffer {
    const all = this.#gathered();
    this.#held = all.subarray(bytes);
    return all.subarray(0, bytes);
  }

  /** What is at hand, at least a byte of it; empty at the end. */
  async takeSome(): Promise<Buffer> {
    await this.has(1);
    return this.take(this.#held.length + this.#waitingBytes);
  }

  /** Lets go of the source, read to its end or not. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#source.return?.();
  }

  /** Joined when they are looked at, not at every chunk: a large piece comes in thousands. */
  #gathered(): Buffer {
    if (this.#waiting.length > 0) {
      this.#held = Buffer.concat([this.#held, ...this.#waiting]);
      this.#waiting = [];
      this.#waitingBytes = 0;
    }
    return this.#held;
  }
}
