import type { Random } from '../kit/random.ts';
import type { CsoEnumerationValue } from './model.ts';

/** Codes that the example of 5.10 sends. */
const documentedCodes: Readonly<Record<number, string>> = { 10: 'MTBI9LD7', 11: '1Y08ZSFF', 12: 'FF51QGU7' };
const codeCharacters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];

/** The scales 1 to 18: codes of eight capitals and digits, salaries in euro a month. */
export function payScaleValues(random: Random, firstId: number): CsoEnumerationValue[] {
  return Array.from({ length: 18 }, (_, index) => {
    const scale = index + 1;
    const salaryMin = Math.round(1950 * 1.075 ** index);
    return {
      id: firstId + index,
      code: documentedCodes[scale] ?? Array.from({ length: 8 }, () => random.pick(codeCharacters)).join(''),
      label: `schaal ${scale}`,
      children: null,
      payScale: { scale, salaryMin, salaryMax: Math.round(salaryMin * 1.42) + 0.5, displayOrder: scale * 10 },
    };
  });
}
