/** Bytes kept for a slow reader before the upstream is asked to pause. */
const highWaterBytes = 256 * 1024;

/** A body between the socket and one reader. A reader that leaves its loop lets go of the connection. */
export class ByteStream implements AsyncIterable<Uint8Array> {
  readonly #onDrained: () => void;
  readonly #onLeft: () => void;
  #chunks: Uint8Array[] = [];
  #bytes = 0;
  #ended = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(reader: { readonly onDrained: () => void; readonly onLeft: () => void }) {
    this.#onDrained = reader.onDrained;
    this.#onLeft = reader.onLeft;
  }

  /** False when the reader is behind. */
  push(chunk: Uint8Array): boolean {
    this.#chunks.push(chunk);
    this.#bytes += chunk.byteLength;
    this.#wake?.();
    return this.#bytes < highWaterBytes;
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** What was read before the failure is not handed out: half a body is of no use, and the reader should stop at once. */
  fail(error: Error): void {
    this.#error = error;
    this.#chunks = [];
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      while (true) {
        const chunk = this.#chunks.shift();
        if (chunk !== undefined) {
          yield chunk;
          this.#bytes -= chunk.byteLength;
          if (this.#chunks.length === 0 && !this.#ended) this.#onDrained();
        } else if (this.#error !== undefined) {
          throw this.#error;
        } else if (this.#ended) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      if (!this.#ended) this.#onLeft();
    }
  }
}
