import type { Random } from '../kit/random.ts';
import type { Candidate, CandidateRecord } from './candidate.ts';
import { certificates, competences, desiredJob, education, educations, experiences, naturalPerson } from './candidate-parts.ts';
import { dayOf } from './vacancy-data.ts';

const dayMs = 86_400_000;
const oldestDays = 365;
/** How many CVs answer the CV document's example: a study of MAE5AHH and region BE231A. */
const examples = 7;

/** `count` CVs that were last changed in the year before `now`. */
export function makeCandidates(random: Random, count: number, now: number): CandidateRecord[] {
  return Array.from({ length: count }, (_, index) => (index % 83 === 82 ? makeBare(random, now) : makeCandidate(random, index, now)));
}

function makeCandidate(random: Random, index: number, now: number): CandidateRecord {
  const isExample = index < examples;
  const status = isExample ? 'OPEN' : drawStatus(random);
  const changes = drawChanges(random, now);
  const document: Candidate = {
    cvId: random.uuid(),
    status,
    wijzigingsDatum: dayOf(changes.at(-1) ?? now),
    iklId: random.maybe(0.95, () => 11_116_485 + index),
    persoonlijkeInteresse: random.maybe(0.95, () => ({})),
    natuurlijkPersoon: random.maybe(0.97, () => naturalPerson(random, index)),
    ervaringen: random.maybe(0.9, () => experiences(random)),
    opleidingen: isExample ? [...educations(random, 1), education(random, 'MAE5AHH')] : random.maybe(0.9, () => educations(random, random.int(0, 3))),
    attesteringen: random.maybe(0.8, () => certificates(random)),
    competenties: random.maybe(0.9, () => competences(random)),
    gewensteJob: isExample ? desiredJob(random, ['BE231A']) : random.maybe(0.9, () => desiredJob(random, random.chance(0.2) ? ['BE1'] : [])),
  };
  const bulkStatus = status === 'OPEN' && random.chance(0.02) ? 'IN_CONTROLE' : undefined;
  return { id: document.cvId, changes, document, bulkStatus };
}

/** A CV with nothing in it but what every CV has. */
function makeBare(random: Random, now: number): CandidateRecord {
  const changes = drawChanges(random, now);
  const cvId = random.uuid();
  return { id: cvId, changes, document: { cvId, status: 'OPEN', wijzigingsDatum: dayOf(changes.at(-1) ?? now) }, bulkStatus: undefined };
}

function drawStatus(random: Random): string {
  const draw = random.next();
  if (draw < 0.9) return 'OPEN';
  return draw < 0.96 ? 'GESLOTEN' : 'VERWIJDERD';
}

/** One to three instants, ascending. */
function drawChanges(random: Random, now: number): number[] {
  const instants = Array.from({ length: random.int(1, 3) }, () => now - Math.ceil((0.0005 + random.next() ** 3) * oldestDays * dayMs));
  return [...new Set(instants)].toSorted((a, b) => a - b);
}
