import { BodyError, type Target } from './errors.ts';
import { isDeep } from './depth.ts';
import { jsonText } from './json-text.ts';

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

  /** The JSON value; null for an empty body. A byte order mark is tolerated. @throws BodyError when it is not JSON, or too deep */
  json(target: Target): unknown {
    const value = this.#parsed(target);
    if (isDeep(value)) throw new BodyError(target, 'too-deep');
    return value;
  }

  #parsed(target: Target): unknown {
    const text = this.#text();
    if (text.trim() === '') return null;
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      // The parser's own error quotes the text it stumbled over, which may be anyone's data.
      throw new BodyError(target, 'not-json');
    }
  }

  /** A small body comes in one piece, which need not be copied. */
  #text(): string {
    const [first, ...others] = this.#chunks;
    if (first === undefined) return '';
    const bytes = others.length === 0 ? Buffer.from(first.buffer, first.byteOffset, first.byteLength) : Buffer.concat(this.#chunks);
    return jsonText(bytes);
  }

  /** The JSON value, or null for anything else: what a refusal may carry. */
  jsonOrNull(target: Target): unknown {
    try {
      return this.json(target);
    } catch {
      return null;
    }
  }
}
