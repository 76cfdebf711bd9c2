import { localeOfLcid } from '../../domain/crosswalk/locale.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';
import { organisation, type Organisation } from '../../domain/organisation.ts';
import { richText } from '../../domain/rich-text.ts';
import type { Skill } from '../../domain/skill.ts';
import { type Employment, type LanguageRequirement, noApplicationProcedure, noEmployment, vacancy, type Vacancy } from '../../domain/vacancy.ts';
import { type Json, optionalInstant, optionalInt, optionalObject, optionalText, optionalUrl } from '../../http/parse.ts';
import { codedValue, employmentTypesOf, vacancyStatusOf } from './codes.ts';
import { lastChange } from './last-change.ts';
import { locationOfVacancy } from './map-location.ts';
import { languageOfName } from './names.ts';
import { cegidProfile } from './profile.ts';
import { sourceIdOf } from './source-id.ts';
import { vacancyReference } from './wire.ts';

/** A vacancy ("offer" to the vendor) of an export. Its date of publication is in no answer and stays unknown. */
export function vacancyFromOffer(offer: Json, labelLocale: string): Vacancy {
  const job = optionalObject(offer['jobDescription']);
  const criteria = optionalObject(offer['criteria']);
  const coded = (list: string, value: unknown) => codedValue(list, value, labelLocale);
  const status = coded('vacancyStatuses', offer['status']);
  const education = coded('educationLevels', criteria?.['educationLevel']);
  const profile = coded('primaryProfiles', job?.['primaryProfile']);
  const reference = vacancyReference(offer) ?? '';
  return vacancy({
    source: 'CEGID',
    sourceId: sourceIdOf(reference),
    references: [{ kind: 'REFERENCE_NUMBER', value: reference }],
    title: optionalText(job?.['title']) ?? optionalText(job?.['jobTitle']),
    description: richText(optionalText(job?.['description1'])),
    requirements: richText(optionalText(job?.['description2'])),
    otherDetails: richText(paragraphs([criteria?.['freeCriteria1'], criteria?.['freeCriteria2']])),
    status: vacancyStatusOf(status?.code ?? null),
    nativeStatus: status?.code ?? null,
    ...linksOf(optionalUrl(offer['vacancyCoverUrl'])),
    language: localeOfLcid(optionalInt(offer['languageId'])),
    createdAt: optionalInstant(offer['creationDate']),
    ...lastChange(offer['modificationDate']),
    organisation: organisationFrom(offer['organisation']),
    location: locationOfVacancy(optionalObject(offer['location']), job?.['country']),
    employment: job === null ? noEmployment : employmentFrom(job, coded),
    education: education === null ? [] : [{ value: education, eqf: education.eqf }],
    functions: profile === null ? [] : [profile],
    experience: coded('experienceLevels', criteria?.['experienceLevel']),
    skills: [...skillsFrom('skills', criteria?.['skills'], coded), ...skillsFrom('specialisations', criteria?.['specialisations'], coded)],
    languages: languagesFrom(offer['languages'], coded),
    application: { ...noApplicationProcedure, url: optionalUrl(offer['candidateRedirectionUrl']) },
    attribution: cegidProfile.attribution,
    mayRepublish: cegidProfile.mayRepublish,
    raw: offer,
  });
}

type ReadCoded = (list: string, value: unknown) => EnumerationValue | null;

/** The vendor calls the cover URL the one that a candidate is sent to; a site that has a picture there is told by the file's name. */
function linksOf(cover: string | null): Pick<Vacancy, 'url' | 'imageUrl'> {
  const isPicture = cover !== null && /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(new URL(cover).pathname);
  return { url: isPicture ? null : cover, imageUrl: isPicture ? cover : null };
}

/** Texts, with or without markup, one below the other. */
function paragraphs(values: readonly unknown[]): string | null {
  const found = values.map(optionalText).filter((text) => text !== null);
  return found.length === 0 ? null : found.map((text) => `<div>${text}</div>`).join('\n');
}

/** The organisation of a site that has the vacancy; null where it is not stated. */
function organisationFrom(value: unknown): Organisation | null {
  const coded = codedValue('organisations', value, '');
  return coded === null ? null : organisation({ source: 'CEGID', code: sourceIdOf(coded.code), name: coded.label });
}

function employmentFrom(job: Json, coded: ReadCoded): Employment {
  const contractType = coded('contractTypes', job['contractType']);
  const regime = coded('jobTimes', job['jobTime']);
  const salary = coded('salaryRanges', job['salaryRange']);
  return {
    ...noEmployment,
    types: employmentTypesOf(contractType, regime),
    contractType,
    regime,
    contractDuration: coded('contractLengths', job['contractLength']),
    salaryText: salary?.label ?? salary?.code ?? null,
  };
}

function skillsFrom(kind: string, values: unknown, coded: ReadCoded): Skill[] {
  return entriesOf(values).flatMap((value) => {
    const skill = coded(kind, value);
    return skill === null ? [] : [{ type: 'TechnicalSkill', kind, code: skill.code, label: skill.label, score: null }];
  });
}

/** Languages with how well they are wanted; an entry without its wrapper is a language alone. */
function languagesFrom(values: unknown, coded: ReadCoded): LanguageRequirement[] {
  return entriesOf(values).flatMap((value) => {
    const entry = optionalObject(value);
    const language = coded('languages', entry?.['language'] ?? value);
    const level = coded('languageLevels', entry?.['languageLevel']);
    if (language === null) return [];
    const label = [language.label, level?.label ?? null].filter((part) => part !== null).join(' – ');
    return [{ language: languageOfName(language.label), code: language.code, level: level?.code ?? null, label: label === '' ? null : label }];
  });
}

function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
