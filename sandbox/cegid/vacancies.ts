import { htmlDescription, htmlRequirements, jobTitle } from '../content/texts.ts';
import { dutchTowns, flemishTowns } from '../content/towns.ts';
import type { Random } from '../kit/random.ts';
import { type Coded, codedOf, type ReferentialItem, type Referentials } from './referentials.ts';

/** A vacancy as the export holds it. The Cegid document shows no vacancy; the shape is the one that clients in the wild read. */
export interface CegidVacancy {
  readonly reference: string;
  status: Coded;
  /** A Windows LCID. */
  readonly languageId: number;
  readonly organisation: Coded | null;
  /** ISO 8601, UTC. */
  readonly creationDate: string;
  modificationDate: string;
  readonly location: { readonly address: string | null; readonly latitude: number | null; readonly longitude: number | null };
  readonly jobDescription: CegidJobDescription;
  readonly criteria: CegidCriteria;
  readonly languages: readonly { readonly language: Coded; readonly languageLevel: Coded | null }[];
  readonly publishedOnInternet: boolean;
  readonly vacancyCoverUrl?: string;
}

export interface CegidJobDescription {
  title: string;
  readonly description1: string | null;
  readonly description2: string | null;
  readonly contractType: Coded | null;
  readonly contractLength: string | null;
  readonly salaryRange: Coded | null;
  readonly jobTime: Coded | null;
  readonly primaryProfile: Coded | null;
  readonly country: Coded;
  readonly professionalCategory: Coded | null;
}

export interface CegidCriteria {
  readonly freeCriteria1: string | null;
  readonly freeCriteria2: string | null;
  readonly educationLevel: Coded | null;
  readonly experienceLevel: Coded | null;
  readonly skills: readonly Coded[];
  readonly specialisations: readonly Coded[];
}

const dayMs = 86_400_000;
const published = 'Diffuse';
const foreignTitles: Readonly<Record<number, readonly string[]>> = {
  2060: ['Infirmier·ère de nuit', 'Chargé·e de communication', 'Électromécanicien·ne'],
  1036: ['Ingénieur·e réseau', 'Acheteur·euse'],
  1033: ['Senior Data Engineer', 'Port Operations Manager'],
};

/** The sandbox's vacancies, oldest first. */
export function makeVacancies(random: Random, referentials: Referentials, count: number, nowMs: number): CegidVacancy[] {
  const creations = Array.from({ length: count }, () => nowMs - random.int(3600, 400 * 86_400) * 1000).toSorted((a, b) => a - b);
  return creations.map((createdMs, index) => makeVacancy(random, referentials, index, createdMs, nowMs));
}

function makeVacancy(random: Random, referentials: Referentials, index: number, createdMs: number, nowMs: number): CegidVacancy {
  const optional = (name: string, presence: number): Coded | null => random.maybe(presence, () => codedOf(random.pick(leaves(referentials.items(name))))) ?? null;
  const many = (name: string, most: number): Coded[] => random.sample(referentials.items(name), random.int(0, most)).map(codedOf);
  const place = random.chance(0.5) ? dutchPlace(random) : flemishPlace(random);
  const languageId = languageOf(random, place.country);
  const { field, title } = jobTitle(random);
  const coordinates = random.chance(0.8);
  const cover = random.maybe(0.85, () => `https://jobs.example.org/vacature/${index + 1}?utm_source=matching&lang=nl`);
  return {
    reference: referenceOf(random, index, createdMs, title),
    status: statusOf(random, referentials),
    languageId,
    organisation: optional('organisations', 0.95),
    creationDate: isoSeconds(createdMs),
    modificationDate: isoSeconds(modifiedAfter(random, createdMs, nowMs)),
    location: { address: random.maybe(0.95, () => place.address) ?? null, latitude: coordinates ? place.latitude : null, longitude: coordinates ? place.longitude : null },
    jobDescription: {
      title: random.pick(foreignTitles[languageId] ?? [title]),
      description1: random.maybe(0.97, () => htmlDescription(random)) ?? null,
      description2: random.maybe(0.85, () => htmlRequirements(random)) ?? null,
      contractType: optional('contractTypes', 0.9),
      contractLength: random.maybe(0.25, () => random.pick(['6 maanden', '12 maanden', 'tot 31/12', '1 jaar, verlengbaar'])) ?? null,
      salaryRange: optional('salaryRanges', 0.5),
      jobTime: optional('jobTimes', 0.8),
      primaryProfile: profileOf(random, referentials, field),
      country: codedOf(byId(referentials, `_TS_CO_Country_${place.country}`)),
      professionalCategory: optional('professionalCategories', 0.7),
    },
    criteria: {
      freeCriteria1: random.maybe(0.3, () => '<p>Bereid om in <strong>ploegen</strong> te werken</p>') ?? null,
      freeCriteria2: random.maybe(0.1, () => 'Kennis van de haven & haar gebruikers') ?? null,
      educationLevel: optional('educationLevels', 0.8),
      experienceLevel: optional('experienceLevels', 0.7),
      skills: many('skills', 4),
      specialisations: many('specialisations', 2),
    },
    languages: random.sample(referentials.items('languages'), random.int(0, 3)).map((language) => ({ language: codedOf(language), languageLevel: optional('languageLevels', 0.8) })),
    publishedOnInternet: random.chance(0.7),
    ...(cover === undefined ? {} : { vacancyCoverUrl: cover }),
  };
}

/** References are free text at some sites: most are a year and a number, some hold what a URL must escape. */
function referenceOf(random: Random, index: number, createdMs: number, title: string): string {
  const plain = `${new Date(createdMs).getUTCFullYear()}-${String(index + 1).padStart(5, '0')}`;
  return random.chance(0.02) ? `${plain} ${title} M/V & X+` : plain;
}

function statusOf(random: Random, referentials: Referentials): Coded {
  const statuses = referentials.items('vacancyStatuses');
  const item = random.chance(0.6) ? statuses.find(({ id }) => id.endsWith(published)) : random.pick(statuses);
  return codedOf(item ?? random.pick(statuses));
}

/** The family that fits the title's field of work, or a profile below it. */
function profileOf(random: Random, referentials: Referentials, field: string): Coded | null {
  const family = `_TS_metier_famille_${field}`;
  const fitting = referentials.items('primaryProfiles').filter(({ id, parentId }) => id === family || parentId === family);
  return random.maybe(0.9, () => codedOf(random.pick(fitting))) ?? null;
}

function leaves(items: readonly ReferentialItem[]): ReferentialItem[] {
  return items.filter(({ id }) => items.every(({ parentId }) => parentId !== id));
}

interface Place {
  readonly country: 'Pays_Bas' | 'Belgique';
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

function dutchPlace(random: Random): Place {
  const { name, postcodeDigits, latitude, longitude } = random.pick(dutchTowns);
  return { country: 'Pays_Bas', address: `Stationsplein ${random.int(1, 90)}, ${postcodeDigits} ${random.pick(['AB', 'GH', 'KX'])} ${name}, Nederland`, latitude, longitude };
}

function flemishPlace(random: Random): Place {
  const { name, postcode, latitude, longitude } = random.pick(flemishTowns);
  return { country: 'Belgique', address: `Kerkstraat ${random.int(1, 200)}, ${postcode} ${name}, België`, latitude, longitude };
}

function languageOf(random: Random, country: Place['country']): number {
  if (random.chance(0.05)) return 1033;
  if (country === 'Pays_Bas') return 1043;
  return random.chance(0.85) ? 2067 : random.pick([2060, 1036]);
}

/** One in four was never touched, one in ten in the last two days. */
function modifiedAfter(random: Random, createdMs: number, nowMs: number): number {
  if (random.chance(0.25)) return createdMs;
  const from = random.chance(0.1) ? Math.max(createdMs, nowMs - 2 * dayMs) : createdMs;
  return from + Math.floor(random.next() * (nowMs - from));
}

function byId(referentials: Referentials, id: string): ReferentialItem {
  const item = referentials.byId(id);
  if (item === undefined) throw new Error(`no referential item ${id}`);
  return item;
}

/** ISO 8601 to the second, UTC, as the document's own example writes it. */
export function isoSeconds(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
