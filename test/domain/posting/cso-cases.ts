import type { SaveJobInput } from '../../../src/domain/posting/inputs.ts';
import type { UserErrorCode } from '../../../src/domain/posting/user-error.ts';
import { phase, phaseCodes } from './samples.ts';

const { hpk, intern, extern } = phaseCodes;

export type JobChange = Partial<SaveJobInput>;
/** The rule that the second change breaks and the first does not, what is said of it, and where. */
type JobCase = readonly [rule: string, passes: JobChange, fails: JobChange, code: UserErrorCode, path: string];

const written = { applicationTypes: ['written'], onlineApplicationTypes: null, applicationEmail: null };
const postal = { street: 'Postbus 1', postcode: '2500EA', city: 'Den Haag' };
const byUrl = { onlineApplicationTypes: ['EST.04'], applicationEmail: null };
export const amounts = { payDescription: null, salaryMin: 2500, salaryMax: 3500 };
export const scales = { payDescription: null, payScales: ['MTBI9LD7'] };
const published = (...publications: ReturnType<typeof phase>[]): JobChange => ({ publicationSets: [{ publications }] });
const phaseAt = 'publicationSets.0.publications';

/** For every rule of CSO at least one. */
export const jobCases: readonly JobCase[] = [
  ...requiredCases({ internalReferenceCode: '', organisationCode: null, name: ' ', description: null, requirements: '', applicationTypes: [], city: null, contractType: '', visible: null }),
  ...requiredCases({ educationLevels: [], jobCategories: [], jobBranches: null, regions: [], hoursMax: null }),
  ['CSO_UNKNOWN_ORGANISATION', { organisationCode: '01130' }, { organisationCode: '99999' }, 'UNKNOWN_CODE', 'organisationCode'],
  ['CSO_UNKNOWN_JOB_APPLICATION_TYPE', { applicationTypes: ['electronic'] }, { applicationTypes: ['electronic', 'fax'] }, 'UNKNOWN_CODE', 'applicationTypes.1'],
  ['CSO_UNKNOWN_ONLINE_JOB_APPLICATION_TYPE', { onlineApplicationTypes: ['EST.06'] }, { onlineApplicationTypes: ['EST.99'] }, 'UNKNOWN_CODE', 'onlineApplicationTypes.0'],
  ['CSO_UNKNOWN_EDUCATION_LEVEL', { educationLevels: ['CWD.0802'] }, { educationLevels: ['HBO'] }, 'UNKNOWN_CODE', 'educationLevels.0'],
  ['CSO_UNKNOWN_JOB_CATEGORY', { jobCategories: ['CFT.02', 'CFT.0202'] }, { jobCategories: ['CFT.14', 'CVG.12'] }, 'UNKNOWN_CODE', 'jobCategories.1'],
  ['CSO_UNKNOWN_JOB_BRANCH', { jobBranches: ['CVG.0802'] }, { jobBranches: ['CVG.99'] }, 'UNKNOWN_CODE', 'jobBranches.0'],
  ['CSO_UNKNOWN_REGION', { regions: ['DE'] }, { regions: ['XX'] }, 'UNKNOWN_CODE', 'regions.0'],
  ['CSO_UNKNOWN_CONTRACT_TYPE', { contractType: 'CSD.0402' }, { contractType: 'Vast' }, 'UNKNOWN_CODE', 'contractType'],
  ['CSO_UNKNOWN_PAY_SCALE', { payScales: ['MTBI9LD7'] }, { payScales: ['ZZZZZZZZ'] }, 'UNKNOWN_CODE', 'payScales.0'],
  ['CSO_UNKNOWN_DRIVING_LICENCE', { drivingLicences: ['b', 'A1'] }, { drivingLicences: ['b', 'B'] }, 'UNKNOWN_CODE', 'drivingLicences.1'],
  ['CSO_UNKNOWN_SECURITY_SCREENING', { securityScreening: null }, { securityScreening: ' ' }, 'UNKNOWN_CODE', 'securityScreening'],
  ['CSO_UNKNOWN_SECURITY_SCREENING', { securityScreening: 'VFN.01' }, { securityScreening: 'A' }, 'UNKNOWN_CODE', 'securityScreening'],
  ['CSO_UNKNOWN_JOB_STRUCTURE_GROUP', { structureGroup: 'JSG.02' }, { structureGroup: 'JSG.99' }, 'UNKNOWN_CODE', 'structureGroup'],
  ['CSO_UNKNOWN_JOB_PUBLICATION_STATUS', published(phase(intern, 1, 2)), published(phase(intern, 1, 2), phase('PUB.99', 1, 2)), 'UNKNOWN_CODE', `${phaseAt}.1.status`],
  ['CSO_SEVERAL_REGIONS_MUST_BE_DUTCH', { regions: ['BRG.0214', 'BRG.0210'] }, { regions: ['BRG.0214', 'DE'] }, 'CONFLICT', 'regions.1'],
  ['CSO_SEVERAL_REGIONS_MUST_BE_DUTCH', { regions: ['BE'] }, { regions: ['BE', 'DE'] }, 'CONFLICT', 'regions.0'],
  ['CSO_POSTCODE_WITH_DUTCH_REGION', { regions: ['BE'], postcode: null }, { postcode: ' ' }, 'REQUIRED', 'postcode'],
  ['CSO_POSTCODE_WITH_DUTCH_REGION', { postcode: '9700 AA' }, { regions: ['BRG.0228'], postcode: null }, 'REQUIRED', 'postcode'],
  ['CSO_WRITTEN_APPLICATION_NEEDS_ADDRESS', { ...written, applicationAddress: postal }, written, 'REQUIRED', 'applicationAddress'],
  ['CSO_WRITTEN_APPLICATION_NEEDS_ADDRESS', { ...written, applicationContact: { address: postal } }, { ...written, applicationContact: { address: { ...postal, city: null } } }, 'REQUIRED', 'applicationContact.address.city'],
  ['CSO_WRITTEN_APPLICATION_NEEDS_ADDRESS', { applicationTypes: ['electronic'] }, { ...written, applicationAddress: { ...postal, street: '' } }, 'REQUIRED', 'applicationAddress.street'],
  ['CSO_ELECTRONIC_APPLICATION_NEEDS_EMAIL_OR_URL', { applicationEmail: null, applicationContact: { email: 'jo@example.org' } }, { applicationEmail: null, applicationUrl: 'https://example.org' }, 'REQUIRED', 'applicationEmail'],
  ['CSO_ELECTRONIC_APPLICATION_NEEDS_EMAIL_OR_URL', { ...byUrl, applicationUrl: 'https://example.org' }, { ...byUrl, applicationEmail: 'jo@example.org' }, 'REQUIRED', 'applicationUrl'],
  ['CSO_ELECTRONIC_APPLICATION_NEEDS_EMAIL_OR_URL', { onlineApplicationTypes: null }, { onlineApplicationTypes: [], applicationEmail: null }, 'REQUIRED', 'applicationEmail'],
  ['CSO_ELECTRONIC_APPLICATION_NEEDS_EMAIL_OR_URL', { onlineApplicationTypes: ['EST.06'] }, { onlineApplicationTypes: ['EST.06'], applicationEmail: null }, 'REQUIRED', 'applicationEmail'],
  ['CSO_APPLICATION_EMAIL_FORM', { applicationEmail: 'een.naam+werk@sub.example.org' }, { applicationEmail: 'nobody' }, 'INVALID_FORMAT', 'applicationEmail'],
  ['CSO_APPLICATION_EMAIL_FORM', { applicationEmail: null, applicationContact: { email: 'jo@example.org' } }, { applicationEmail: null, applicationContact: { email: 'a@b@c.nl' } }, 'INVALID_FORMAT', 'applicationContact.email'],
  ['CSO_APPLICATION_URL_FORM', { applicationUrl: 'http://example.org/a?b=c' }, { applicationUrl: 'example.org' }, 'INVALID_FORMAT', 'applicationUrl'],
  ['CSO_CONTACT_EMAIL_FORM', { informationContact: { email: 'jo@example.org' } }, { informationContact: { email: 'jo at example' } }, 'INVALID_FORMAT', 'informationContact.email'],
  ['CSO_NEVER_SCALES_AND_AMOUNTS', scales, { ...scales, salaryMax: 3500 }, 'CONFLICT', 'payScales'],
  ['CSO_NEVER_SCALES_AND_AMOUNTS', amounts, { ...amounts, payScales: ['MTBI9LD7'], payDescription: 'x' }, 'CONFLICT', 'payScales'],
  ['CSO_PAY_IS_STATED', { payDescription: null, salaryMin: 2500 }, { payDescription: ' ', payScales: [] }, 'REQUIRED', 'payDescription'],
  ['CSO_PAY_IS_STATED', scales, { payDescription: null }, 'REQUIRED', 'payDescription'],
  ['CSO_SCALES_OR_AMOUNTS_AS_THE_ORGANISATION_HAS_IT', {}, scales, 'CONFLICT', 'payScales'],
  ['CSO_SCALES_OR_AMOUNTS_AS_THE_ORGANISATION_HAS_IT', { organisationCode: '01130' }, { payDescription: 'x', salaryMax: 3500 }, 'CONFLICT', 'salaryMax'],
  ['CSO_PERIOD_HAS_PHASES', { publicationSets: [] }, published(), 'REQUIRED', phaseAt],
  ['CSO_PHASE_ENDS_AFTER_START', published(phase(extern, 1, 2)), published(phase(extern, 1, 2), phase(extern, 3, 2)), 'OUT_OF_RANGE', `${phaseAt}.1.endsAt`],
  ['CSO_PHASE_ENDS_AFTER_START', published(phase(extern, 1, 1 + 1 / 86_400)), published(phase(extern, 1, 1)), 'OUT_OF_RANGE', `${phaseAt}.0.endsAt`],
  ['CSO_HPK_OVERLAPS_NO_PHASE', published(phase(hpk, 1, 5), phase(extern, 5, 9)), published(phase(hpk, 1, 5), phase(extern, 4, 9)), 'CONFLICT', `${phaseAt}.1`],
  ['CSO_HPK_OVERLAPS_NO_PHASE', published(phase(intern, 1, 5), phase(extern, 2, 9)), published(phase(intern, 1, 5), phase(hpk, 4, 9)), 'CONFLICT', `${phaseAt}.0`],
  ['CSO_HPK_OVERLAPS_NO_PHASE', published(phase(hpk, 1, 2), phase(hpk, 2, 3)), published(phase(hpk, 1, 3), phase(hpk, 2, 4)), 'CONFLICT', `${phaseAt}.1`],
  ['CSO_HPK_FIRST', { organisationCode: '01140', ...published(phase(hpk, 1, 6), phase(extern, 6, 9)) }, { organisationCode: '01140' }, 'CONFLICT', `${phaseAt}.0`],
  ['CSO_HPK_FIRST', { organisationCode: '01140', publicationSets: [] }, { organisationCode: '01140', ...published(phase(extern, 1, 3), phase(hpk, 3, 8)) }, 'CONFLICT', `${phaseAt}.0`],
  ['CSO_PHASE_HAS_END', published(phase(extern, 1, 9)), published(phase(extern, 1, null)), 'REQUIRED', `${phaseAt}.0.endsAt`],
  ['CSO_NOT_CLOSED_ALREADY', published(phase(extern, -9, -5), phase(extern, -5, 1)), published(phase(extern, -9, -1), phase(extern, -5, -3)), 'OUT_OF_RANGE', `${phaseAt}.0.endsAt`],
  ['CSO_HOURS_RANGE', { hoursMin: 36, hoursMax: 36 }, { hoursMin: 37, hoursMax: 36 }, 'OUT_OF_RANGE', 'hoursMin'],
  ['CSO_HOURS_RANGE', { hoursMin: 0 }, { hoursMax: 0 }, 'OUT_OF_RANGE', 'hoursMax'],
  ['CSO_SALARY_RANGE', { salaryMin: 2500, salaryMax: 2500 }, { salaryMin: 4000, salaryMax: 3000 }, 'OUT_OF_RANGE', 'salaryMin'],
  ['CSO_SALARY_RANGE', { salaryMax: 3000 }, { salaryMax: -1 }, 'OUT_OF_RANGE', 'salaryMax'],
  ['CSO_OPENINGS_RANGE', { openings: 1 }, { openings: 0 }, 'OUT_OF_RANGE', 'openings'],
  ['CSO_EXTRA_ADDS_ONLY', { extra: { features: { tvDistinction: 'v' } } }, { extra: { content: { name: 'Other' } } }, 'CONFLICT', 'extra.content.name'],
  ['CSO_EXTRA_ADDS_ONLY', { extra: null }, { extra: ['content'] }, 'INVALID_FORMAT', 'extra'],
];

function requiredCases(without: JobChange): JobCase[] {
  return Object.entries(without).map(([field, value]) => ['CSO_REQUIRED', {}, { [field]: value }, 'REQUIRED', field]);
}

