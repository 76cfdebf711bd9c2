import type { Enumerations } from './enumerations.ts';
import type { FeaturesDraft } from './read-features.ts';

/** Written application needs a postal address; application online an e-mail address or a URL, as its type has it (CSO document, 5.10). */
export function applicationProblems(enumerations: Enumerations, features: FeaturesDraft): string[] {
  const address = features.applicationContact?.location ?? null;
  const problems: string[] = [];
  if (features.applicationTypes.includes('written') && !(has(address?.street) && has(address?.postcode) && has(address?.city))) {
    problems.push('written application needs street, postcode and city in features.applicationContact.location');
  }
  if (features.applicationTypes.includes('electronic')) {
    const types = features.onlineApplicationTypes;
    const byMail = types.includes(enumerations.onlineJobApplicationTypes.codeOf('reactie e-mail'));
    const byUrl = types.includes(enumerations.onlineJobApplicationTypes.codeOf('reactie URL'));
    if (byMail && !has(address?.email)) problems.push('application by e-mail needs features.applicationContact.location.email');
    if (byUrl && !has(address?.url)) problems.push('application by URL needs features.applicationContact.location.url');
    if (!byMail && !byUrl && !has(address?.email) && !has(address?.url)) {
      problems.push('electronic application needs an email or a url in features.applicationContact.location');
    }
  }
  if (has(address?.email) && !/^[^\s@]+@[^\s@]+$/.test(address?.email ?? '')) problems.push('features.applicationContact.location.email is no e-mail address');
  if (has(address?.url) && !/^https?:\/\/\S+$/i.test(address?.url ?? '')) problems.push('features.applicationContact.location.url is no http(s) URL');
  return problems;
}

function has(value: string | null | undefined): boolean {
  return (value ?? '').trim() !== '';
}
