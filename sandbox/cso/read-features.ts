import type { Enumerations } from './enumerations.ts';
import { invalid } from './fault.ts';
import type { CsoAddress, CsoConditions, CsoContact, CsoDetail, CsoLocation } from './model.ts';
import { codeOf } from './read-codes.ts';
import { type ClassName, type Read, type TypedObject, amount, listOf, text, typed, wholeFrom } from './typed.ts';

/** The features of a job to be saved (CSO document, 5.10); a missing part is null, a missing list empty. */
export interface FeaturesDraft {
  readonly internalReferenceCode: string | null;
  readonly applicationContact: CsoContact | null;
  readonly applicationProcedureContact: CsoContact | null;
  readonly informationContact: CsoContact | null;
  readonly applicationTypes: readonly string[];
  readonly onlineApplicationTypes: readonly string[];
  readonly detail: CsoDetail | null;
  readonly conditions: CsoConditions | null;
  readonly location: CsoLocation | null;
  readonly tvDistinction: string | null;
}

export function featuresDraft(enumerations: Enumerations): Read<FeaturesDraft> {
  return typed('RemoteJobFeatures', (features) => ({
    internalReferenceCode: features.take('internalReferenceCode', text),
    applicationContact: features.take('applicationContact', contact('RemoteJobApplicationContact')),
    // No document names the classes of the other two.
    applicationProcedureContact: features.take('applicationProcedureContact', contact(/^RemoteJob\w*Contact$/i)),
    informationContact: features.take('informationContact', contact(/^RemoteJob\w*Contact$/i)),
    applicationTypes: codes(features, 'applicationTypes', codeOf(enumerations.jobApplicationTypes)),
    onlineApplicationTypes: onlineTypes(features, codeOf(enumerations.onlineJobApplicationTypes)),
    detail: features.take('featuresDetail', detail(enumerations)),
    conditions: features.take('employmentConditions', conditions(enumerations)),
    location: features.take('location', location),
    tvDistinction: features.take('tvDistinction', text),
  }));
}

/** The example of 5.10 writes `onlineApplicationTypes`, selection and reads say `onlineJobApplicationTypes`: one of them. */
function onlineTypes(features: TypedObject, read: Read<string>): string[] {
  const saved = features.take('onlineApplicationTypes', listOf(read));
  const asRead = features.take('onlineJobApplicationTypes', listOf(read));
  if (saved !== null && asRead !== null) throw invalid(`${features.path} has onlineApplicationTypes under two names`);
  return saved ?? asRead ?? [];
}

function detail(enumerations: Enumerations): Read<CsoDetail> {
  return typed('RemoteJobFeaturesDetail', (object) => ({
    jobCount: object.take('jobCount', wholeFrom(1)),
    jobBranches: codes(object, 'jobBranches', codeOf(enumerations.jobBranches)),
    jobCategories: codes(object, 'jobCategories', codeOf(enumerations.jobCategories)),
    educationLevels: codes(object, 'educationLevels', codeOf(enumerations.educationLevels)),
    regions: codes(object, 'regions', codeOf(enumerations.regions)),
    drivingLicences: codes(object, 'drivingLicences', codeOf(enumerations.drivingLicences)),
    securityScreening: object.take('securityScreening', codeOf(enumerations.securityScreenings)),
    jobStructureGroup: object.take('jobStructureGroup', codeOf(enumerations.jobStructureGroups)),
  }));
}

function conditions(enumerations: Enumerations): Read<CsoConditions> {
  return typed('RemoteJobEmploymentConditions', (object) => ({
    hoursMin: object.take('hoursMin', amount),
    hoursMax: object.take('hoursMax', amount),
    salaryMin: object.take('salaryMin', amount),
    salaryMax: object.take('salaryMax', amount),
    payDescription: object.take('payDescription', text),
    payScales: codes(object, 'payScales', codeOf(enumerations.payScales)),
    contractType: object.take('contractType', codeOf(enumerations.contractTypes)),
  }));
}

const location: Read<CsoLocation> = typed('RemoteJobLocation', (object) => ({
  latitude: object.take('latitude', amount),
  longitude: object.take('longitude', amount),
  city: object.take('city', text),
  postcode: object.take('postcode', text),
}));

function contact(className: ClassName): Read<CsoContact> {
  return typed(className, (object) => ({ name: object.take('name', text), location: object.take('location', address) }));
}

const address: Read<CsoAddress> = typed('RemoteJobAddress', (object) => ({
  email: object.take('email', text),
  phone: object.take('phone', text),
  url: object.take('url', text),
  street: object.take('street', text),
  houseNumber: object.take('houseNumber', text),
  postcode: object.take('postcode', text),
  city: object.take('city', text),
}));

function codes(object: TypedObject, key: string, read: Read<string>): string[] {
  return object.take(key, listOf(read)) ?? [];
}
