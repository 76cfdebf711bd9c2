import type { Random } from '../kit/random.ts';
import type { Enumerations } from './enumerations.ts';
import type { CsoOrganisation, CsoPhase, CsoPublication } from './model.ts';

const dayMs = 86_400_000;

/** Phases from the creation on: HPK first and alone where the organisation must, then some of the others side by side (3.5, 5.10). */
export function makePublication(random: Random, { jobPublicationStatuses }: Enumerations, organisation: CsoOrganisation, createdMs: number): CsoPublication {
  const visible = random.chance(0.97);
  if (random.chance(0.01)) return { visible, sets: [] };
  const firstMs = dayAfter(createdMs + (random.chance(0.03) ? 75 * dayMs : 0));
  const openMs = firstMs + organisation.hpkDays * dayMs;
  const hpk: CsoPhase[] = openMs > firstMs ? [{ status: jobPublicationStatuses.codeOf('HPK/VWNW'), startMs: firstMs, endMs: openMs }] : [];
  const labels = random.pick([['Extern'], ['Intern', 'Interdepartementaal', 'Extern'], ['Interdepartementaal', 'Extern'], ['Intern'], ['Interdepartementaal']]);
  const open = labels.map((label, index): CsoPhase => {
    const startMs = openMs + index * dayMs;
    return { status: jobPublicationStatuses.codeOf(label), startMs, endMs: startMs + random.int(10, 70) * dayMs };
  });
  const phases = [...hpk, ...open];
  const lastMs = Math.max(...phases.map((phase) => phase.endMs));
  return { visible, sets: [{ phases, retentionMaxMs: random.maybe(0.9, () => lastMs + random.int(28, 56) * dayMs) ?? null }] };
}

/** Midnight UTC after an instant. */
function dayAfter(ms: number): number {
  return (Math.floor(ms / dayMs) + 1) * dayMs;
}
