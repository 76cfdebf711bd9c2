import { Choice } from './choice.ts';
import { phasesOf } from './cso/phases.ts';
import type { ContactDraft, JobDraft, PublicationSetDraft } from './drafts.ts';
import { endOfDayInAmsterdam } from './end-of-day.ts';
import { type InputForm, placedForm } from './input-form.ts';
import type { PublishInput } from './inputs.ts';
import { jobDraftOf } from './job-draft.ts';

/** CSO's part of a vacancy for every channel: what is common, and what is said for CSO, which goes first. */
export function jobOfPublish(input: PublishInput): { readonly job: JobDraft; readonly form: InputForm } {
  const choice = new Choice();
  const own = jobDraftOf(input.cso ?? {});
  const contact = own.applicationContact;
  const job: JobDraft = {
    ...own,
    internalReferenceCode: choice.first('internalReferenceCode', [['referenceNumber'], input.referenceNumber]),
    name: choice.first('name', [['title'], input.title]),
    description: choice.first('description', [['description'], input.description]),
    requirements: choice.first('requirements', [['requirements'], input.requirements]),
    city: choice.first('city', [['city'], input.city]),
    postcode: choice.first('postcode', [['postcode'], input.postcode]),
    hoursMin: choice.first('hoursMin', [['hoursMin'], input.hoursMin]),
    hoursMax: choice.first('hoursMax', [['hoursMax'], input.hoursMax]),
    salaryMin: choice.first('salaryMin', [['salaryMin'], input.salaryMin]),
    salaryMax: choice.first('salaryMax', [['salaryMax'], input.salaryMax]),
    payDescription: choice.first('payDescription', [['cso', 'payDescription'], own.payDescription], [['salaryText'], input.salaryText]),
    applicationEmail: choice.first(
      'applicationEmail',
      [['cso', 'applicationEmail'], own.applicationEmail],
      [['cso', 'applicationContact', 'email'], contact?.email],
      [['cso', 'applicationAddress', 'email'], own.applicationAddress?.email],
      [['contactEmail'], input.contactEmail],
    ),
    applicationUrl: choice.first('applicationUrl', [['cso', 'applicationUrl'], own.applicationUrl], [['cso', 'applicationContact', 'url'], contact?.url], [['applicationUrl'], input.applicationUrl]),
    applicationContact: named(contact, choice.first('applicationContact.name', [['cso', 'applicationContact', 'name'], contact?.name], [['contactName'], input.contactName])),
    publicationSets: closing(own, input.closesOn ?? null, choice),
  };
  return { job, form: placedForm(choice.places, ['cso']) };
}

function named(contact: ContactDraft | null, name: string | null): ContactDraft | null {
  if (name === null) return contact;
  return { email: null, phone: null, url: null, address: null, ...contact, name };
}

/** The phase that starts last ends with the closing day, where it has no end of its own. */
function closing(own: JobDraft, closesOn: string | null, choice: Choice): readonly PublicationSetDraft[] | null {
  const end = closesOn === null ? null : endOfDayInAmsterdam(closesOn);
  const last = phasesOf(own).reduce<ReturnType<typeof phasesOf>[number] | null>((latest, phase) => (latest === null || phase.startSeconds >= latest.startSeconds ? phase : latest), null);
  if (own.publicationSets === null || end === null || last?.endSeconds !== Number.POSITIVE_INFINITY) return own.publicationSets;
  const [, set, , index] = last.field;
  choice.places.set([...last.field, 'endsAt'].join('.'), ['closesOn']);
  return own.publicationSets.map(({ publications }, at) => ({ publications: publications.map((phase, place) => (String(at) === set && String(place) === index ? { ...phase, endsAt: end } : phase)) }));
}
