import type { JobDraft } from '../drafts.ts';
import type { CsoLists } from '../lists.ts';
import type { Verdict } from '../rule.ts';
import { isMissing } from '../text-forms.ts';
import { documented, inferred, type JobRule } from './rule.ts';

const cites = 'CSO document, 5.10, salary';

/** What is paid: scales or amounts as the organisation has it, never both; a text stands in for either. */
export const payRules: readonly JobRule[] = [
  documented({
    code: 'CSO_NEVER_SCALES_AND_AMOUNTS',
    description: 'A job has pay scales or salary amounts, never both.',
    paths: ['payScales', 'salaryMin', 'salaryMax'],
    cites,
    check: (job) =>
      hasScales(job) && amountOf(job) !== null
        ? [{ field: ['payScales'], code: 'CONFLICT', message: (named) => `${named('payScales')} excludes ${named('salaryMin')} and ${named('salaryMax')}: keep the scales if the organisation pays by scale, else the amounts.` }]
        : [],
  }),
  documented({
    code: 'CSO_PAY_IS_STATED',
    description: 'A job states its pay: as scales, as amounts, or in words.',
    paths: ['payDescription', 'payScales', 'salaryMin', 'salaryMax'],
    cites,
    check: (job) =>
      !hasScales(job) && amountOf(job) === null && isMissing(job.payDescription)
        ? [{ field: ['payDescription'], code: 'REQUIRED', message: (named) => `The pay is required: state ${named('payScales')} if the organisation pays by scale, else ${named('salaryMin')} and ${named('salaryMax')}, or ${named('payDescription')} in words.` }]
        : [],
  }),
  inferred({
    code: 'CSO_SCALES_OR_AMOUNTS_AS_THE_ORGANISATION_HAS_IT',
    description: 'Organisations that pay by scale want scales and no amounts, others amounts and no scales. No list tells which do.',
    paths: ['payScales', 'salaryMin', 'salaryMax', 'organisationCode'],
    cites,
    check: payOfOrganisation,
  }),
];

function payOfOrganisation(job: JobDraft, lists: CsoLists): Verdict {
  const amount = amountOf(job);
  // Both is an error already, neither leaves nothing to compare.
  if (hasScales(job) === (amount !== null) || isMissing(job.organisationCode)) return [];
  const paysByScale = paysByScaleAsFarAsKnown(job.organisationCode, lists);
  if (paysByScale === 'unchecked') return 'unchecked';
  const stated = hasScales(job) ? 'payScales' : (amount ?? 'salaryMin');
  if (paysByScale === hasScales(job)) return [];
  const seems = paysByScale === null ? 'It is not known whether' : paysByScale ? 'It seems that' : 'It does not seem that';
  return [
    {
      field: [stated],
      code: 'CONFLICT',
      message: (named) => `${seems} organisation ${job.organisationCode} pays by scale, so CSO may refuse ${named(stated)}: make sure, or state ${named('payDescription')} alone, which suits every organisation.`,
    },
  ];
}

/** Those of the state (Rijksoverheid) mostly do, by 5.10. Null where the list does not tell the sector. */
function paysByScaleAsFarAsKnown(code: string | null, { organisations }: CsoLists): boolean | null | 'unchecked' {
  if (organisations === null) return 'unchecked';
  const sector = organisations.find((one) => one.code === code)?.sector ?? null;
  return sector === null ? null : /rijk/i.test(sector);
}

function hasScales({ payScales }: JobDraft): boolean {
  return !isMissing(payScales);
}

/** The field that states an amount, null where none does. */
function amountOf({ salaryMin, salaryMax }: JobDraft): 'salaryMin' | 'salaryMax' | null {
  if (salaryMin !== null) return 'salaryMin';
  return salaryMax === null ? null : 'salaryMax';
}
