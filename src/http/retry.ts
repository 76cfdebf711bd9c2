import type { HttpRequest, Wrap } from './call.ts';
import { AbortedError, BudgetError, HttpError, TimeoutError } from './errors.ts';
import { type RetryBudget, retryBudget } from './retry-budget.ts';
import { retryDelayMs, type RetryLimits } from './retry-decision.ts';
import { sleep as realSleep, type Sleep } from './waiting.ts';

export interface RetryOptions extends Partial<RetryLimits> {
  /** How many calls may be repeated; what repeats calls with one credential shares it. */
  readonly budget?: RetryBudget;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/**
 * Repeats what `retryDelayMs` says is worth repeating while the budget lasts, and waits in between; a caller that leaves ends the wait. Each
 * attempt counts against its operation.
 */
export function retry(options: RetryOptions = {}): Wrap {
  const { maxAttempts = 3, baseDelayMs = 200, maxDelayMs = 30_000 } = options;
  const { now = Date.now, sleep = realSleep, random = Math.random } = options;
  const { budget = retryBudget({ now }) } = options;
  const limits = { maxAttempts, baseDelayMs, maxDelayMs };
  // Nobody waits for an answer of bulk, and what it has read so far would be lost: it sits out an upstream's bad minute.
  const patient = { maxAttempts: maxAttempts + 2, baseDelayMs: baseDelayMs * 2, maxDelayMs: maxDelayMs * 4 };
  return (next) => async (request) => {
    let met: unknown;
    budget.note();
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (request.spend?.() === false) throw new BudgetError(request);
        return await next(request);
      } catch (error) {
        const delayMs = retryDelayMs(error, attempt, request, now(), random, request.priority === 'bulk' ? patient : limits);
        met = moreTelling(error, met);
        if (delayMs === null || !(isBidden(error, request) || budget.take())) throw met;
        await sleep(delayMs, request.signal).catch((cause: unknown) => {
          throw new AbortedError(request, { sent: error instanceof HttpError && error.sent, cause });
        });
      }
    }
  };
}

/**
 * Bulk that comes back when the upstream said to is no storm: it is one call at a time, at the upstream's own word, and what it has read so far
 * would be lost. Interactive calls are many, and all told the same moment.
 */
function isBidden(error: unknown, { priority }: HttpRequest): boolean {
  return priority === 'bulk' && error instanceof HttpError && error.retryAfterSeconds !== undefined;
}

/** A last attempt that merely ran out of the caller's time says less of the upstream than the one before, and must not hide it. */
function moreTelling(last: unknown, before: unknown): unknown {
  if (!(last instanceof TimeoutError) || last.fair || !(before instanceof HttpError)) return last;
  return last.sent && !before.sent ? last : before;
}
