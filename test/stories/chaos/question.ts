import type { ErrorCode } from '../../../src/domain/errors.ts';
import type { SourceName } from '../../../src/domain/source-name.ts';
import type { Random } from '../../../sandbox/kit/random.ts';
import type { Answer, GraphQLFailure } from '../../support/gateway.ts';
import type { Asker } from './askers.ts';
import type { ChaosTruth } from './truth.ts';

/** What an answer tells of a source. */
export interface Report {
  readonly source: SourceName;
  readonly status: 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';
  readonly totalCount?: number | null;
  readonly stale: boolean;
  readonly fetchedAt: string | null;
  readonly error: { readonly code: string } | null;
}

/** The selection that reads it. */
export const reportFields = 'sources { source status totalCount stale fetchedAt error { code } }';

/** The data of an answer by the names of its root fields; a check takes each for what its own document selects. */
export type Data = Readonly<Record<string, unknown>>;

/** Where what is wrong with an answer is told. */
export type Complain = (what: string) => void;

/** An operation, and what a right answer to it is. */
export interface Question {
  readonly kind: string;
  readonly asker: Asker;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Sources that it reads. */
  readonly sources: readonly SourceName[];
  /** Whether a source may be PARTIAL without any fault. */
  readonly mayBePartial?: true;
  /** The code that it is refused with; absent: it is to be answered. */
  readonly refusal?: ErrorCode;
  /** Holds what is given against the truth; what a source could not give is judged elsewhere. */
  check(data: Data, errors: readonly GraphQLFailure[], complain: Complain): void;
  /** The question that goes on from the answer, a further page for one. */
  next?(data: Data): Question | null;
}

/** What questions are made from. */
export interface Making {
  readonly random: Random;
  readonly truth: ChaosTruth;
}

export type GivenAnswer = Pick<Answer<Data>, 'status' | 'data' | 'errors'>;

/** Whether an error stands at a place of the answer, or within it. */
export function isLostAt(errors: readonly GraphQLFailure[], path: readonly (string | number)[]): boolean {
  return errors.some((error) => path.every((part, index) => error.path?.[index] === part));
}
