import type { Random } from '../kit/random.ts';
import type { Enumerations } from './enumerations.ts';
import type { CsoConditions, CsoOrganisation } from './model.ts';

/** Hours, contract and pay; pay is by scales or by amounts as the organisation has it, sometimes only told in words (5.10). */
export function makeConditions(random: Random, { contractTypes, payScales }: Enumerations, organisation: CsoOrganisation): CsoConditions {
  const hoursMax = random.pick([24, 32, 36, 36, 36, 38, 40]);
  const contract = random.maybe(0.97, () => random.pick(contractTypes.all()).code) ?? null;
  const common = { hoursMin: random.maybe(0.6, () => hoursMax - random.pick([0, 4, 8, 12])) ?? null, hoursMax, contractType: contract };
  if (random.chance(0.08)) {
    return { ...common, salaryMin: null, salaryMax: null, payDescription: 'Salaris in overleg; maximaal € 4.800 bruto per maand', payScales: [] };
  }
  if (organisation.usesPayScales) {
    const first = random.int(4, 15);
    const scales = payScales.values.slice(first - 1, first - 1 + random.int(1, 2)).map((value) => value.code);
    return { ...common, salaryMin: null, salaryMax: null, payDescription: random.maybe(0.1, () => 'Afhankelijk van ervaring') ?? null, payScales: scales };
  }
  const salaryMin = random.int(22, 55) * 100;
  const salaryMax = salaryMin + random.int(3, 20) * 100 + 0.25;
  return { ...common, salaryMin: random.maybe(0.9, () => salaryMin) ?? null, salaryMax, payDescription: null, payScales: [] };
}
