import { emailOf, personName, phoneNumber } from '../content/people.ts';
import { htmlDescription, htmlRequirements, titlesByField } from '../content/texts.ts';
import { dutchTowns, flemishTowns } from '../content/towns.ts';
import { Random } from '../kit/random.ts';
import type { SandboxOptions } from '../kit/upstream.ts';
import { Board, type BoardVacancy } from './board.ts';
import { ClickLog } from './clicks.ts';
import { companyTypes, userFunctions } from './lists.ts';
import type { VacancyPayload } from './payload.ts';
import { trafficOf } from './traffic.ts';

/** 300 vacancies of account A and 12 of account B, times the scale, with the traffic of the last 400 days. */
export function makeBoard({ seed, scale, clock }: SandboxOptions): Board {
  const random = new Random(`${seed}:ictergezocht`);
  const nowMs = clock.now();
  const vacancies: BoardVacancy[] = [];
  const counts = { A: Math.round(300 * scale), B: Math.round(12 * scale) };
  for (const account of ['A', 'B'] as const) {
    for (let number = 0; number < counts[account]; number += 1) vacancies.push(makeVacancy(random, account, 70_001 + vacancies.length * 3, nowMs));
  }
  const clicksOf = (account: 'A' | 'B'): ClickLog => new ClickLog(vacancies.filter((vacancy) => vacancy.account === account).flatMap((vacancy) => trafficOf(random, vacancy, nowMs)));
  return new Board(vacancies, { A: clicksOf('A'), B: clicksOf('B') });
}

function makeVacancy(random: Random, account: 'A' | 'B', vacancyId: number, nowMs: number): BoardVacancy {
  const postedMs = nowMs - random.int(3600, 400 * 86_400) * 1000;
  const deletedMs = random.chance(0.05) ? postedMs + Math.floor(random.next() * (nowMs - postedMs)) : undefined;
  return {
    vacancyId,
    account,
    payload: makePayload(random, vacancyId),
    postedMs,
    fresh: false,
    runtime: random.pick([30, 30, 60, 60, 90, 180]),
    campaign: random.maybe(0.85, () => random.pick(['Standaard', 'Premium', 'Campagne ‘ICT & zorg’', 'Voorjaar'])) ?? null,
    functionGroup: random.maybe(0.9, () => random.pick(['Softwareontwikkeling', 'Systeembeheer', 'Data & BI', 'Security', 'Projectmanagement', 'Overig'])) ?? null,
    // Some run at a fixed price: their clicks cost nothing.
    cpcCents: random.chance(0.1) ? 0 : random.int(15, 145),
    deletedMs,
    applications: [],
  };
}

function makePayload(random: Random, vacancyId: number): VacancyPayload {
  const flemish = random.chance(0.1);
  const location = flemish ? random.pick(flemishTowns).name : dutchLocation(random);
  return {
    referenceNumber: random.chance(0.15) ? random.uuid() : `REF-${String(vacancyId)}`,
    title: random.pick(titlesByField['ict'] ?? []),
    description: `${htmlDescription(random)}\n${htmlRequirements(random)}`,
    location,
    ...present(random, 0.8, () => ({ countryCode: (flemish ? 'BE' : 'NL') })),
    ...present(random, 0.6, () => ({ education: random.pick(['HBO', 'MBO 4', 'WO', 'Bachelor informatica']) })),
    ...present(random, 0.5, () => ({ hours: random.pick(['40 uur', '32-40 uur per week', 'fulltime']) })),
    ...present(random, 0.4, () => ({ salary: `€ ${random.int(28, 45) * 100} - € ${random.int(46, 80) * 100} per maand` })),
    ...present(random, 0.5, () => ({ company: ({ name: random.pick(['IT-huis Ünal & co', 'Waterschap Oude Rijn', 'Bits <&> Bytes B.V.']), typeId: random.pick(companyTypes).id }) })),
    ...present(random, 0.85, () => ({ companyUser: makeContact(random, vacancyId) })),
    ...present(random, 0.3, () => ({ atsId: random.digits(6) })),
  };
}

function makeContact(random: Random, number: number): NonNullable<VacancyPayload['companyUser']> {
  const name = personName(random);
  return { name: `${name.firstName} ${name.lastName}`, email: emailOf(name, number), phone: phoneNumber(random, 'NL'), functionId: random.pick(userFunctions).id };
}

function dutchLocation(random: Random): string {
  const { name, postcodeDigits } = random.pick(dutchTowns);
  return random.chance(0.2) ? `${postcodeDigits} ${random.pick(['AB', 'KM', 'XZ'])}` : name;
}

/** Some fields, or none of them. */
function present<T extends object>(random: Random, probability: number, make: () => T): Partial<T> {
  return random.chance(probability) ? make() : {};
}
