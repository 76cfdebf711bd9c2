import type { VacancyDraft } from '../../domain/posting/drafts.ts';
import { isMissing } from '../../domain/posting/text-forms.ts';
import type { Json } from '../../http/parse.ts';

/**
 * The payload of a vacancy (ICTerGezocht document, Toevoegen): the draft field for field, ids as whole numbers as the tables have
 * them (the example writes them as texts). What the draft does not state is left out; a PUT replaces the whole vacancy.
 */
export function payloadFromDraft({ company, companyUser, customFields, ...fields }: VacancyDraft): Json {
  return stated({
    ...fields,
    company: company === null ? null : stated({ ...company }),
    companyUser: companyUser === null ? null : stated({ ...companyUser }),
    customFields: customFields?.map(({ name, value }) => ({ name, value })) ?? null,
  });
}

function stated(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isMissing(value)));
}
