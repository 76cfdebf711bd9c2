/** Collects a body up to a bound. */
export class BodyBuffer {
  readonly #maxBytes: number;
  readonly #chunks: Uint8Array[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** False when the bound is passed; the chunk is then not kept. */
  add(chunk: Uint8Array): boolean {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#maxBytes) return false;
    this.#chunks.push(chunk);
    return true;
  }

  /** The JSON value; null for an empty body. A byte order mark is tolerated. @throws SyntaxError when it is not JSON. */
  json(): unknown {
    const text = Buffer.concat(this.#chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    if (text.trim() === '') return null;
    const value: unknown = JSON.parse(text);
    return value;
  }

  /** The JSON value, or null for anything else: what a refusal may carry. */
  jsonOrNull(): unknown {
    try {
      return this.json();
    } catch {
      return null;
    }
  }
}
