import { type FieldRule, field } from '../field.ts';
import type { JobDraft } from '../drafts.ts';
import { addressFields, contactFields } from './contact-fields.ts';

const required = true;

/** What saveJob takes, by field; what is required is the least that the CSO document's 5.10 lists. */
const ownFields: Readonly<Record<keyof JobDraft, FieldRule>> = {
  jobCode: field('jobCode', 'Vacaturecode', 'The code of the job to change; without it a new job is made.'),
  internalReferenceCode: field('internalReferenceCode', 'Vacaturenummer', "The poster's own number of the vacancy.", { required }),
  organisationCode: field('organisationCode', 'Organisatiecode', 'The organisation that the job is at, by its code.', { required }),
  name: field('name', 'Functienaam', 'The name of the job.', { required }),
  description: field('description', 'Functieomschrijving', 'What the job is.', { required }),
  requirements: field('requirements', 'Functie-eisen', 'What is asked of a candidate.', { required }),
  otherDetails: field('otherDetails', 'Overige informatie', 'Whatever else is to be told.'),
  employer: field('employer', 'Werkgever', 'What is told of the employer.'),
  department: field('department', 'Afdeling', 'What is told of the department.'),
  openings: field('openings', 'Aantal functies', 'How many are wanted; whole, from 1.', { type: 'Int' }),
  applicationTypes: field('applicationTypes', 'Sollicitatiewijze', 'How one may apply: in writing, electronically, or both.', { required, type: '[String!]', enumeration: 'JOB_APPLICATION_TYPE' }),
  onlineApplicationTypes: field('onlineApplicationTypes', 'Digitale sollicitatiewijze', 'How one applies electronically: by e-mail, at a URL.', { type: '[String!]', enumeration: 'ONLINE_JOB_APPLICATION_TYPE' }),
  applicationEmail: field('applicationEmail', 'E-mailadres voor sollicitaties', 'Where applications by e-mail go.'),
  applicationUrl: field('applicationUrl', 'Reactie-URL', 'Where one applies on the web; http or https.', { type: 'URL' }),
  applicationAddress: field('applicationAddress', 'Postadres voor sollicitaties', 'Where applications in writing go.', { type: 'PostalAddressInput' }),
  city: field('city', 'Standplaats', 'The town where the work is, in the Netherlands or abroad.', { required }),
  postcode: field('postcode', 'Postcode', 'The postcode where the work is; needed with Dutch regions.'),
  educationLevels: field('educationLevels', 'Werk- en denkniveau', 'Levels of education, by code.', { required, type: '[String!]', enumeration: 'EDUCATION_LEVEL' }),
  jobCategories: field('jobCategories', 'Functietype', 'Kinds of job, by code.', { required, type: '[String!]', enumeration: 'JOB_CATEGORY' }),
  jobBranches: field('jobBranches', 'Vakgebied', 'Fields of work, by code.', { required, type: '[String!]', enumeration: 'JOB_BRANCH' }),
  regions: field('regions', "Regio's", 'Dutch regions, or one foreign country, by code.', { required, type: '[String!]', enumeration: 'REGION' }),
  hoursMin: field('hoursMin', 'Minimaal aantal uren', 'Hours a week at least.', { type: 'Float' }),
  hoursMax: field('hoursMax', 'Maximaal aantal uren', 'Hours a week at most.', { required, type: 'Float' }),
  contractType: field('contractType', 'Dienstverband', 'The kind of contract, by code.', { required, enumeration: 'CONTRACT_TYPE' }),
  payScales: field('payScales', 'Salarisschalen', 'Pay scales by code, where the organisation pays by scale.', { type: '[String!]', enumeration: 'PAY_SCALE' }),
  salaryMin: field('salaryMin', 'Minimumsalaris', 'Euro a month at least, where the organisation has no scales.', { type: 'Float' }),
  salaryMax: field('salaryMax', 'Maximumsalaris', 'Euro a month at most, where the organisation has no scales.', { type: 'Float' }),
  payDescription: field('payDescription', 'Salarisomschrijving', 'The pay in words, in place of scales or amounts.'),
  applicationContact: field('applicationContact', 'Contact voor sollicitaties', 'Who receives applications.', { type: 'ContactInput' }),
  applicationProcedureContact: field('applicationProcedureContact', 'Contact over de procedure', 'Whom to ask about the procedure.', { type: 'ContactInput' }),
  informationContact: field('informationContact', 'Contact over de functie', 'Whom to ask about the job.', { type: 'ContactInput' }),
  drivingLicences: field('drivingLicences', 'Rijbewijzen', 'Driving licences that are needed, by code; capitals matter.', { type: '[String!]', enumeration: 'DRIVING_LICENCE' }),
  securityScreening: field('securityScreening', 'Veiligheidsonderzoek', 'The security screening, by code.', { enumeration: 'SECURITY_SCREENING' }),
  structureGroup: field('structureGroup', 'Functiegroep', "The group in the state's structure of jobs, by code.", { enumeration: 'JOB_STRUCTURE_GROUP' }),
  visible: field('visible', 'Zichtbaar', 'Whether the job is shown to the public.', { required, type: 'Boolean' }),
  publicationSets: field('publicationSets', 'Publicatieperiode', 'The periods of publication, each of one phase or more.', { type: '[PublicationSetInput!]' }),
  extra: field('extra', 'Overige kenmerken', "Further attributes of CSO's job, merged deep at its root; they add to the other fields and never override them.", { type: 'JSON' }),
};

/** Every field of a job, also those inside objects. */
export const jobFields: readonly FieldRule[] = [
  ...Object.values(ownFields),
  ...addressFields('applicationAddress'),
  ...contactFields('applicationContact'),
  ...contactFields('applicationProcedureContact'),
  ...contactFields('informationContact'),
  field('publicationSets.publications', 'Publicatiefases', 'The phases of a period, each for a public of its own.', { type: '[PublicationInput!]' }),
  field('publicationSets.publications.status', 'Publicatiefase', 'For whom the job can be seen, by code.', { required, enumeration: 'JOB_PUBLICATION_STATUS' }),
  field('publicationSets.publications.startsAt', 'Begin van de publicatiefase', 'When the phase begins.', { required, type: 'DateTime' }),
  field('publicationSets.publications.endsAt', 'Einde van de publicatiefase', 'When the phase ends.', { type: 'DateTime' }),
];
