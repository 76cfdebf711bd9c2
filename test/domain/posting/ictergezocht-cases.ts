import type { VacancyInput } from '../../../src/domain/posting/inputs.ts';
import type { UserErrorCode } from '../../../src/domain/posting/user-error.ts';

export type VacancyChange = Partial<VacancyInput>;
/** The rule that the second change breaks and the first does not, what is said of it, and where. */
type VacancyCase = readonly [rule: string, passes: VacancyChange, fails: VacancyChange, code: UserErrorCode, path: string];

const company = { name: 'Voorbeeld' };
const person = { name: 'Jo', email: 'jo@example.org' };
const smiles = (count: number): string => '🙂'.repeat(count);

/** For every rule of ICTerGezocht at least one. */
export const vacancyCases: readonly VacancyCase[] = [
  ['ICTERGEZOCHT_REQUIRED', {}, { referenceNumber: ' ' }, 'REQUIRED', 'referenceNumber'],
  ['ICTERGEZOCHT_REQUIRED', {}, { title: '' }, 'REQUIRED', 'title'],
  ['ICTERGEZOCHT_REQUIRED', {}, { description: null }, 'REQUIRED', 'description'],
  ['ICTERGEZOCHT_REQUIRED', { location: '3511AA' }, { location: null }, 'REQUIRED', 'location'],
  ['ICTERGEZOCHT_REQUIRED', { company: null }, { company: { name: '' } }, 'REQUIRED', 'company.name'],
  ['ICTERGEZOCHT_REQUIRED', { companyUser: null }, { companyUser: { ...person, name: '' } }, 'REQUIRED', 'companyUser.name'],
  ['ICTERGEZOCHT_REQUIRED', { companyUser: person }, { companyUser: { ...person, email: '' } }, 'REQUIRED', 'companyUser.email'],
  ['ICTERGEZOCHT_REQUIRED', { customFields: [] }, { customFields: [{ name: 'a', value: 'b' }, { name: ' ', value: 'c' }] }, 'REQUIRED', 'customFields.1.name'],
  ['ICTERGEZOCHT_UNKNOWN_COMPANY_TYPE', { company: { ...company, typeId: 7 } }, { company: { ...company, typeId: 5 } }, 'UNKNOWN_CODE', 'company.typeId'],
  ['ICTERGEZOCHT_UNKNOWN_USER_FUNCTION', { companyUser: { ...person, functionId: 101 } }, { companyUser: { ...person, functionId: 8 } }, 'UNKNOWN_CODE', 'companyUser.functionId'],
  ['ICTERGEZOCHT_COUNTRY_CODE', { countryCode: 'BE' }, { countryCode: 'nl' }, 'INVALID_FORMAT', 'countryCode'],
  ['ICTERGEZOCHT_COUNTRY_CODE', { countryCode: null }, { countryCode: 'XX' }, 'INVALID_FORMAT', 'countryCode'],
  ['ICTERGEZOCHT_DATE_FORM', { autoDeleteDate: '2028-02-29' }, { autoDeleteDate: '2027-02-29' }, 'INVALID_FORMAT', 'autoDeleteDate'],
  ['ICTERGEZOCHT_DATE_FORM', { autoDeleteDate: null }, { autoDeleteDate: '31-12-2027' }, 'INVALID_FORMAT', 'autoDeleteDate'],
  ['ICTERGEZOCHT_EMAIL_FORM', { companyUser: { ...person, email: 'j.o+ict@example.co.uk' } }, { companyUser: { ...person, email: 'jo@localhost' } }, 'INVALID_FORMAT', 'companyUser.email'],
  ['ICTERGEZOCHT_URL_FORM', { company: { ...company, logoUrl: 'http://example.org/l.png' } }, { company: { ...company, logoUrl: 'ftp://example.org/l.png' } }, 'INVALID_FORMAT', 'company.logoUrl'],
  ['ICTERGEZOCHT_URL_FORM', { companyUser: { ...person, photoUrl: 'https://example.org/p' } }, { companyUser: { ...person, photoUrl: 'p.png' } }, 'INVALID_FORMAT', 'companyUser.photoUrl'],
  ['ICTERGEZOCHT_LENGTH', { title: 'x'.repeat(255) }, { title: 'x'.repeat(256) }, 'TOO_LONG', 'title'],
  ['ICTERGEZOCHT_LENGTH', { hours: smiles(255) }, { hours: smiles(256) }, 'TOO_LONG', 'hours'],
  ['ICTERGEZOCHT_LENGTH', { description: 'x'.repeat(65_535) }, { description: 'x'.repeat(65_536) }, 'TOO_LONG', 'description'],
  ['ICTERGEZOCHT_NOT_CLOSED_ALREADY', { autoDeleteDate: '2026-11-21' }, { autoDeleteDate: '2026-11-20' }, 'OUT_OF_RANGE', 'autoDeleteDate'],
];

