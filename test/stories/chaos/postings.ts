import type { Sandbox } from '../../../sandbox/index.ts';
import type { Answer } from '../../support/gateway.ts';
import { both, type Channel, counts, publishDocument, publishInput } from '../posting/story.ts';

/** One vacancy that is posted, and what was said of it so far. */
interface Posted {
  readonly reference: string;
  readonly key: string;
  readonly title: string;
  /** By channel, the last word that settles it, and when it was heard, milliseconds of `performance.now()`. */
  readonly settled: Map<string, { readonly status: string; readonly vacancyId: string | null; readonly at: number }>;
}

/** What the operation of a posting answers. */
export interface PostingAnswer {
  readonly result: { readonly channels: readonly Channel[] } | null;
}

/** The postings of a run: each is sent under one key until both channels are settled, and never is there more than one vacancy of it. */
export interface Postings {
  /** The operation of a posting that is new, or that has not come to its end. */
  operation(reference: string): { readonly document: string; readonly variables: Readonly<Record<string, unknown>> };
  /** Another reference number. */
  begin(): string;
  /** Those that have not come to their end. */
  unsettled(): readonly string[];
  /** Whether a reference number is of this run. */
  isOurs(reference: string): boolean;
  /** Holds an answer against what the channels truly have, and against what was heard before it was asked for. @returns what is wrong */
  answered(reference: string, answer: Pick<Answer<PostingAnswer>, 'data'>, askedAt: number): readonly string[];
  /** Holds everything that was said against what the channels truly have. @returns what is wrong */
  check(): readonly string[];
  readonly count: number;
}

const sides = { CSO: 'cso', ICTERGEZOCHT: 'board' } as const;
/** No word of it is in the sandbox's own titles, so that no search that is checked meets it. */
const title = 'Zzyzx';

function isSettled({ settled }: Posted): boolean {
  return both.every((channel) => settled.has(channel));
}

/** Who asks while another's call of the same goes on for long is told to ask again, whatever is known already. */
function isUnderWay({ status, error }: Channel): boolean {
  return status === 'UNCERTAIN' && error?.code === 'UPSTREAM_TIMEOUT' && error.retryAfterSeconds !== null;
}

/** @param run names the run, so that its reference numbers are its own */
export function postingsOf(sandbox: Sandbox, run: string): Postings {
  const all = new Map<string, Posted>();
  const known = (reference: string): Posted => {
    const posted = all.get(reference);
    if (posted === undefined) throw new Error(`nothing was posted as ${reference}`);
    return posted;
  };
  return {
    get count() {
      return all.size;
    },
    begin() {
      const reference = `${run}-${all.size + 1}`;
      all.set(reference, { reference, key: `key of ${reference}`, title: `${title} ${all.size + 1}`, settled: new Map() });
      return reference;
    },
    operation(reference) {
      const { key, title } = known(reference);
      return { document: publishDocument, variables: { input: publishInput(reference, { title }), channels: both, key } };
    },
    unsettled: () => [...all.values()].filter((posted) => !isSettled(posted)).map(({ reference }) => reference),
    isOurs: (reference) => all.has(reference),
    answered(reference, { data }, askedAt) {
      const { settled } = known(reference);
      const wrong: string[] = [];
      const there = counts(sandbox, reference);
      for (const result of data?.result?.channels ?? []) {
        const { channel, status, vacancyId, userErrors } = result;
        const before = settled.get(channel);
        const count = there[sides[channel]];
        const what = `${reference} on ${channel} is ${status}`;
        if (status === 'PUBLISHED' || status === 'UPDATED') {
          if (count !== 1) wrong.push(`${what} and is there ${count} times`);
        } else if (status === 'FAILED') {
          if (count !== 0) wrong.push(`${what}, which is to say that nothing was done, and is there ${count} times`);
        } else if (status !== 'UNCERTAIN') wrong.push(`${what}: ${JSON.stringify(userErrors)}`);
        const isSame = before === undefined || (before.status === status && (before.vacancyId ?? vacancyId) === vacancyId);
        const isNoWord = status === 'UNCERTAIN' && (isUnderWay(result) || (before !== undefined && before.at > askedAt));
        if (!isSame && !isNoWord) wrong.push(`${what} as ${String(vacancyId)} (${JSON.stringify(result.error)}), and was ${before?.status} as ${String(before?.vacancyId)}`);
        if (status !== 'UNCERTAIN') settled.set(channel, { status, vacancyId, at: performance.now() });
      }
      return wrong;
    },
    check() {
      return [...all.values()].flatMap(({ reference, settled }) => {
        const there = counts(sandbox, reference);
        return both.flatMap((channel) => {
          const count = there[sides[channel]];
          const status = settled.get(channel)?.status;
          if (count > 1) return [`${reference} is on ${channel} ${count} times`];
          if ((status === 'PUBLISHED' || status === 'UPDATED') && count === 0) return [`${reference} was acknowledged by ${channel} and is not there`];
          return status === 'FAILED' && count !== 0 ? [`${reference} FAILED on ${channel} and is there`] : [];
        });
      });
    },
  };
}

