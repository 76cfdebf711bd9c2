import { emailOf, personName, phoneNumber } from '../content/people.ts';
import { jobTitle } from '../content/texts.ts';
import { flemishTowns } from '../content/towns.ts';
import type { Random } from '../kit/random.ts';
import type { Address, Certificate, Competence, DesiredJob, Education, Experience, NaturalPerson } from './candidate.ts';
import { drivingLicences, experience, languages, levels, occupations, regimes, schedules, softSkills, studies, technicalSkills } from './codes.ts';
import { regionCode } from './geography.ts';

const employers = ['Drukkerij De Pers', 'Haven Antwerpen', 'Bäckerei Müller', 'Colruyt-achtige BV', 'OCMW Kortrijk', 'Zelfstandig', 'Café ’t Pleintje', 'Ontwikkelhuis NV'];
const freeSkills = ['Sterk analytisch denkvermogen', 'People management: communicatief & coachend', 'Stressbestendig en klantgericht', 'Organisatie- & coördinatievermogen', 'Lassen <TIG>'];
const streets = ['Molenstraat', 'Nieuwstraat', 'Veldkapelstraat', 'Sint-Jansplein'];

/** A day `months` after the first of January 1990, as YYYY-MM-DD. */
function monthOf(months: number): string {
  return new Date(Date.UTC(1990, months, 1)).toISOString().slice(0, 10);
}

export function naturalPerson(random: Random, index: number): NaturalPerson {
  const name = personName(random);
  const home = address(random);
  return {
    gsm: random.maybe(0.8, () => phoneNumber(random, 'BE')),
    officieelAdres: random.maybe(0.95, () => home),
    contactAdres: random.maybe(0.9, () => (random.chance(0.8) ? home : address(random))),
    email: random.maybe(0.9, () => emailOf(name, index)),
    achternaam: name.lastName,
    voornaam: name.firstName,
    roepnaam: random.maybe(0.6, () => name.firstName),
    website: random.maybe(0.15, () => `https://cv.example.org/${index}`),
    geslacht: random.maybe(0.9, () => random.pick(['M', 'V', 'X'])),
    nationaliteit: random.maybe(0.9, () => random.pick(['BE', 'BE', 'BE', 'NL', 'FR', 'MA', 'TR'])),
    geboortedatum: random.maybe(0.9, () => `${random.int(1960, 2004)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`),
  };
}

function address(random: Random): Address {
  const town = random.pick(flemishTowns);
  return {
    straat: random.maybe(0.95, () => random.pick(streets)),
    huisnummer: random.maybe(0.95, () => String(random.int(1, 300))),
    busnummer: random.maybe(0.15, () => `D${random.digits(3)}`),
    postcode: `BE-${town.postcode}`,
    gemeente: `${town.postcode}-${town.name}`,
    land: 'BE',
  };
}

/** Unsorted, overlapping now and then, and without an end where it still lasts. */
export function experiences(random: Random): Experience[] {
  return Array.from({ length: random.int(0, 6) }, () => {
    const start = random.int(60, 400);
    const title = jobTitle(random).title;
    return {
      type: random.chance(0.9) ? 'werkervaring' : random.pick(['stage', 'vrijwilligerswerk']),
      functieTitel: random.maybe(0.95, () => (random.chance(0.1) ? `${title} ` : title)),
      van: random.maybe(0.95, () => monthOf(start)),
      werkgever: random.maybe(0.9, () => ({ naam: random.pick(employers) })),
      tot: random.maybe(0.8, () => monthOf(start + random.int(1, 60))),
    };
  });
}

export function educations(random: Random, count: number): Education[] {
  return random.sample(studies, count).map((naam) => education(random, naam));
}

export function education(random: Random, naam: string): Education {
  const year = random.int(1985, 2024);
  return {
    type: random.chance(0.9) ? 'studie' : 'cursus',
    info: random.maybe(0.2, () => `Omgezet van een oudere code dd. 01/07/${year}`),
    behaaldOp: random.maybe(0.9, () => `${year}-01-01`),
    behaaldIn: random.maybe(0.9, () => year),
    diploma: random.maybe(0.95, () => random.chance(0.85)),
    naam,
  };
}

export function certificates(random: Random): Certificate[] {
  const licences = random.sample(Object.keys(drivingLicences), random.int(0, 2));
  const list: Certificate[] = licences.map((code) => ({ type: 'rijbewijs', code, eigenWagen: random.maybe(0.8, () => random.chance(0.6)) }));
  return random.chance(0.1) ? [...list, { type: 'attest', code: 'VCA' }] : list;
}

/** Skills of every type in no order, now and then one of a type that the document does not show. */
export function competences(random: Random): Competence[] {
  const all: Competence[] = [
    ...random.sample(Object.keys(languages), random.int(1, 4)).map((code) => ({ type: 'talen' as const, code, niveau: random.maybe(0.95, () => random.pick(Object.keys(levels))) })),
    ...random.sample(Object.keys(technicalSkills), random.int(0, 8)).map((code) => ({ type: 'technischeCompetentie' as const, code, score: random.maybe(0.9, () => String(random.int(40, 43))) })),
    ...random.sample(Object.keys(softSkills), random.int(0, 5)).map((code) => ({ type: 'softSkill' as const, code })),
    ...random.sample(freeSkills, random.int(0, 2)).map((naam) => ({ type: 'vrijeCompetentie' as const, naam, beschrijving: random.maybe(0.9, () => naam) })),
  ];
  if (random.chance(0.04)) all.push({ type: 'portfolio', url: 'https://portfolio.example.org/werk', bestanden: ['ontwerp.pdf'] });
  if (random.chance(0.04)) all.push({ type: 'digitaleVaardigheid', code: 'DIG7', zelfevaluatie: { niveau: random.int(1, 5) } });
  return all.map((item) => ({ item, at: random.next() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}

/** What job is wished for; `regions` come on top of those that are drawn. */
export function desiredJob(random: Random, regions: readonly string[]): DesiredJob {
  const drawn = random.sample(flemishTowns, random.int(0, 5)).map((town) => regionCode(town, random.pick(['A', 'A', 'B'])));
  const functions = random.sample(occupations, random.int(0, 5));
  return {
    arbeidsRegimes: random.maybe(0.95, () => random.sample(Object.keys(regimes), random.int(1, 2))),
    arbeidsStelsels: random.maybe(0.9, () => random.sample(Object.keys(schedules), random.int(1, 3))),
    regios: [...new Set([...regions, ...drawn])].toSorted(),
    functies: functions.map(({ code, label }) => ({
      titel: random.chance(0.15) ? `${label} ` : label,
      ervaring: random.maybe(0.9, () => random.pick(Object.keys(experience))),
      beroepsprofiel: random.maybe(0.95, () => ({ code })),
    })),
  };
}
