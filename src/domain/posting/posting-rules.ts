import { jobFields } from './cso/fields.ts';
import { jobRules } from './cso/rules.ts';
import type { PostingChannel } from './drafts.ts';
import type { FieldRule } from './field.ts';
import { vacancyFields } from './ictergezocht/fields.ts';
import { vacancyRules } from './ictergezocht/rules.ts';
import type { Rule } from './rule.ts';

/** A rule as it is told. */
export type ConditionalRule = Omit<Rule<never, never>, 'channel' | 'check'>;

/** All that a channel asks. */
export interface PostingRules {
  readonly channel: PostingChannel;
  /** In the names of the channel's own input: saveJob's, createVacancy's. */
  readonly fields: readonly FieldRule[];
  readonly rules: readonly ConditionalRule[];
}

/** What a channel asks, from the same rules that are applied. */
export function postingRulesOf(channel: PostingChannel): PostingRules {
  switch (channel) {
    case 'CSO':
      return { channel, fields: jobFields, rules: jobRules.map(told) };
    case 'ICTERGEZOCHT':
      return { channel, fields: vacancyFields, rules: vacancyRules.map(told) };
  }
}

function told<Content, Lists>({ code, severity, description, paths, cites }: Rule<Content, Lists>): ConditionalRule {
  return { code, severity, description: `${description} (${cites})`, paths, cites };
}
