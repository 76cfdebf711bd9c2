import { emailOf, personName, phoneNumber } from '../content/people.ts';
import { dutchTowns, flemishTowns } from '../content/towns.ts';
import type { Random } from '../kit/random.ts';
import { type Coded, codedOf, type Referentials } from './referentials.ts';
import { type CegidVacancy, isoSeconds } from './vacancies.ts';

/** A candidate ("applicant" to the vendor) as the export holds it, in the shape that clients in the wild read. */
export interface CegidCandidate {
  readonly isEmployee: boolean;
  readonly isInProgress: boolean;
  readonly candidateDetail: CegidCandidateDetail;
  readonly applications: readonly { readonly vacancyReference: string | null; readonly creationDate: string }[];
  readonly attachments: readonly CegidAttachment[];
}

export interface CegidCandidateDetail {
  readonly id: string;
  /** What a report names the candidate by. */
  readonly username: string;
  readonly creationDate: string;
  modificationDate: string;
  readonly personalInformation: CegidPersonalInformation;
  readonly positionSought: { readonly contractType: Coded | null; readonly primaryProfile: Coded | null; readonly jobPreferencesCustomFields: Readonly<Record<string, Coded | null>> };
  readonly globalExperience: { readonly globalExperienceLevel: Coded | null; readonly experiences: readonly CegidExperience[] };
  readonly educations: readonly CegidEducation[];
}

export interface CegidPersonalInformation {
  readonly civility: Coded | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly residentCountry: Coded | null;
  readonly birthDate?: string;
}

export interface CegidExperience {
  readonly company: string;
  readonly function: string;
  readonly startDate: string;
  readonly endDate: string | null;
}

export interface CegidEducation {
  readonly educationLevel: Coded | null;
  readonly college: string | null;
  readonly yearObtained: number | null;
}

export interface CegidAttachment {
  readonly id: string;
  readonly isResume: boolean;
  readonly mimeType: string;
  readonly filename: string;
}

/** The sandbox's candidates, oldest first, with applications to its vacancies. */
export function makeCandidates(random: Random, referentials: Referentials, vacancies: readonly CegidVacancy[], count: number, nowMs: number): CegidCandidate[] {
  const creations = Array.from({ length: count }, () => nowMs - random.int(3600, 700 * 86_400) * 1000).toSorted((a, b) => a - b);
  return creations.map((createdMs, index) => makeCandidate(random, referentials, vacancies, index, createdMs, nowMs));
}

function makeCandidate(random: Random, referentials: Referentials, vacancies: readonly CegidVacancy[], index: number, createdMs: number, nowMs: number): CegidCandidate {
  const optional = (name: string, presence: number): Coded | null => random.maybe(presence, () => codedOf(random.pick(referentials.items(name)))) ?? null;
  const laterInstant = (): string => isoSeconds(createdMs + Math.floor(random.next() * (nowMs - createdMs)));
  const personalInformation = personOf(random, referentials, index);
  const education = (): CegidEducation => ({
    educationLevel: optional('educationLevels', 0.8),
    college: random.maybe(0.7, () => random.pick(['Universiteit Gent', 'Hogeschool Utrecht', 'ROC Midden', 'Sint-Jozefscollege'])) ?? null,
    yearObtained: random.maybe(0.6, () => random.int(1985, 2024)) ?? null,
  });
  return {
    isEmployee: random.chance(0.1),
    isInProgress: random.chance(0.4),
    candidateDetail: {
      id: `_TS-${String(index + 1).padStart(5, '0')}`,
      username: emailOf({ firstName: personalInformation.firstName, lastName: personalInformation.lastName }, index + 1).replace('@example.org', ''),
      creationDate: isoSeconds(createdMs),
      modificationDate: laterInstant(),
      personalInformation,
      positionSought: { contractType: optional('contractTypes', 0.6), primaryProfile: optional('primaryProfiles', 0.8), jobPreferencesCustomFields: { customCodeTable1: null } },
      globalExperience: { globalExperienceLevel: optional('experienceLevels', 0.7), experiences: Array.from({ length: random.int(0, 3) }, () => experienceOf(random)) },
      educations: Array.from({ length: random.int(0, 2) }, education),
    },
    // Some apply without a vacancy in mind.
    applications: random.sample(vacancies, random.int(0, 3)).map(({ reference }) => ({ vacancyReference: random.chance(0.1) ? null : reference, creationDate: laterInstant() })),
    attachments: attachmentsOf(random, personalInformation.lastName),
  };
}

function personOf(random: Random, referentials: Referentials, index: number): CegidPersonalInformation {
  const name = personName(random);
  const dutch = random.chance(0.5);
  const countries = referentials.items('countries');
  const home = countries.find(({ id }) => id.endsWith(dutch ? 'Pays_Bas' : 'Belgique')) ?? random.pick(countries);
  const town = dutch ? random.pick(dutchTowns) : random.pick(flemishTowns);
  const postalCode = 'postcode' in town ? town.postcode : `${town.postcodeDigits} ZZ`;
  const birthDate = random.maybe(0.5, () => `${random.int(1958, 2005)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`);
  return {
    civility: random.maybe(0.8, () => codedOf(random.pick(referentials.items('civilities')))) ?? null,
    firstName: name.firstName,
    lastName: name.lastName,
    email: random.maybe(0.95, () => emailOf(name, index + 1)) ?? null,
    phoneNumber: random.maybe(0.7, () => phoneNumber(random, dutch ? 'NL' : 'BE')) ?? null,
    address: random.maybe(0.5, () => `Dorpsstraat ${random.int(1, 300)}`) ?? null,
    postalCode: random.maybe(0.8, () => postalCode) ?? null,
    city: random.maybe(0.9, () => town.name) ?? null,
    residentCountry: random.maybe(0.9, () => codedOf(random.chance(0.1) ? random.pick(countries) : home)) ?? null,
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

function experienceOf(random: Random): CegidExperience {
  const year = random.int(2000, 2022);
  return {
    company: random.pick(['Bakkerij De Korenaar', 'Zorggroep De Linde', 'IT-huis Ünal & co', 'Gemeente Zwolle']),
    function: random.pick(['Medewerker', 'Teamleider', 'Ontwikkelaar', 'Verpleegkundige']),
    startDate: `${year}-09-01`,
    endDate: random.maybe(0.7, () => `${year + random.int(1, 3)}-06-30`) ?? null,
  };
}

function attachmentsOf(random: Random, lastName: string): CegidAttachment[] {
  const resume = random.maybe(0.85, () => ({ id: random.uuid(), isResume: true, mimeType: 'application/pdf', filename: `CV ${lastName}.pdf` }));
  const letter = random.maybe(0.3, () => ({ id: random.uuid(), isResume: false, mimeType: 'text/plain', filename: 'motivatie.txt' }));
  return [resume, letter].filter((attachment) => attachment !== undefined);
}

/** The bytes of an attachment: made from its id, so that nothing large is kept. */
export function attachmentContent({ id, mimeType, filename }: CegidAttachment): Buffer {
  const text = mimeType === 'application/pdf' ? `%PDF-1.4\n% ${filename}\n${id}\n%%EOF\n` : `Beste,\n\nhierbij mijn motivatie (${id}).\n`;
  return Buffer.from(text, 'utf8');
}
