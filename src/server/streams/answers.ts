import type { ExecutionResult } from 'graphql';

/** What a client is told of a subscription, one answer an event. */
export type Answers = AsyncGenerator<ExecutionResult, void, void>;

export interface AnswersOptions {
  readonly events: AsyncIterableIterator<ExecutionResult>;
  readonly format: (result: ExecutionResult) => ExecutionResult;
  /** What a client is told in the end where the events end by an error. */
  readonly formatEnd: (error: unknown) => ExecutionResult;
  /** Called behind each event, whatever came of it. */
  readonly eventOver: () => void;
  /** Why they were cut off from outside; null where they were not. */
  readonly cutOff: () => Error | null;
  /** Called once there are no more. */
  readonly over: () => void;
}

/** Answers until the events end, by themselves or by an error, which is the last answer. Leaving them ends them at once, also while none comes. */
export function answersTo({ events, format, formatEnd, eventOver, cutOff, over }: AnswersOptions): Answers {
  const done: IteratorResult<ExecutionResult, void> = { done: true, value: undefined };
  let ended = false;

  function end(): void {
    if (ended) return;
    ended = true;
    over();
  }
  async function leave(): Promise<void> {
    end();
    await events.return?.();
  }

  return {
    async next() {
      if (ended) return done;
      try {
        const event = await events.next();
        if (event.done !== true) return { done: false, value: format(event.value) };
        const why = cutOff();
        end();
        return why === null ? done : { done: false, value: formatEnd(why) };
      } catch (error) {
        await leave();
        return { done: false, value: formatEnd(cutOff() ?? error) };
      } finally {
        eventOver();
      }
    },
    async return() {
      await leave();
      return done;
    },
    async throw(error: unknown) {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await leave();
    },
  };
}

/** A single answer, such as why there are none. */
export async function* onlyAnswer(answer: ExecutionResult): Answers {
  yield answer;
}
