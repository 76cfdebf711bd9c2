import type { VacancyDraft } from '../drafts.ts';
import type { IctergezochtLists } from '../lists.ts';
import type { Rule } from '../rule.ts';

export type VacancyRule = Rule<VacancyDraft, IctergezochtLists>;

/** A rule that the ICTerGezocht document states: a vacancy that breaks it is not sent. */
export function documented(rule: Omit<VacancyRule, 'channel' | 'severity'>): VacancyRule {
  return { ...rule, channel: 'ICTERGEZOCHT', severity: 'ERROR' };
}

/** A rule that is only inferred: ICTerGezocht judges. */
export function inferred(rule: Omit<VacancyRule, 'channel' | 'severity'>): VacancyRule {
  return { ...rule, channel: 'ICTERGEZOCHT', severity: 'WARNING' };
}
