import type { JobDraft } from '../drafts.ts';
import type { CsoLists } from '../lists.ts';
import type { Rule } from '../rule.ts';

export type JobRule = Rule<JobDraft, CsoLists>;

/** A rule that the CSO document states: a job that breaks it is not sent. */
export function documented(rule: Omit<JobRule, 'channel' | 'severity'>): JobRule {
  return { ...rule, channel: 'CSO', severity: 'ERROR' };
}

/** A rule that is only inferred: CSO judges. */
export function inferred(rule: Omit<JobRule, 'channel' | 'severity'>): JobRule {
  return { ...rule, channel: 'CSO', severity: 'WARNING' };
}
