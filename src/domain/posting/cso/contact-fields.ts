import type { ContactDraft, PostalAddressDraft } from '../drafts.ts';
import { type FieldRule, field } from '../field.ts';

const addressParts: Readonly<Record<keyof PostalAddressDraft, readonly [label: string, description: string]>> = {
  street: ['Straat of postbus', 'The street or PO box.'],
  houseNumber: ['Huisnummer', 'The number with its suffix.'],
  postcode: ['Postcode', 'The postcode.'],
  city: ['Plaats', 'The town.'],
  countryCode: ['Landcode', 'Two letters of ISO 3166.'],
  email: ['E-mailadres', 'An e-mail address that belongs to it.'],
};
const contactParts: Readonly<Record<keyof ContactDraft, readonly [label: string, description: string, type?: string]>> = {
  name: ['Naam', 'The name of the person.'],
  email: ['E-mailadres', 'The e-mail address.'],
  phone: ['Telefoonnummer', 'The telephone number.'],
  url: ['URL', 'A page on the web; http or https.', 'URL'],
  address: ['Adres', 'The postal address.', 'PostalAddressInput'],
};

export function addressFields(parent: string): readonly FieldRule[] {
  return Object.entries(addressParts).map(([key, [label, description]]) => field(`${parent}.${key}`, label, description));
}

export function contactFields(parent: string): readonly FieldRule[] {
  const own = Object.entries(contactParts).map(([key, [label, description, type = 'String']]) => field(`${parent}.${key}`, label, description, { type }));
  return [...own, ...addressFields(`${parent}.address`)];
}
