import { applicationReach } from '../../domain/posting/cso/application-reach.ts';
import { mergeExtra } from '../../domain/posting/cso/extra.ts';
import type { ContactDraft, JobDraft, PostalAddressDraft, PublicationDraft } from '../../domain/posting/drafts.ts';
import { isMissing } from '../../domain/posting/text-forms.ts';
import type { Json } from '../../http/parse.ts';
import { type CsoList, csoLists } from './lists.ts';

/**
 * The `RemoteJob` that saveJob is sent (CSO document, 5.10), shaped as the example there: reads confirm its paths, the table of
 * required attributes has others. What the draft does not state is left out; its `extra` adds to it and overrides nothing.
 * @param jobCode the job to change; null for a new one, whatever `extra` says
 */
export function remoteJobFromDraft(draft: JobDraft, jobCode: string | null): Json {
  const job = mergeExtra(statedJob(draft), draft.extra).wire;
  return jobCode === null ? job : { ...job, code: jobCode };
}

function statedJob(draft: JobDraft): Json {
  return saved('RemoteJob', {
    organisation: draft.organisationCode === null ? null : saved('RemoteOrganisation', { code: draft.organisationCode }),
    content: savedPart('RemoteJobContent', {
      name: draft.name,
      description: draft.description,
      requirements: draft.requirements,
      otherDetails: draft.otherDetails,
      employer: savedPart('RemoteJobEmployer', { description: draft.employer }),
      department: draft.department,
    }),
    features: savedPart('RemoteJobFeatures', {
      internalReferenceCode: draft.internalReferenceCode,
      featuresDetail: featuresDetail(draft),
      location: savedPart('RemoteJobLocation', { city: draft.city, postcode: draft.postcode }),
      employmentConditions: employmentConditions(draft),
      applicationTypes: codedOf('jobApplicationTypes', draft.applicationTypes),
      onlineApplicationTypes: codedOf('onlineJobApplicationTypes', draft.onlineApplicationTypes),
      applicationContact: applicationContact(draft),
      applicationProcedureContact: contactPart('RemoteJobApplicationProcedureContact', draft.applicationProcedureContact),
      informationContact: contactPart('RemoteJobInformationContact', draft.informationContact),
    }),
    publication: savedPart('RemoteJobPublicationData', {
      visible: draft.visible,
      publicationSets: draft.publicationSets?.map(({ publications }) => saved('RemoteJobPublicationSet', { publications: publications.map(publication) })) ?? null,
    }),
  });
}

function featuresDetail(draft: JobDraft): Json | null {
  return savedPart('RemoteJobFeaturesDetail', {
    jobCount: draft.openings,
    educationLevels: codedOf('educationLevels', draft.educationLevels),
    jobCategories: codedOf('jobCategories', draft.jobCategories),
    jobBranches: codedOf('jobBranches', draft.jobBranches),
    regions: codedOf('regions', draft.regions),
    drivingLicences: codedOf('drivingLicences', draft.drivingLicences),
    securityScreening: oneOf('securityScreenings', draft.securityScreening),
    jobStructureGroup: oneOf('jobStructureGroups', draft.structureGroup),
  });
}

function employmentConditions(draft: JobDraft): Json | null {
  return savedPart('RemoteJobEmploymentConditions', {
    hoursMin: draft.hoursMin,
    hoursMax: draft.hoursMax,
    contractType: oneOf('contractTypes', draft.contractType),
    payScales: codedOf('payScales', draft.payScales),
    salaryMin: draft.salaryMin,
    salaryMax: draft.salaryMax,
    payDescription: draft.payDescription,
  });
}

function applicationContact(draft: JobDraft): Json | null {
  const { email, url, address } = applicationReach(draft);
  const { name = null, phone = null } = draft.applicationContact ?? {};
  return savedPart('RemoteJobApplicationContact', { name, location: addressPart(address?.value ?? null, { email: email?.value ?? null, phone, url: url?.value ?? null }) });
}

/** No document names the classes of the other two contacts; these follow that of the first. */
function contactPart(className: string, contact: ContactDraft | null): Json | null {
  if (contact === null) return null;
  return savedPart(className, { name: contact.name, location: addressPart(contact.address, { email: contact.email, phone: contact.phone, url: contact.url }) });
}

interface Reach {
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
}

/** An address has no country at CSO. */
function addressPart(address: PostalAddressDraft | null, { email, phone, url }: Reach): Json | null {
  const { street = null, houseNumber = null, postcode = null, city = null } = address ?? {};
  return savedPart('RemoteJobAddress', { email: email ?? address?.email ?? null, phone, url, street, houseNumber, postcode, city });
}

/** Dates of a publication are saved in seconds since the epoch, unlike those of reads and filters. */
function publication({ status, startsAt, endsAt }: PublicationDraft): Json {
  return saved('RemoteJobPublication', { publicationStatus: oneOf('jobPublicationStatuses', status), dateStart: seconds(startsAt), dateEnd: seconds(endsAt) });
}

function seconds(instant: Date | null): number | null {
  return instant === null ? null : Math.floor(instant.getTime() / 1000);
}

function codedOf(list: CsoList, codes: readonly string[] | null): readonly (Json | null)[] | null {
  return codes?.map((code) => oneOf(list, code)) ?? null;
}

function oneOf(list: CsoList, code: string | null): Json | null {
  return code === null ? null : saved(csoLists[list].className, { code });
}

/** An object with its class as the example of 5.10 spells it; the functions that read spell it in lower case. */
function saved(className: string, attributes: Json): Json {
  return { __TYPE__: className, ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => !isMissing(value))) };
}

/** The same, or null where no attribute says anything. */
function savedPart(className: string, attributes: Json): Json | null {
  return Object.values(attributes).every(isMissing) ? null : saved(className, attributes);
}
