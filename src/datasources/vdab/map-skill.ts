import type { Skill } from '../../domain/skill.ts';
import { type Json, optionalText } from '../../http/parse.ts';

/** VDAB's language letters. */
const languages: Readonly<Record<string, string>> = { N: 'nl', F: 'fr', E: 'en', D: 'de' };

/** BCP 47 tag of VDAB's letter for a language, null where it is none of the known. */
export function languageOfLetter(letter: string): string | null {
  return languages[letter] ?? null;
}

/** Levels and scores are numbers without a published key, and are told as they come. */
export function skillFromEntry(entry: Json): Skill {
  const kind = optionalText(entry['type']) ?? 'onbekend';
  const code = optionalText(entry['code']);
  if (kind === 'vrijeCompetentie') {
    return { type: 'FreeSkill', kind, name: optionalText(entry['naam']), description: optionalText(entry['beschrijving']) };
  }
  if (code === null) return { type: 'OtherSkill', kind, raw: entry };
  switch (kind) {
    case 'talen':
      return { type: 'LanguageSkill', kind, code, language: languageOfLetter(code), level: optionalText(entry['niveau']) };
    case 'technischeCompetentie':
      return { type: 'TechnicalSkill', kind, code, label: optionalText(entry['label']), score: optionalText(entry['score']) };
    case 'softSkill':
      return { type: 'SoftSkill', kind, code, label: optionalText(entry['label']) };
    default:
      return { type: 'OtherSkill', kind, raw: entry };
  }
}
