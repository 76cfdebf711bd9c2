import type { ContactDraft, JobDraft, PostalAddressDraft } from '../drafts.ts';

type Attribute = readonly string[];

const features = (...path: readonly string[]): Attribute => ['features', ...path];
const detail = (name: string): Attribute => features('featuresDetail', name);
const conditions = (name: string): Attribute => features('employmentConditions', name);

/**
 * Where a field's value stands in CSO's job (CSO document, the example of 5.10; reads confirm the others), as far as it
 * stands in one place. `extra` may not speak of the same.
 */
export const jobAttributes = {
  jobCode: ['code'],
  internalReferenceCode: features('internalReferenceCode'),
  organisationCode: ['organisation', 'code'],
  name: ['content', 'name'],
  description: ['content', 'description'],
  requirements: ['content', 'requirements'],
  otherDetails: ['content', 'otherDetails'],
  employer: ['content', 'employer'],
  department: ['content', 'department'],
  openings: detail('jobCount'),
  applicationTypes: features('applicationTypes'),
  onlineApplicationTypes: features('onlineApplicationTypes'),
  city: features('location', 'city'),
  postcode: features('location', 'postcode'),
  educationLevels: detail('educationLevels'),
  jobCategories: detail('jobCategories'),
  jobBranches: detail('jobBranches'),
  regions: detail('regions'),
  drivingLicences: detail('drivingLicences'),
  securityScreening: detail('securityScreening'),
  structureGroup: detail('jobStructureGroup'),
  hoursMin: conditions('hoursMin'),
  hoursMax: conditions('hoursMax'),
  contractType: conditions('contractType'),
  payScales: conditions('payScales'),
  salaryMin: conditions('salaryMin'),
  salaryMax: conditions('salaryMax'),
  payDescription: conditions('payDescription'),
  visible: ['publication', 'visible'],
  publicationSets: ['publication', 'publicationSets'],
} as const satisfies Partial<Readonly<Record<keyof JobDraft, Attribute>>>;

/** The parts of a contact; `extra` may add others to it. */
export const contactAttributes = {
  name: ['name'],
  email: ['location', 'email'],
  phone: ['location', 'phone'],
  url: ['location', 'url'],
} as const satisfies Partial<Readonly<Record<keyof ContactDraft, Attribute>>>;

export const addressAttributes = {
  street: ['location', 'street'],
  houseNumber: ['location', 'houseNumber'],
  postcode: ['location', 'postcode'],
  city: ['location', 'city'],
} as const satisfies Partial<Readonly<Record<keyof PostalAddressDraft, Attribute>>>;
