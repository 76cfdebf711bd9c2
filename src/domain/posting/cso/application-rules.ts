import type { JobDraft } from '../drafts.ts';
import type { CsoLists } from '../lists.ts';
import type { Problem, Verdict } from '../rule.ts';
import { isEmail, isMissing, isWebUrl } from '../text-forms.ts';
import { valuesAt } from '../values-at.ts';
import { applicationReach } from './application-reach.ts';
import { documented, inferred, type JobRule } from './rule.ts';

const cites = 'CSO document, 5.10, application details, and 5.6';
const contacts = ['applicationContact.email', 'applicationProcedureContact.email', 'informationContact.email'];

/** How one applies: in writing to a postal address, electronically to an e-mail address or at a URL as its type has it. */
export const applicationRules: readonly JobRule[] = [
  documented({
    code: 'CSO_WRITTEN_APPLICATION_NEEDS_ADDRESS',
    description: 'Application in writing needs a postal address: street or PO box, postcode and city.',
    paths: ['applicationAddress.street', 'applicationAddress.postcode', 'applicationAddress.city', 'applicationTypes'],
    cites,
    check: (job) => (job.applicationTypes?.includes('written') === true ? missingAddress(job) : []),
  }),
  documented({
    code: 'CSO_ELECTRONIC_APPLICATION_NEEDS_EMAIL_OR_URL',
    description: 'Electronic application needs an e-mail address or a URL, according to its type; without a type, either.',
    paths: ['applicationEmail', 'applicationUrl', 'applicationTypes', 'onlineApplicationTypes'],
    cites,
    check: (job, lists) => (job.applicationTypes?.includes('electronic') === true ? missingReach(job, lists) : []),
  }),
  documented({
    code: 'CSO_APPLICATION_EMAIL_FORM',
    description: 'The e-mail address for applications must be one.',
    paths: ['applicationEmail'],
    cites,
    check: (job) => {
      const { email } = applicationReach(job);
      return email === null || isEmail(email.value) ? [] : [notEmail(email.field)];
    },
  }),
  documented({
    code: 'CSO_APPLICATION_URL_FORM',
    description: 'The URL for applications must be an absolute http or https one.',
    paths: ['applicationUrl'],
    cites,
    check: (job) => {
      const { url } = applicationReach(job);
      if (url === null || isWebUrl(url.value)) return [];
      return [{ field: url.field, code: 'INVALID_FORMAT', message: (named) => `${named(...url.field)} is no URL: write it in full, from https:// on.` }];
    },
  }),
  inferred({
    code: 'CSO_CONTACT_EMAIL_FORM',
    description: "The contacts' e-mail addresses should be such.",
    paths: contacts,
    cites: 'CSO document, 5.10: nothing is said of their form',
    check: (job) => {
      // That for applications is judged already.
      const judged = applicationReach(job).email?.value;
      return contacts
        .flatMap((path) => valuesAt(job, path))
        .filter(({ value }) => !isMissing(value) && value !== judged && !isEmail(String(value)))
        .map(({ field }) => notEmail(field));
    },
  }),
];

function notEmail(field: readonly string[]): Problem {
  return { field, code: 'INVALID_FORMAT', message: (named) => `${named(...field)} is no e-mail address: write one as name@domain.nl.` };
}

function missingAddress(job: JobDraft): readonly Problem[] {
  const { address } = applicationReach(job);
  if (address === null) {
    return [{ field: ['applicationAddress'], code: 'REQUIRED', message: (named) => `${named('applicationAddress')} is required because one may apply in writing: state street, postcode and city.` }];
  }
  return (['street', 'postcode', 'city'] as const)
    .filter((part) => isMissing(address.value[part]))
    .map((part) => ({ field: [...address.field, part], code: 'REQUIRED', message: (named) => `${named(...address.field, part)} is required because one may apply in writing: state it.` }));
}

function missingReach(job: JobDraft, lists: CsoLists): Verdict {
  const { email, url } = applicationReach(job);
  if (email !== null && url !== null) return [];
  const types = lists.values('ONLINE_JOB_APPLICATION_TYPE');
  const stated = job.onlineApplicationTypes ?? [];
  if (email === null && url === null && (types === null || stated.length === 0)) return [eitherRequired('one may apply electronically')];
  if (types === null) return stated.length === 0 ? [] : 'unchecked';
  const problems = stated.flatMap((code) => {
    const label = types.get(code)?.label ?? code;
    const reason = `one may apply by "${label}"`;
    if (/e-?mail/i.test(label)) return email === null ? [required('applicationEmail', 'An e-mail address', reason)] : [];
    if (/\burl\b/i.test(label)) return url === null ? [required('applicationUrl', 'A URL', reason)] : [];
    return email === null && url === null ? [eitherRequired(reason)] : [];
  });
  return [...new Map(problems.map((problem) => [problem.field.join('.'), problem])).values()];
}

function eitherRequired(reason: string): Problem {
  return { field: ['applicationEmail'], code: 'REQUIRED', message: (named) => `An e-mail address or a URL is required because ${reason}: state ${named('applicationEmail')} or ${named('applicationUrl')}.` };
}

function required(name: 'applicationEmail' | 'applicationUrl', what: string, reason: string): Problem {
  return { field: [name], code: 'REQUIRED', message: (named) => `${what} is required because ${reason}: state ${named(name)}, or choose another of ${named('onlineApplicationTypes')}.` };
}
