import { isRecord } from '../kit/exchange.ts';
import type { BoardError } from './errors.ts';
import { companyTypes, type ListItem, userFunctions } from './lists.ts';
import type { VacancyPayload } from './payload.ts';
import { isIsoDate } from './period.ts';
import type { IctergezochtSwitches } from './switches.ts';

/** The errors of one value at one path. */
type Check = (value: unknown, path: string) => BoardError[];

interface Field {
  readonly required: boolean;
  readonly check: Check;
}

const required = (check: Check): Field => ({ required: true, check });
const optional = (check: Check): Field => ({ required: false, check });

/** Every error of a vacancy payload, field by field (document, sections Toevoegen and Wijzigen); none: it is one. */
export function vacancyErrors(value: unknown, switches: IctergezochtSwitches): BoardError[] {
  return objectOf({
    referenceNumber: required(filledText),
    title: required(filledText),
    description: required(filledText),
    location: required(filledText),
    countryCode: optional(countryCode),
    education: optional(text),
    experience: optional(text),
    employment: optional(text),
    hours: optional(text),
    salary: optional(text),
    industry: optional(text),
    company: optional(objectOf({ name: required(filledText), logoUrl: optional(webUrl), description: optional(text), typeId: optional(idIn(companyTypes, switches)) })),
    companyUser: optional(
      objectOf({ name: required(filledText), email: required(email), phone: optional(text), photoUrl: optional(webUrl), functionId: optional(idIn(userFunctions, switches)) }),
    ),
    atsId: optional(text),
    autoDeleteDate: optional(isoDate),
    customFields: optional(listOf(objectOf({ name: required(filledText), value: required(text) }))),
  })(value, '');
}

export function isVacancyPayload(value: unknown, errors: readonly BoardError[]): value is VacancyPayload {
  return errors.length === 0 && isRecord(value);
}

/** An object with these fields and no others: a misspelt one would be lost in silence. */
function objectOf(fields: Readonly<Record<string, Field>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return errorAt(path, 'Dit veld moet een object zijn.');
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const stray = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    const errors = stray.flatMap((name) => errorAt(at(name), 'Dit veld bestaat niet.'));
    for (const [name, { required: must, check }] of Object.entries(fields)) {
      if (Object.hasOwn(value, name)) errors.push(...check(value[name], at(name)));
      else if (must) errors.push(...errorAt(at(name), 'Dit veld is verplicht.'));
    }
    return errors;
  };
}

function listOf(check: Check): Check {
  return (value, path) => (Array.isArray(value) ? value.flatMap((entry: unknown, index) => check(entry, `${path}.${index}`)) : errorAt(path, 'Dit veld moet een lijst zijn.'));
}

function text(value: unknown, path: string): BoardError[] {
  return typeof value === 'string' ? [] : errorAt(path, 'Dit veld moet een tekst zijn.');
}

function filledText(value: unknown, path: string): BoardError[] {
  return typeof value === 'string' && value.trim() === '' ? errorAt(path, 'Dit veld is verplicht.') : text(value, path);
}

function email(value: unknown, path: string): BoardError[] {
  return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? [] : errorAt(path, 'Dit veld moet een e-mailadres zijn.');
}

function webUrl(value: unknown, path: string): BoardError[] {
  return typeof value === 'string' && /^https?:\/\/[^\s/]+/i.test(value) ? [] : errorAt(path, 'Dit veld moet een URL zijn.');
}

function isoDate(value: unknown, path: string): BoardError[] {
  return typeof value === 'string' && isIsoDate(value) ? [] : errorAt(path, 'Dit veld moet een datum volgens ISO 8601 zijn.');
}

function countryCode(value: unknown, path: string): BoardError[] {
  const names = new Intl.DisplayNames(['nl'], { type: 'region', fallback: 'none' });
  const known = typeof value === 'string' && /^[A-Z]{2}$/.test(value) && value !== 'ZZ' && names.of(value) !== undefined;
  return known ? [] : errorAt(path, 'Dit veld moet een landcode volgens ISO 3166 zijn.');
}

function idIn(list: readonly ListItem[], switches: IctergezochtSwitches): Check {
  return (value, path) => {
    const digits = switches.idForm === 'int-or-digits' && typeof value === 'string' && /^\d{1,9}$/.test(value);
    const id = digits ? Number(value) : value;
    if (typeof id !== 'number' || !Number.isInteger(id)) return errorAt(path, 'Dit veld moet een geheel getal zijn.');
    return list.some((item) => item.id === id) ? [] : errorAt(path, 'Deze waarde bestaat niet.');
  };
}

function errorAt(path: string, error: string): BoardError[] {
  return [{ error, label: path.split('.').at(-1) ?? '', path }];
}
