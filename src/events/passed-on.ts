/**
 * What is made of each thing that is heard; null passes it over. Leaving it ends the hearing at once, also while nothing is told: an
 * async generator would wait for what comes next.
 */
export function passedOn<From, To>(hearing: AsyncIterableIterator<From>, make: (thing: From) => To | null | Promise<To | null>): AsyncIterableIterator<To> {
  return {
    async next() {
      for (;;) {
        const { done, value } = await hearing.next();
        if (done === true) return { done: true, value: undefined };
        const made = await make(value);
        if (made !== null) return { done: false, value: made };
      }
    },
    async return() {
      await hearing.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
