import type { CsoConditions, CsoContact, CsoDetail, CsoJob } from './model.ts';
import type { FeatureFlag } from './read-selection.ts';
import { type WireObject, remote } from './wire.ts';
import { wireCode, wireCodes } from './wire-enumeration.ts';
import type { World } from './world.ts';

/** A job's features, each part by its flag. */
export function wireFeatures(world: World, job: CsoJob, flags: Readonly<Record<FeatureFlag, boolean>>): WireObject {
  const { enumerations, switches } = world;
  const { features } = job;
  return remote('RemoteJobFeatures', {
    ...(switches.savedReference === 'external' ? {} : { internalReferenceCode: job.internalReferenceCode }),
    applicationContact: flags.applicationContact ? wireContact('RemoteJobApplicationContact', features.applicationContact) : null,
    applicationProcedureContact: flags.applicationProcedureContact
      ? wireContact('RemoteJobApplicationProcedureContact', features.applicationProcedureContact)
      : null,
    informationContact: flags.informationContact ? wireContact('RemoteJobInformationContact', features.informationContact) : null,
    applicationTypes: flags.applicationTypes ? wireCodes(enumerations.jobApplicationTypes, features.applicationTypes, switches) : null,
    onlineJobApplicationTypes: flags.onlineJobApplicationTypes
      ? wireCodes(enumerations.onlineJobApplicationTypes, features.onlineApplicationTypes, switches)
      : null,
    featuresDetail: flags.detail ? wireDetail(world, features.detail) : null,
    employmentConditions: flags.employmentConditions ? wireConditions(world, features.conditions) : null,
    location: flags.location ? remote('RemoteJobLocation', { ...features.location }) : null,
    tvDistinction: flags.tvDistinction ? features.tvDistinction : null,
  });
}

/** Licences, screening and structure group are in no published shape: there only where a job has them. */
function wireDetail({ enumerations, switches }: World, detail: CsoDetail): WireObject {
  const screening = wireCode(enumerations.securityScreenings, detail.securityScreening, switches);
  const group = wireCode(enumerations.jobStructureGroups, detail.jobStructureGroup, switches);
  return remote('RemoteJobFeaturesDetail', {
    jobCount: detail.jobCount,
    jobBranches: wireCodes(enumerations.jobBranches, detail.jobBranches, switches),
    jobCategories: wireCodes(enumerations.jobCategories, detail.jobCategories, switches),
    educationLevels: wireCodes(enumerations.educationLevels, detail.educationLevels, switches),
    regions: wireCodes(enumerations.regions, detail.regions, switches),
    ...(detail.drivingLicences.length === 0 ? {} : { drivingLicences: wireCodes(enumerations.drivingLicences, detail.drivingLicences, switches) }),
    ...(screening === null ? {} : { securityScreening: screening }),
    ...(group === null ? {} : { jobStructureGroup: group }),
  });
}

function wireConditions({ enumerations, switches }: World, conditions: CsoConditions): WireObject {
  return remote('RemoteJobEmploymentConditions', {
    ...conditions,
    payScales: wireCodes(enumerations.payScales, conditions.payScales, switches),
    contractType: wireCode(enumerations.contractTypes, conditions.contractType, switches),
  });
}

function wireContact(className: string, contact: CsoContact | null): WireObject | null {
  if (contact === null) return null;
  const location = contact.location === null ? null : remote('RemoteJobAddress', { ...contact.location });
  return remote(className, { name: contact.name, location });
}
