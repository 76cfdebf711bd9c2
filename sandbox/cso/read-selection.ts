import { type Read, type TypedObject, flag, typed } from './typed.ts';

/** `RemoteJobFieldSelection` (CSO document, 5.13): a part that is not asked for is null. */
export interface FieldSelection {
  readonly content: { readonly department: boolean; readonly employer: boolean } | null;
  readonly features: Readonly<Record<FeatureFlag, boolean>> | null;
  readonly publication: { readonly publicationSets: boolean } | null;
  readonly organisation: boolean;
}

export type FeatureFlag =
  | 'applicationContact'
  | 'applicationProcedureContact'
  | 'applicationTypes'
  | 'detail'
  | 'employmentConditions'
  | 'informationContact'
  | 'location'
  | 'onlineJobApplicationTypes'
  | 'tvDistinction';

const contentSelection = typed('RemoteJobContentFieldSelection', (selection) => ({
  department: on(selection, 'department'),
  employer: on(selection, 'employer'),
}));

const featuresSelection = typed('RemoteJobFeaturesFieldSelection', (selection) => ({
  applicationContact: on(selection, 'applicationContact'),
  applicationProcedureContact: on(selection, 'applicationProcedureContact'),
  applicationTypes: on(selection, 'applicationTypes'),
  detail: on(selection, 'detail'),
  employmentConditions: on(selection, 'employmentConditions'),
  informationContact: on(selection, 'informationContact'),
  location: on(selection, 'location'),
  onlineJobApplicationTypes: on(selection, 'onlineJobApplicationTypes'),
  tvDistinction: on(selection, 'tvDistinction'),
}));

const publicationSelection = typed('RemoteJobPublicationDataFieldSelection', (selection) => ({
  publicationSets: on(selection, 'publicationSets'),
}));

export const fieldSelection: Read<FieldSelection> = typed('RemoteJobFieldSelection', (selection) => ({
  content: selection.take('jobContent', contentSelection),
  features: selection.take('jobFeatures', featuresSelection),
  publication: selection.take('jobPublication', publicationSelection),
  organisation: on(selection, 'organisation'),
}));

/** What the document's smallest examples ask for. */
export const emptySelection: FieldSelection = { content: null, features: null, publication: null, organisation: false };

function on(selection: TypedObject, key: string): boolean {
  return selection.take(key, flag) ?? false;
}
