import { Choice } from './choice.ts';
import type { CompanyUserDraft, VacancyDraft } from './drafts.ts';
import { type InputForm, placedForm } from './input-form.ts';
import type { PublishInput } from './inputs.ts';
import { isMissing } from './text-forms.ts';
import { textProblem } from '../texts.ts';
import { vacancyDraftOf } from './vacancy-draft.ts';

/** ICTerGezocht's part of a vacancy for every channel: what is common, and what is said for ICTerGezocht, which goes first. */
export function vacancyOfPublish(input: PublishInput): { readonly vacancy: VacancyDraft; readonly form: InputForm } {
  const choice = new Choice();
  const own = vacancyDraftOf(input.ictergezocht ?? {});
  const vacancy: VacancyDraft = {
    ...own,
    referenceNumber: choice.first('referenceNumber', [['referenceNumber'], input.referenceNumber]),
    title: choice.first('title', [['title'], input.title]),
    description: choice.first('description', [placeOfText(input), wholeText(input)]),
    location: choice.first('location', [['ictergezocht', 'location'], own.location], [['postcode'], isMissing(input.city) ? input.postcode : null], [['city'], input.city]),
    countryCode: choice.first('countryCode', [['countryCode'], input.countryCode]),
    hours: choice.first('hours', [['ictergezocht', 'hours'], own.hours], [['hoursMax'], hoursInWords(input)]),
    salary: choice.first('salary', [['ictergezocht', 'salary'], own.salary], [['salaryText'], input.salaryText]),
    companyUser: own.companyUser ?? contactPerson(input, choice),
    autoDeleteDate: choice.first('autoDeleteDate', [['ictergezocht', 'autoDeleteDate'], own.autoDeleteDate], [['closesOn'], input.closesOn]),
  };
  return { vacancy, form: placedForm(choice.places, ['ictergezocht']) };
}

/** The board has no field for requirements: they follow the description. A vacancy without a description stays without. */
function wholeText({ description, requirements }: PublishInput): string | null {
  if (isMissing(description)) return null;
  return isMissing(requirements) ? (description ?? null) : `${description}\n\n${requirements}`;
}

/** Where the text is best mended: the requirements alone may hold what cannot be kept. */
function placeOfText({ description, requirements }: PublishInput): readonly string[] {
  return keeps(description) && !keeps(requirements) ? ['requirements'] : ['description'];
}

function keeps(text: string | null | undefined): boolean {
  return textProblem(text ?? '') === null;
}

/** In Dutch, as the board's readers read it. */
function hoursInWords({ hoursMin, hoursMax }: PublishInput): string | null {
  if (hoursMax === null || hoursMax === undefined) return null;
  const range = hoursMin === null || hoursMin === undefined || hoursMin === hoursMax ? String(hoursMax) : `${hoursMin}-${hoursMax}`;
  return `${range.replaceAll('.', ',')} uur per week`;
}

/** Whoever is named for contact receives the applications. */
function contactPerson({ contactName, contactEmail }: PublishInput, choice: Choice): CompanyUserDraft | null {
  const name = choice.first('companyUser.name', [['contactName'], contactName]);
  const email = choice.first('companyUser.email', [['contactEmail'], contactEmail]);
  choice.places.set('companyUser', ['contactEmail']);
  return isMissing(name) && isMissing(email) ? null : { name, email, phone: null, photoUrl: null, functionId: null };
}
