import { emailOf, personName, phoneNumber } from '../content/people.ts';
import type { Random } from '../kit/random.ts';
import type { CsoAddress, CsoContact, CsoFeatures, CsoOrganisation } from './model.ts';

type Application = Omit<CsoFeatures, 'detail' | 'conditions' | 'location' | 'tvDistinction'>;

const emptyAddress: CsoAddress = { email: null, phone: null, url: null, street: null, houseNumber: null, postcode: null, city: null };

/** How one applies and whom one asks. */
export function makeApplication(random: Random, organisation: CsoOrganisation, city: string | null): Application {
  const applicationTypes = random.pick([['electronic'], ['electronic'], ['electronic'], ['electronic', 'written'], ['written']]);
  const online = applicationTypes.includes('electronic') ? random.pick(['EST.02', 'EST.04', 'EST.06']) : null;
  const written = applicationTypes.includes('written');
  const postal = written ? { street: 'Postbus', houseNumber: random.digits(5), postcode: `${random.int(1000, 9999)}EX`, city } : {};
  const location: CsoAddress = {
    ...emptyAddress,
    ...postal,
    email: online === 'EST.02' || online === 'EST.06' ? `vacatures@${organisation.slug}.example.org` : null,
    url: online === 'EST.04' ? `https://${organisation.slug}.example.org/solliciteren?id=${random.digits(6)}` : null,
  };
  return {
    applicationContact: { name: null, location },
    applicationProcedureContact: random.maybe(0.3, () => person(random)) ?? null,
    informationContact: random.maybe(0.8, () => person(random)) ?? null,
    applicationTypes,
    onlineApplicationTypes: online === null ? [] : [online],
  };
}

function person(random: Random): CsoContact {
  const name = personName(random);
  const number = random.int(1, 9999);
  const phone = random.maybe(0.7, () => phoneNumber(random, 'NL')) ?? null;
  const location = random.maybe(0.9, () => ({ ...emptyAddress, email: emailOf(name, number), phone })) ?? null;
  return { name: `${name.firstName} ${name.lastName}`, location };
}
