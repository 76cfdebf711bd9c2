import { postcodesAround } from './geography.ts';
import type { Parameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { Vacancy, VacancyRecord } from './vacancy.ts';
import { dayOf } from './vacancy-data.ts';

export const criteriaNames: readonly string[] = ['jobdomein', 'postcode', 'beroep', 'competentie', 'afstand', 'ervaring', 'sinds', 'sorteerveld', 'filterDubbels'];

const dayMs = 86_400_000;
const published = 'GEPUBLICEERD';
const competenceTypes: ReadonlySet<string> = new Set(['technischecompetentie', 'softskill']);

/** True for the vacancies that a criterion keeps. */
type Test = (record: VacancyRecord) => boolean;

/** The published vacancies that meet every criterion, in the order that `sorteerveld` asks for. */
export function searchVacancies(records: readonly VacancyRecord[], parameters: Parameters, now: number): VacancyRecord[] {
  const tests = readTests(parameters, now);
  const order = parameters.choice('sorteerveld', ['PUBLICATIE_DATUM', 'WIJZIGINGS_DATUM']);
  const found = records.filter((record) => record.document.status === published && tests.every((test) => test(record)));
  if (order === 'PUBLICATIE_DATUM') return newestFirst(found, ({ document }) => Date.parse(document.publicatieDatum));
  if (order === 'WIJZIGINGS_DATUM') return newestFirst(found, ({ changes }) => changes.at(-1) ?? 0);
  return found;
}

/** Values of one criterion are alternatives; criteria narrow each other. */
function readTests(parameters: Parameters, now: number): Test[] {
  const tests: Test[] = [];
  const among = (name: string, form: RegExp, values: (vacancy: Vacancy) => readonly (string | undefined)[]): void => {
    const wanted = new Set<string | undefined>(parameters.list(name, form));
    if (wanted.size > 0) tests.push(({ document }) => values(document).some((value) => value !== undefined && wanted.has(value)));
  };
  among('jobdomein', /^JOBCAT\d{2}$/, ({ functie }) => functie.jobdomeinen);
  among('beroep', /^[A-Z]\d{6}-\d{1,2}$/, ({ functie }) => [functie.beroepsprofiel?.code]);
  among('ervaring', /^\d$/, ({ functie }) => [functie.beroepsprofiel?.ervaring]);
  among('competentie', /^\d{1,6}$/, ({ profiel }) => (profiel?.vereisten ?? []).filter(({ type }) => competenceTypes.has(type)).map(({ code }) => code));
  const postcodes = readPostcodes(parameters);
  if (postcodes !== undefined) tests.push(({ town }) => town !== undefined && postcodes.has(town.postcode));
  const days = parameters.integer('sinds', 0, 36_500);
  if (days !== undefined) {
    const first = dayOf(now - days * dayMs);
    tests.push(({ document }) => document.publicatieDatum >= first);
  }
  if (parameters.flag('filterDubbels')) tests.push(({ id, document }) => document.dubbels === undefined || document.dubbels.parentUuid === id);
  return tests;
}

/** The postcodes that are searched: those given, and with `afstand` every town within so many kilometres of one of them. */
function readPostcodes(parameters: Parameters): ReadonlySet<string> | undefined {
  const given = parameters.list('postcode', /^\d{4}$/);
  const km = parameters.integer('afstand', 0, 500);
  if (given.length === 0) {
    if (km !== undefined) throw new Refusal(400, 'Parameter afstand vraagt ook een postcode');
    return undefined;
  }
  return new Set(km === undefined ? given : given.flatMap((postcode) => postcodesAround(postcode, km)));
}

/** Sorted descending, and by id where two are equal, so that pages are stable. */
function newestFirst(records: readonly VacancyRecord[], time: (record: VacancyRecord) => number): VacancyRecord[] {
  return records.toSorted((a, b) => time(b) - time(a) || (a.id < b.id ? -1 : 1));
}
