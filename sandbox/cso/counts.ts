import type { EnumerationName } from './enumeration-tables.ts';
import { invalid } from './fault.ts';
import type { CsoJob } from './model.ts';
import { type WireObject, remote } from './wire.ts';
import { wireValue } from './wire-enumeration.ts';
import type { World } from './world.ts';

/** The five enumerations that jobs are counted by (CSO document, 5.9), and where a job has their codes. */
const countable: Readonly<Record<string, { list: EnumerationName; codes: (job: CsoJob) => readonly string[] }>> = {
  EducationLevel: { list: 'educationLevels', codes: (job) => job.features.detail.educationLevels },
  JobBranch: { list: 'jobBranches', codes: (job) => job.features.detail.jobBranches },
  JobCategory: { list: 'jobCategories', codes: (job) => job.features.detail.jobCategories },
  ContractType: { list: 'contractTypes', codes: ({ features }) => (features.conditions.contractType === null ? [] : [features.conditions.contractType]) },
  Region: { list: 'regions', codes: (job) => job.features.detail.regions },
};

/** How many of the jobs have each value, a parent counting its children's; values that no job has are left out. */
export function countsBy({ enumerations, switches }: World, enumerationType: string, jobs: readonly CsoJob[]): WireObject[] {
  const anyCase = switches.enumerationTypeCase === 'any';
  const name = Object.keys(countable).find((each) => each === enumerationType || (anyCase && each.toLowerCase() === enumerationType.toLowerCase()));
  const counted = name === undefined ? undefined : countable[name];
  if (counted === undefined) throw invalid(`enumerationType is unknown: ${enumerationType}`);
  const list = enumerations[counted.list];
  return list.all().flatMap((value) => {
    const covered = new Set(list.covered(value.code));
    const jobSearchCount = jobs.filter((job) => counted.codes(job).some((code) => covered.has(code))).length;
    if (jobSearchCount === 0) return [];
    return [remote('RemoteJobEnumerationCount', { enumeration: { children: [], ...wireValue(list, value, switches) }, jobSearchCount })];
  });
}
