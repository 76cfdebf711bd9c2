import type { PostingChannel } from './drafts.ts';
import type { Severity, UserErrorCode } from './user-error.ts';

/** Into a draft, e.g. `["publicationSets", "0", "publications", "1", "endsAt"]`. */
export type FieldPath = readonly string[];

/** How the caller's input calls a field, e.g. `cso.payScales`. */
export type Named = (...field: FieldPath) => string;
/** What is wrong and how to mend it; a function where it speaks of fields, which each input calls its own way. */
export type Message = string | ((named: Named) => string);

/** One place where a draft breaks a rule. */
export interface Problem {
  readonly field: FieldPath;
  readonly code: UserErrorCode;
  readonly message: Message;
}

/** What a rule says of a draft: its problems, or that the list which it needs could not be read. */
export type Verdict = readonly Problem[] | 'unchecked';

/** A rule of a channel: what it is, where it is written, and how it is checked. */
export interface Rule<Content, Lists> {
  /** Stable, e.g. `CSO_POSTCODE_WITH_DUTCH_REGION`. */
  readonly code: string;
  readonly channel: PostingChannel;
  readonly severity: Severity;
  readonly description: string;
  /** The fields that it looks at, in the names of the channel's own input. */
  readonly paths: readonly string[];
  /** Document and section. */
  readonly cites: string;
  readonly check: (content: Content, lists: Lists, now: Date) => Verdict;
}
