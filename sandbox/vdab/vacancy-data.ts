import { htmlDescription, htmlRequirements, jobTitle } from '../content/texts.ts';
import { type FlemishTown, flemishTowns } from '../content/towns.ts';
import type { Random } from '../kit/random.ts';
import { experience, jobDomains, occupations } from './codes.ts';
import type { GhostRecord, Vacancy, VacancyFunction, VacancyRecord, Workplace } from './vacancy.ts';
import { applicationProcedure, employmentContract, foreignWorkplace, requirements, supplier, workplace } from './vacancy-parts.ts';

const dayMs = 86_400_000;
const oldestDays = 90;
/** How many vacancies answer the vacancy document's example: JOBCAT01 in 1930. */
const examples = 3;

/** The day of an instant. The sandbox's days are those of UTC. */
export function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** `count` vacancies of the last ninety days before `now`, more of them recent than old. */
export function makeVacancies(random: Random, count: number, now: number): VacancyRecord[] {
  return Array.from({ length: count }, (_, index) => makeVacancy(random, index, now, Math.max(1, Math.round(count / 12))));
}

/** Rows that bulk synchronisation reports although their vacancy cannot be found. */
export function makeGhosts(random: Random, count: number, now: number): GhostRecord[] {
  return Array.from({ length: Math.max(3, Math.round(count / 400)) }, (_, index) => ({
    id: index % 2 === 0 ? `NOT_FOUND_${51_000_000 + index}` : `${random.digits(8)}-NOT_FOUND`,
    changes: [now - (index + 1) * 7 * 3_600_000],
    bulkStatus: 'NIET_GEPUBLICEERD',
  }));
}

function makeVacancy(random: Random, index: number, now: number, supplierCount: number): VacancyRecord {
  const isExample = index < examples;
  const createdAt = now - Math.ceil((0.0005 + random.next() ** 2) * oldestDays * dayMs);
  const changes = [createdAt];
  if (random.chance(0.4)) changes.push(between(random, createdAt, now));
  const status = isExample ? 'GEPUBLICEERD' : drawStatus(random);
  const endedAt = status === 'GEPUBLICEERD' ? undefined : between(random, Math.max(...changes), now);
  if (endedAt !== undefined) changes.push(endedAt);
  const town = isExample || random.chance(0.96) ? pickTown(random, isExample) : undefined;
  const publishedOn = dayOf(createdAt);
  const number = 65_866_999 + index * 3;
  const document: Vacancy = {
    vacatureReferentie: {
      interneReferentie: random.uuid(),
      vdabReferentie: number,
      hrxmlReferentie: random.maybe(0.5, () => `479-${random.digits(4)}-VDAB-BE-${random.digits(6)}`),
      externeReferentie: random.maybe(0.2, () => `REF/${index}`),
    },
    status,
    aantalJobs: random.chance(0.85) ? 1 : random.int(2, 12),
    bron: random.pick(['HRXML_2_4_POSITION_OPENING', 'VDAB_VACATURE_OPENING']),
    leverancier: random.maybe(0.98, () => supplier(random, random.int(0, supplierCount - 1))),
    publicatieDatum: publishedOn,
    depublicatieDatum: random.maybe(0.6, () => dayOf(now + random.int(1, 60) * dayMs)),
    startDatum: random.maybe(0.8, () => publishedOn),
    versie: changes.length - 1,
    vrijeVereiste: random.maybe(0.8, () => `Jij bent, als nieuwe collega:\n<br/> \n${htmlRequirements(random)}`),
    internationaalOpengesteld: random.chance(0.1),
    functie: vacancyFunction(random, isExample),
    profiel: random.maybe(0.9, () => ({ vereisten: requirements(random) })),
    arbeidsovereenkomst: random.maybe(0.97, () => employmentContract(random, dayOf(createdAt + random.int(7, 60) * dayMs))),
    tewerkstellingsadres: address(random, town),
    sollicitatieprocedure: random.maybe(0.95, () => applicationProcedure(random, number)),
    kwaliteitsScore: random.maybe(0.05, () => random.int(0, 100)),
  };
  return {
    id: document.vacatureReferentie.interneReferentie,
    changes,
    document,
    town,
    endedOn: endedAt === undefined ? undefined : dayOf(endedAt),
    bulkStatus: status === 'GEPUBLICEERD' && random.chance(0.01) ? random.pick(['HERINGEDIEND', 'IN_CONTROLE']) : undefined,
  };
}

function drawStatus(random: Random): string {
  const draw = random.next();
  if (draw < 0.88) return 'GEPUBLICEERD';
  if (draw < 0.93) return 'NIET_GEPUBLICEERD';
  return draw < 0.97 ? 'AFGESLOTEN' : 'VERWIJDERD';
}

function pickTown(random: Random, isExample: boolean): FlemishTown {
  const zaventem = flemishTowns.find((town) => town.postcode === '1930');
  return isExample && zaventem !== undefined ? zaventem : random.pick(flemishTowns);
}

function address(random: Random, town: FlemishTown | undefined): Workplace | undefined {
  if (town !== undefined) return workplace(random, town);
  return random.maybe(0.5, () => foreignWorkplace(random));
}

function vacancyFunction(random: Random, isExample: boolean): VacancyFunction {
  const { field, title } = jobTitle(random);
  const occupation = random.pick(occupations.filter((occupation) => occupation.field === field));
  const domains = new Set(isExample ? ['JOBCAT01'] : occupation.domains);
  if (random.chance(0.15)) domains.add(random.pick(Object.keys(jobDomains)));
  return {
    functieTitel: title,
    omschrijving: random.maybe(0.97, () => htmlDescription(random)),
    jobdomeinen: [...domains],
    beroepsprofiel: random.maybe(0.95, () => ({ code: occupation.code, ervaring: random.maybe(0.9, () => random.pick(Object.keys(experience))) })),
  };
}

function between(random: Random, from: number, to: number): number {
  return from + 1 + Math.floor(random.next() * (to - from - 1));
}
