import type { EnumerationValue } from '../../domain/enumeration.ts';
import type { EmploymentType } from '../../domain/employment-type.ts';
import { type Employment, type Money, noEmployment } from '../../domain/vacancy.ts';
import { type Json, optionalNumber, optionalText } from '../../http/parse.ts';
import type { CodedValues } from './enumerations.ts';

/** Full time in the collective agreement of the central government, hours a week. */
const fullTimeHours = 36;

/**
 * `features.employmentConditions`. Pay is by amounts or by scales (CSO document, 5.10): where there are scales alone, their
 * lowest and highest amounts are the salary. Amounts are EUR gross a month.
 */
export function employmentFromConditions(conditions: Json | null, coded: CodedValues): Employment {
  if (conditions === null) return noEmployment;
  const contractType = coded.one('contractTypes', conditions['contractType']);
  const hoursMin = optionalNumber(conditions['hoursMin']);
  const hoursMax = optionalNumber(conditions['hoursMax']);
  const payScales = coded.many('payScales', conditions['payScales']);
  const { min, max } = salaryOf(optionalNumber(conditions['salaryMin']), optionalNumber(conditions['salaryMax']), payScales);
  return {
    ...noEmployment,
    types: employmentTypesOf(contractType, hoursMin, hoursMax),
    contractType,
    hoursMin,
    hoursMax,
    salaryMin: euros(min),
    salaryMax: euros(max),
    salaryPeriod: min === null && max === null ? null : 'MONTH',
    salaryText: optionalText(conditions['payDescription']),
    payScales,
  };
}

/** 32 to 36 hours is work for full-timers and part-timers alike. */
export function employmentTypesOf(contractType: EnumerationValue | null, hoursMin: number | null, hoursMax: number | null): readonly EmploymentType[] {
  const types: EmploymentType[] = [];
  const most = hoursMax ?? hoursMin;
  const least = hoursMin ?? hoursMax;
  if (most !== null && most >= fullTimeHours) types.push('FULL_TIME');
  if (least !== null && least < fullTimeHours) types.push('PART_TIME');
  if (contractType !== null && contractType.employmentType !== null) types.push(contractType.employmentType);
  return types;
}

function salaryOf(min: number | null, max: number | null, payScales: readonly EnumerationValue[]): { min: number | null; max: number | null } {
  if (min !== null || max !== null) return { min, max };
  const lowest = payScales.map((scale) => scale.salaryMin).filter((amount) => amount !== null);
  const highest = payScales.map((scale) => scale.salaryMax).filter((amount) => amount !== null);
  return { min: lowest.length === 0 ? null : Math.min(...lowest), max: highest.length === 0 ? null : Math.max(...highest) };
}

function euros(amount: number | null): Money | null {
  return amount === null ? null : { amount, currency: 'EUR' };
}
