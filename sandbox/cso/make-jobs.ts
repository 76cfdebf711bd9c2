import { type DutchTown, dutchTowns } from '../content/towns.ts';
import { htmlDescription, htmlRequirements, jobTitle } from '../content/texts.ts';
import type { Random } from '../kit/random.ts';
import type { Enumerations } from './enumerations.ts';
import { makeConditions } from './make-conditions.ts';
import { makeApplication } from './make-application.ts';
import { makePublication } from './make-publication.ts';
import type { CsoContent, CsoDetail, CsoJob, CsoLocation, CsoOrganisation } from './model.ts';

const dayMs = 86_400_000;

const branchesByField: Readonly<Record<string, readonly string[]>> = {
  ict: ['CVG.08', 'CVG.0802', 'CVG.0804', 'CVG.0806'],
  zorg: ['CVG.16', 'CVG.1602', 'CVG.1604'],
  techniek: ['CVG.20', 'CVG.2002', 'CVG.2004'],
  bestuur: ['CVG.04', 'CVG.14', 'CVG.0202', 'CVG.32', 'CVG.06'],
  handel: ['CVG.24'],
  logistiek: ['CVG.22'],
  onderwijs: ['CVG.18', 'CVG.10'],
  financieel: ['CVG.12', 'CVG.1202', 'CVG.1204'],
};

const foreignPlaces: readonly { readonly region: string; readonly city: string }[] = [
  { region: 'BE', city: 'Brussel' },
  { region: 'DE', city: 'Düsseldorf' },
  { region: 'DZ', city: 'Algiers' },
  { region: 'FR', city: 'Straatsburg' },
  { region: 'CH', city: 'Genève' },
  { region: 'TR', city: 'İstanbul' },
];

/** 800 jobs at scale 1, the newest first. */
export function makeJobs(random: Random, enumerations: Enumerations, organisations: readonly CsoOrganisation[], now: number, scale: number): CsoJob[] {
  const codes = new Set<string>();
  const jobs = Array.from({ length: Math.round(800 * scale) }, () => makeJob(random, enumerations, random.pick(organisations), now, codes));
  return jobs.toSorted((a, b) => b.createdMs - a.createdMs);
}

/** A code that no other job has. */
export function newCode(random: Random, organisation: string, taken: { has(code: string): boolean }): string {
  for (;;) {
    const code = `${organisation}-${random.digits(12)}`;
    if (!taken.has(code)) return code;
  }
}

function makeJob(random: Random, enumerations: Enumerations, organisation: CsoOrganisation, now: number, codes: Set<string>): CsoJob {
  const code = newCode(random, organisation.code, codes);
  codes.add(code);
  const createdMs = now - random.int(3_600_000, 60 * dayMs);
  const { field, title } = jobTitle(random);
  const place = makePlace(random, enumerations);
  const reference = random.maybe(0.95, () => `${organisation.abbreviation}${random.digits(6)}`) ?? null;
  return {
    code,
    externalReferenceCode: reference,
    internalReferenceCode: random.maybe(0.5, () => `V-${random.digits(5)}`) ?? null,
    createdMs,
    // One in twelve lies seconds before its own creation, as in the example of 5.4.
    updatedMs: random.chance(1 / 12) ? createdMs - random.int(1, 20_000) : Math.min(now, createdMs + random.int(0, 10 * dayMs)),
    locked: random.chance(0.04),
    organisation: organisation.code,
    content: makeContent(random, title, organisation),
    features: {
      ...makeApplication(random, organisation, place.location.city),
      detail: makeDetail(random, enumerations, field, place.regions),
      conditions: makeConditions(random, enumerations, organisation),
      location: place.location,
      tvDistinction: random.maybe(0.7, () => random.pick(['formal', 'informal'])) ?? null,
    },
    publication: makePublication(random, enumerations, organisation, createdMs),
  };
}

function makeContent(random: Random, title: string, organisation: CsoOrganisation): CsoContent {
  return {
    name: title,
    description: random.chance(0.2) ? `Werken bij ${organisation.name}.\n Je werkt in een team van ${random.int(3, 20)} collega’s.` : htmlDescription(random),
    requirements: htmlRequirements(random),
    otherDetails: random.maybe(0.4, () => '<p>Een referentieonderzoek maakt deel uit van de procedure.</p>') ?? null,
    employer: random.maybe(0.85, () => `<p>${organisation.name} is een werkgever met ${random.int(2, 300) * 100} medewerkers.</p>`) ?? null,
    department: random.maybe(0.6, () => random.pick(['Directie Bedrijfsvoering', 'Afdeling Toezicht', 'Team Data & Analyse', 'Directie Financiën'])) ?? null,
  };
}

function makeDetail(random: Random, enumerations: Enumerations, field: string, regions: readonly string[]): CsoDetail {
  const { jobCategories, educationLevels, drivingLicences, securityScreenings, jobStructureGroups } = enumerations;
  return {
    jobCount: random.maybe(0.9, () => (random.chance(0.85) ? 1 : random.int(2, 12))) ?? null,
    jobBranches: random.sample(branchesByField[field] ?? ['CVG.02'], random.int(1, 2)),
    jobCategories: random.sample(jobCategories.codes(), random.int(1, 2)),
    educationLevels: random.sample(educationLevels.codes(), random.int(1, 2)),
    regions,
    drivingLicences: random.chance(0.1) ? random.sample(drivingLicences.codes(), random.int(1, 2)) : [],
    securityScreening: random.maybe(0.08, () => random.pick(securityScreenings.codes())) ?? null,
    jobStructureGroup: random.maybe(0.4, () => random.pick(jobStructureGroups.codes())) ?? null,
  };
}

function makePlace(random: Random, enumerations: Enumerations): { regions: readonly string[]; location: CsoLocation } {
  if (random.chance(0.06)) {
    const { region, city } = random.pick(foreignPlaces);
    return { regions: [region], location: { latitude: null, longitude: null, city, postcode: null } };
  }
  if (random.chance(0.02)) {
    return { regions: [random.pick(['BRG.0226', 'BRG.0228', 'BRG.0230'])], location: { latitude: '', longitude: '', city: 'Kralendijk', postcode: null } };
  }
  const town = random.pick(dutchTowns);
  return { regions: dutchRegions(random, enumerations, town), location: dutchLocation(random, town) };
}

function dutchRegions(random: Random, { regions }: Enumerations, town: DutchTown): string[] {
  if (random.chance(0.03)) return ['BRG.02'];
  const own = regions.codeOf(town.province);
  const second = random.chance(0.1) ? regions.codeOf(random.pick(dutchTowns).province) : own;
  return [...new Set([own, second])];
}

/** One place in ten has no coordinates: null, or an empty text. */
function dutchLocation(random: Random, town: DutchTown): CsoLocation {
  const place = { city: town.name, postcode: random.maybe(0.9, () => `${town.postcodeDigits}${random.pick(['AA', 'BC', 'CB', 'XZ'])}`) ?? null };
  if (random.chance(0.1)) {
    const none = random.pick(['', null] as const);
    return { latitude: none, longitude: none, ...place };
  }
  return { latitude: town.latitude, longitude: town.longitude, ...place };
}
