import { StatusError } from '../../http/errors.ts';

/**
 * A path that the document spells in two ways: the first is asked, after a 404 the other one, and the one that answered is kept.
 * From then on a 404 means what it says. Until it is known, calls go one after the other, so that only one of them finds out.
 */
export class EitherPath {
  readonly #spellings: readonly [string, string];
  #known: string | undefined;
  #probe: Promise<void> | undefined;

  constructor(spellings: readonly [string, string]) {
    this.#spellings = spellings;
  }

  async ask<T>(call: (prefix: string) => Promise<T>): Promise<T> {
    while (this.#known === undefined && this.#probe !== undefined) await this.#probe;
    if (this.#known !== undefined) return call(this.#known);
    const answer = this.#findOut(call);
    const over = () => {
      this.#probe = undefined;
    };
    this.#probe = answer.then(over, over);
    return answer;
  }

  async #findOut<T>(call: (prefix: string) => Promise<T>): Promise<T> {
    const [first, second] = this.#spellings;
    try {
      const answer = await call(first);
      this.#known = first;
      return answer;
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    const answer = await call(second);
    this.#known = second;
    return answer;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof StatusError && error.status === 404 && !error.ofCredential;
}
