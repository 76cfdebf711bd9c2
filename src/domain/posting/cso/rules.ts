import { codeRules } from '../code-rules.ts';
import type { JobDraft } from '../drafts.ts';
import { requiredRule } from '../required-rule.ts';
import { applicationRules } from './application-rules.ts';
import { extraRule } from './extra-rule.ts';
import { jobFields } from './fields.ts';
import { payRules } from './pay-rules.ts';
import { placeRules } from './place-rules.ts';
import { publicationRules } from './publication-rules.ts';
import { rangeRules } from './range-rules.ts';
import { documented, type JobRule } from './rule.ts';

const organisationRule = documented({
  code: 'CSO_UNKNOWN_ORGANISATION',
  description: 'The organisation must exist in the list of organisations as it stands now.',
  paths: ['organisationCode'],
  cites: 'CSO document, 5.7 and 5.10',
  check: ({ organisationCode }, { organisations }) => {
    if (organisationCode === null || organisationCode.trim() === '') return [];
    if (organisations === null) return 'unchecked';
    if (organisations.some(({ code }) => code === organisationCode)) return [];
    return [{ field: ['organisationCode'], code: 'UNKNOWN_CODE', message: `${organisationCode} is no organisation of CSO: take a code of organisations.` }];
  },
});

/** Everything that CSO asks of a job (CSO document, 3.5, 5.6 and 5.10). */
export const jobRules: readonly JobRule[] = [
  requiredRule<JobDraft>({ code: 'CSO_REQUIRED', channel: 'CSO', cites: 'CSO document, 5.10, the least that a job needs' }, jobFields),
  organisationRule,
  ...codeRules<JobDraft>({ channel: 'CSO', cites: 'CSO document, 5.6' }, jobFields),
  ...placeRules,
  ...applicationRules,
  ...payRules,
  ...publicationRules,
  ...rangeRules,
  extraRule,
];
