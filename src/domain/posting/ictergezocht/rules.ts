import { dayInAmsterdam } from '../../amsterdam.ts';
import { isIsoDate } from '../../days.ts';
import { codeRules } from '../code-rules.ts';
import type { VacancyDraft } from '../drafts.ts';
import { requiredRule } from '../required-rule.ts';
import type { Problem } from '../rule.ts';
import { isLonger } from '../text-forms.ts';
import { valuesAt } from '../values-at.ts';
import { vacancyFields } from './fields.ts';
import { formRules } from './form-rules.ts';
import { inferred, type VacancyRule } from './rule.ts';

/** Forms of a fixed length have a rule of their own. */
const bounded = vacancyFields.filter(({ path, maxLength }) => maxLength !== null && path !== 'countryCode');

const lengthRule = inferred({
  code: 'ICTERGEZOCHT_LENGTH',
  description: 'Texts are not longer than the document lets the same things be in its webhook.',
  paths: bounded.map(({ path }) => path),
  cites: 'ICTerGezocht document, Webhooks, Sollicitaties, Velden',
  check: (vacancy) =>
    bounded.flatMap(({ path, maxLength }) =>
      valuesAt(vacancy, path)
        .filter(({ value }) => typeof value === 'string' && maxLength !== null && isLonger(value, maxLength))
        .map(({ field }): Problem => ({ field, code: 'TOO_LONG', message: (named) => `${named(...field)} has more than ${maxLength} characters, which ICTerGezocht may cut or refuse: shorten it.` })),
    ),
});

const pastRule = inferred({
  code: 'ICTERGEZOCHT_NOT_CLOSED_ALREADY',
  description: 'The date of taking off is not in the past.',
  paths: ['autoDeleteDate'],
  cites: 'ICTerGezocht document: nothing is said of it',
  check: ({ autoDeleteDate }, _lists, now) =>
    autoDeleteDate !== null && isIsoDate(autoDeleteDate) && autoDeleteDate < dayInAmsterdam(now)
      ? [{ field: ['autoDeleteDate'], code: 'OUT_OF_RANGE', message: `${autoDeleteDate} is past already, so that nobody will see the vacancy: take a day in the future.` }]
      : [],
});

/** Everything that ICTerGezocht asks of a vacancy (ICTerGezocht document, Vacatures and Bedrijf). */
export const vacancyRules: readonly VacancyRule[] = [
  requiredRule<VacancyDraft>({ code: 'ICTERGEZOCHT_REQUIRED', channel: 'ICTERGEZOCHT', cites: 'ICTerGezocht document, Vacatures, Toevoegen' }, vacancyFields),
  ...codeRules<VacancyDraft>({ channel: 'ICTERGEZOCHT', cites: 'ICTerGezocht document, Bedrijf, by the names of its endpoints' }, vacancyFields),
  ...formRules,
  lengthRule,
  pastRule,
];
