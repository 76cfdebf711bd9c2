interface Entry {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** What is to happen, by when: a heap. Of what is at the same time, the first that was put in happens first. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #count = 0;

  add(at: number, work: () => void): void {
    this.#heap.push({ at, order: this.#count, work });
    this.#count += 1;
    for (let index = this.#heap.length - 1; index > 0; ) {
      const above = (index - 1) >>> 1;
      if (!this.#isBefore(index, above)) return;
      this.#swap(index, above);
      index = above;
    }
  }

  /** Does what is due by then, and what that leads to. */
  workUntil(time: number): void {
    for (let [first] = this.#heap; first !== undefined && first.at <= time; [first] = this.#heap) {
      const last = this.#heap.pop();
      if (last !== undefined && last !== first) {
        this.#heap[0] = last;
        this.#sink();
      }
      first.work();
    }
  }

  #sink(): void {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      let first = index;
      if (left < this.#heap.length && this.#isBefore(left, first)) first = left;
      if (right < this.#heap.length && this.#isBefore(right, first)) first = right;
      if (first === index) return;
      this.#swap(index, first);
      index = first;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
