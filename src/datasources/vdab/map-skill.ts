import type { Skill } from '../../domain/skill.ts';
import { type Json, optionalText } from '../../http/parse.ts';
import { codeOf, labelOf } from './codes.ts';

/** VDAB's language letters. */
const languages: ReadonlyMap<string, string> = new Map([
  ['N', 'nl'],
  ['F', 'fr'],
  ['E', 'en'],
  ['D', 'de'],
]);

/** BCP 47 tag of VDAB's letter for a language, null where it is none of the known. */
export function languageOfLetter(letter: string): string | null {
  return languages.get(letter) ?? null;
}

/** What kind of skill an entry is; CVs write `technischeCompetentie`, vacancies `technischecompetentie`. */
export function kindOfEntry(entry: Json): string {
  return optionalText(entry['type']) ?? 'onbekend';
}

/** The label of an entry: beside its code, or within a code that is `{code,label}`. */
export function labelOfEntry(entry: Json): string | null {
  return optionalText(entry['label']) ?? labelOf(entry['code']);
}

/** Level of a language: CVs call it `niveau`, vacancies `score`. */
export function levelOfEntry(entry: Json): string | null {
  return codeOf(entry['niveau']) ?? codeOf(entry['score']);
}

/** Levels and scores are numbers without a published key, and are told as they come. A kind that no document names is kept whole. */
export function skillFromEntry(entry: Json): Skill {
  const kind = kindOfEntry(entry);
  const code = codeOf(entry['code']);
  const label = labelOfEntry(entry);
  switch (kind.toLowerCase()) {
    case 'vrijecompetentie':
      return { type: 'FreeSkill', kind, name: optionalText(entry['naam']), description: optionalText(entry['beschrijving']) };
    case 'talen':
      return code === null ? otherSkill(kind, entry) : { type: 'LanguageSkill', kind, code, language: languageOfLetter(code), level: levelOfEntry(entry) };
    case 'technischecompetentie':
      return code === null ? otherSkill(kind, entry) : { type: 'TechnicalSkill', kind, code, label, score: codeOf(entry['score']) };
    case 'softskill':
      return code === null ? otherSkill(kind, entry) : { type: 'SoftSkill', kind, code, label };
    default:
      return otherSkill(kind, entry);
  }
}

function otherSkill(kind: string, raw: Json): Skill {
  return { type: 'OtherSkill', kind, raw };
}
