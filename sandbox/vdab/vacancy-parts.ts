import { emailOf, personName, phoneNumber } from '../content/people.ts';
import { htmlDescription } from '../content/texts.ts';
import type { FlemishTown } from '../content/towns.ts';
import type { Random } from '../kit/random.ts';
import { contractDurations, contracts, diplomaLevels, drivingLicences, languages, levels, schedules, softSkills, technicalSkills } from './codes.ts';
import { regionCode } from './geography.ts';
import type { ApplicationProcedure, EmploymentContract, Requirement, Supplier, Workplace } from './vacancy.ts';

const suppliers = ['EXPERT CENTRE VLAANDEREN NOORD', 'Ziekenhuis Sint-Vincentius vzw', 'Bakkerij ’t Gouden Brood', 'Stad Gent', 'Électricité Dupont & Fils', 'De Scheepswerf NV', 'Logistiek Centrum Kempen BV', 'Uitzendkantoor Talent+', 'Vlaamse Maatschappij voor Watervoorziening', 'GO! scholengroep 12'];
const streets = ['Grote Markt', 'Stationsstraat', 'Kerkstraat', "'s-Herenstraat", 'Industrielaan', 'Koning Albertlaan', 'Dorpsplein'];

/** The supplier of this number: the same number is always the same organisation, and its KBO number begins with a zero. */
export function supplier(random: Random, number: number): Supplier {
  const name = suppliers[number % suppliers.length] ?? '';
  return {
    kboNummer: random.chance(0.95) ? `0${String(404_221_900 + number * 7919).padStart(9, '0')}` : undefined,
    naam: number < suppliers.length ? name : `${name} ${number}`,
    prioriteit: random.int(1, 3),
    type: name.startsWith('Uitzend') || name.startsWith('EXPERT') ? 'INTERMEDIAIREN' : 'GEWONE_BEDRIJVEN',
  };
}

export function employmentContract(random: Random, startsOn: string): EmploymentContract {
  const regime = random.chance(0.7) ? 'V' : 'D';
  const minimum = random.int(21, 45) * 100;
  const salary = random.next();
  return {
    arbeidsContract: random.chance(0.5) ? 'G' : random.pick(Object.keys(contracts)),
    arbeidsContractDuur: random.maybe(0.6, () => random.pick(Object.keys(contractDurations))),
    arbeidsRegime: regime,
    arbeidsStelsel: random.sample(Object.keys(schedules), random.chance(0.7) ? 1 : 2),
    aantalUur: random.maybe(0.6, () => (regime === 'V' ? random.pick([37, 38, 39, 40]) : random.pick([19, 20, 24, 28.5, 30.4]))),
    minimumBrutoLoon: salary < 0.35 ? minimum : undefined,
    maximumBrutoLoon: salary < 0.3 ? minimum + random.int(1, 15) * 100 : undefined,
    vermoedelijkeStartdatum: random.maybe(0.3, () => startsOn),
    extra: random.maybe(0.2, () => '<p>Maaltijdcheques, hospitalisatieverzekering &amp; fietsvergoeding.</p>'),
  };
}

export function requirements(random: Random): Requirement[] {
  return [
    ...random.sample(Object.keys(languages), random.int(1, 3)).map((code) => ({ type: 'talen', code, score: random.pick(Object.keys(levels)) })),
    ...random.sample(Object.keys(technicalSkills), random.int(0, 4)).map((code) => ({ type: 'technischecompetentie', code })),
    ...random.sample(Object.keys(softSkills), random.int(0, 2)).map((code) => ({ type: 'softskill', code })),
    ...(random.chance(0.3) ? [{ type: 'rijbewijs', code: random.pick(Object.keys(drivingLicences)) }] : []),
    ...(random.chance(0.5) ? [{ type: 'studie', diplomaNiveau: random.pick(Object.keys(diplomaLevels)) }] : []),
    ...(random.chance(0.02) ? [{ type: 'vaardigheid', code: `X${random.digits(3)}` }] : []),
  ];
}

export function workplace(random: Random, town: FlemishTown): Workplace {
  const shift = (degrees: number): number => Number((degrees + (random.next() - 0.5) * 0.03).toFixed(6));
  return {
    straat: random.maybe(0.6, () => random.pick(streets)),
    huisnummer: random.maybe(0.6, () => `${random.int(1, 250)}${random.pick(['', '', '', 'A'])}`),
    busnummer: random.maybe(0.1, () => `B${random.int(1, 20)}`),
    postcode: town.postcode,
    gemeente: town.name,
    landCode: 'BE',
    regioCode: random.maybe(0.9, () => regionCode(town, random.pick(['A', 'A', 'B', '']))),
    locatie: random.maybe(0.8, () => ({ latitude: shift(town.latitude), longitude: shift(town.longitude) })),
  };
}

/** A workplace over the border. */
export function foreignWorkplace(random: Random): Workplace {
  return random.pick([
    { postcode: '4811', gemeente: 'Breda', landCode: 'NL', locatie: { latitude: 51.588, longitude: 4.775 } },
    { postcode: '59000', gemeente: 'Lille', landCode: 'FR' },
    { postcode: 'L-1111', gemeente: 'Luxembourg', landCode: 'LU', locatie: { latitude: 49.611, longitude: 6.131 } },
  ]);
}

export function applicationProcedure(random: Random, number: number): ApplicationProcedure {
  const person = personName(random);
  return {
    cvGewenst: random.maybe(0.9, () => random.chance(0.8)),
    motivatiebriefGewenst: random.maybe(0.8, () => random.chance(0.4)),
    omschrijving: random.maybe(0.3, () => htmlDescription(random)),
    contactpersoon: random.maybe(0.6, () => ({
      naam: `${person.firstName} ${person.lastName}`,
      functie: random.maybe(0.4, () => 'HR-verantwoordelijke'),
      telefoonNummer: random.maybe(0.5, () => phoneNumber(random, 'BE')),
      email: random.maybe(0.5, () => emailOf(person, number)),
    })),
    sollicitatieVia: {
      webformulier: random.maybe(0.6, () => `https://jobs.example.org/solliciteren?ref=${number}&taal=nl`),
      email: random.maybe(0.5, () => `jobs.${number}@example.org`),
      telefoon: random.maybe(0.2, () => phoneNumber(random, 'BE')),
      brief: random.maybe(0.3, () => random.chance(0.3)),
    },
  };
}
