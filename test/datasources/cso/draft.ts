import type { Draft, JobDraft } from '../../../src/domain/posting/drafts.ts';

const dayMs = 24 * 60 * 60_000;

/** A job without anything. */
const nothing: JobDraft = {
  jobCode: null,
  internalReferenceCode: null,
  organisationCode: null,
  name: null,
  description: null,
  requirements: null,
  otherDetails: null,
  employer: null,
  department: null,
  openings: null,
  applicationTypes: null,
  onlineApplicationTypes: null,
  applicationEmail: null,
  applicationUrl: null,
  applicationAddress: null,
  city: null,
  postcode: null,
  educationLevels: null,
  jobCategories: null,
  jobBranches: null,
  regions: null,
  hoursMin: null,
  hoursMax: null,
  contractType: null,
  payScales: null,
  salaryMin: null,
  salaryMax: null,
  payDescription: null,
  applicationContact: null,
  applicationProcedureContact: null,
  informationContact: null,
  drivingLicences: null,
  securityScreening: null,
  structureGroup: null,
  visible: null,
  publicationSets: null,
  extra: null,
};

type JobPosting = Extract<Draft, { channel: 'CSO' }>;

/** A job of which nothing is stated but the changes. */
export function bareJob(changes: Partial<JobDraft>): JobDraft {
  return { ...nothing, ...changes };
}

/** A job that CSO takes, open to everybody from yesterday to next month. */
export function jobDraft(changes: Partial<JobDraft> = {}): JobPosting {
  const job = bareJob({
    internalReferenceCode: 'WG-1',
    organisationCode: '01130',
    name: 'Dijkinspecteur',
    description: '<p>Je loopt de dijken na.</p>',
    requirements: 'Hbo waterbouw.',
    applicationTypes: ['electronic'],
    onlineApplicationTypes: ['EST.02'],
    applicationEmail: 'werk@example.org',
    city: 'Utrecht',
    postcode: '3511AA',
    educationLevels: ['CWD.08'],
    jobCategories: ['CFT.14'],
    jobBranches: ['CVG.12'],
    regions: ['BRG.0214', 'BRG.0210'],
    hoursMax: 36,
    contractType: 'CSD.02',
    payDescription: 'Schaal 10.',
    visible: true,
    publicationSets: [open(Date.now() - dayMs, Date.now() + 30 * dayMs)],
    ...changes,
  });
  return { channel: 'CSO', job };
}

/** One phase that is open to everybody, from and until milliseconds since the epoch. */
export function open(fromMs: number, untilMs: number) {
  return { publications: [{ status: 'PUB.06', startsAt: new Date(fromMs), endsAt: new Date(untilMs) }] };
}

/** Reference codes that no other test of a file uses. */
export function references(): () => string {
  let number = 0;
  return () => {
    number += 1;
    return `WG-${number}`;
  };
}
