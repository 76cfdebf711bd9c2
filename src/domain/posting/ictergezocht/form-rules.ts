import { iso31661 } from 'iso-3166';
import { isIsoDate } from '../../days.ts';
import type { Problem } from '../rule.ts';
import { isEmail, isMissing, isWebUrl } from '../text-forms.ts';
import { valuesAt } from '../values-at.ts';
import { documented, type VacancyRule } from './rule.ts';

const cites = 'ICTerGezocht document, Vacatures, Toevoegen';
const countries: ReadonlySet<string> = new Set(iso31661.map(({ alpha2 }) => alpha2));

/** How values are written. */
export const formRules: readonly VacancyRule[] = [
  formRule('COUNTRY_CODE', ['countryCode'], 'The country is two capitals of ISO 3166.', (text) => (countries.has(text) ? null : 'is no country of ISO 3166: write two capitals, as NL or BE')),
  formRule('DATE_FORM', ['autoDeleteDate'], 'The date of taking off is a day of the calendar in ISO 8601.', (text) => (isIsoDate(text) ? null : 'is no date: write an existing day as YYYY-MM-DD')),
  formRule('EMAIL_FORM', ['companyUser.email'], 'Applications are sent to an e-mail address, which must be one.', (text) => (isEmail(text) ? null : 'is no e-mail address: write one as name@domain.nl')),
  formRule('URL_FORM', ['company.logoUrl', 'companyUser.photoUrl'], 'Logo and photo are absolute http or https URLs.', (text) => (isWebUrl(text) ? null : 'is no URL: write it in full, from https:// on')),
];

/** A rule on the form of texts. @param problemOf what is wrong with a text, null where nothing is */
function formRule(name: string, paths: readonly string[], description: string, problemOf: (text: string) => string | null): VacancyRule {
  return documented({
    code: `ICTERGEZOCHT_${name}`,
    description,
    paths,
    cites,
    check: (vacancy) =>
      paths
        .flatMap((path) => valuesAt(vacancy, path))
        .filter(({ value }) => value !== null && value !== undefined && !isMissing(value))
        .flatMap(({ field, value }): Problem[] => {
          const problem = problemOf(String(value));
          return problem === null ? [] : [{ field, code: 'INVALID_FORMAT', message: (named) => `${named(...field)} ${problem}.` }];
        }),
  });
}
