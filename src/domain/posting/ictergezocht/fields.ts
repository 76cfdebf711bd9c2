import type { VacancyDraft } from '../drafts.ts';
import { type FieldRule, field } from '../field.ts';

const required = true;
/** The lengths that the document states for the same things in its webhook: short texts, and long ones. */
const short = { maxLength: 255 };
const long = { maxLength: 65_535 };

/** What a vacancy has, by field (ICTerGezocht document, Vacatures, Toevoegen). */
const ownFields: Readonly<Record<keyof VacancyDraft, FieldRule>> = {
  referenceNumber: field('referenceNumber', 'Referentienummer', "The poster's own number of the vacancy, unique.", { required, ...short }),
  title: field('title', 'Titel', 'The title.', { required, ...short }),
  description: field('description', 'Omschrijving', 'The whole text.', { required, ...long }),
  location: field('location', 'Plaats of postcode', 'The town or the postcode where the work is.', { required, ...short }),
  countryCode: field('countryCode', 'Land', 'Two capitals of ISO 3166.', { maxLength: 2 }),
  education: field('education', 'Opleiding', 'The education that is asked, in words.', short),
  experience: field('experience', 'Ervaring', 'The experience that is asked, in words.', short),
  employment: field('employment', 'Dienstverband', 'The kind of employment, in words.', short),
  hours: field('hours', 'Uren', 'The hours, in words.', short),
  salary: field('salary', 'Salaris', 'The pay, in words.', short),
  industry: field('industry', 'Branche', 'The industry, in words.', short),
  company: field('company', 'Bedrijf', 'The company that the job is at.', { type: 'CompanyInput' }),
  companyUser: field('companyUser', 'Contactpersoon', 'The person whose e-mail address applications are sent to.', { type: 'CompanyUserInput' }),
  atsId: field('atsId', 'ATS-id', "The vacancy's id in the poster's own system.", short),
  autoDeleteDate: field('autoDeleteDate', 'Verwijderdatum', 'The date on which the vacancy is taken off.', { type: 'Date' }),
  customFields: field('customFields', 'Extra velden', 'Further fields by name.', { type: '[CustomFieldInput!]' }),
};

/** Every field of a vacancy, also those inside objects. The document confuses the lists of the two ids; their endpoints tell. */
export const vacancyFields: readonly FieldRule[] = [
  ...Object.values(ownFields),
  field('company.name', 'Bedrijfsnaam', 'The name of the company.', { required, ...short }),
  field('company.logoUrl', 'Logo', "The URL of the company's logo.", { type: 'URL', ...short }),
  field('company.description', 'Bedrijfsomschrijving', 'What the company is.', long),
  field('company.typeId', 'Bedrijfstype', 'The kind of company, by its id in the list of types.', { type: 'Int', enumeration: 'COMPANY_TYPE' }),
  field('companyUser.name', 'Naam contactpersoon', 'The name of the person.', { required, ...short }),
  field('companyUser.email', 'E-mailadres contactpersoon', 'Where applications are sent.', { required, ...short }),
  field('companyUser.phone', 'Telefoonnummer contactpersoon', 'The telephone number.', short),
  field('companyUser.photoUrl', 'Foto contactpersoon', "The URL of the person's photo.", { type: 'URL', ...short }),
  field('companyUser.functionId', 'Functie contactpersoon', "The person's function, by its id in the list of functions.", { type: 'Int', enumeration: 'USER_FUNCTION' }),
  field('customFields.name', 'Naam extra veld', 'The name of the field.', { required, ...short }),
  field('customFields.value', 'Waarde extra veld', 'The value of the field; it may be blank.', { required, mayBeBlank: true, ...long }),
];
