import { type ApplicationProcedure, type Contact, type ContactRole, noApplicationProcedure } from '../../domain/vacancy.ts';
import { type Json, optionalObject, optionalText, optionalUrl } from '../../http/parse.ts';
import type { CodedValues } from './enumerations.ts';
import { locationFromAddress } from './map-place.ts';

const contactsByRole: readonly (readonly [ContactRole, string])[] = [
  ['APPLICATION', 'applicationContact'],
  ['APPLICATION_PROCEDURE', 'applicationProcedureContact'],
  ['INFORMATION', 'informationContact'],
];

/** The three contacts of a job's features that say anything. */
export function contactsFromFeatures(features: Json | null): readonly Contact[] {
  return contactsByRole.map(([role, part]) => contactFrom(role, optionalObject(features?.[part]))).filter((contact) => contact !== null);
}

/** `applicationTypes`, `onlineJobApplicationTypes` (saved as `onlineApplicationTypes`) and where the application contact says to send it. */
export function applicationFromFeatures(features: Json | null, coded: CodedValues): ApplicationProcedure {
  const address = optionalObject(optionalObject(features?.['applicationContact'])?.['location']);
  return {
    ...noApplicationProcedure,
    methods: coded.many('jobApplicationTypes', features?.['applicationTypes']),
    onlineMethods: coded.many('onlineJobApplicationTypes', features?.['onlineJobApplicationTypes'] ?? features?.['onlineApplicationTypes']),
    url: optionalUrl(address?.['url']),
    email: optionalText(address?.['email']),
    phone: optionalText(address?.['phone']),
    address: locationFromAddress(address),
  };
}

function contactFrom(role: ContactRole, contact: Json | null): Contact | null {
  const address = optionalObject(contact?.['location']);
  const found: Contact = {
    role,
    name: optionalText(contact?.['name']),
    email: optionalText(address?.['email']),
    phone: optionalText(address?.['phone']),
    url: optionalUrl(address?.['url']),
    address: locationFromAddress(address),
  };
  const { name, email, phone, url } = found;
  return [name, email, phone, url, found.address].every((part) => part === null) ? null : found;
}
