import { enumerationValue } from '../../domain/enumeration.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import { type Json, isObject, objects, optionalText } from '../../http/parse.ts';
import { languageOfLetter, skillFromEntry } from './map-skill.ts';

type Demands = Pick<Vacancy, 'skills' | 'languages' | 'drivingLicences' | 'education'>;

/** What a vacancy asks for (`profiel.vereisten`), each entry told apart by its `type`; codes are bare or `{code,label}`. */
export function demandsFromProfile(profile: Json | null): Demands {
  const skills: Vacancy['skills'][number][] = [];
  const languages: Vacancy['languages'][number][] = [];
  const drivingLicences: Vacancy['drivingLicences'][number][] = [];
  const education: Vacancy['education'][number][] = [];
  for (const entry of objects(profile?.['vereisten']).map(flattened)) {
    const type = optionalText(entry['type'])?.toLowerCase() ?? '';
    const code = optionalText(entry['code']);
    const label = optionalText(entry['label']);
    if (/^ta(?:al|len)$/.test(type) && code !== null) {
      languages.push({ language: languageOfLetter(code), code, level: optionalText(entry['niveau']) ?? optionalText(entry['score']), label });
    } else if (type === 'rijbewijs' && code !== null) {
      drivingLicences.push(enumerationValue({ source: 'VDAB', kind: 'DRIVING_LICENCE', list: 'rijbewijs', code, label, labelLocale: 'nl-BE' }));
    } else if (/^(?:studie|diploma)/.test(type)) {
      const level = code ?? optionalText(entry['diplomaNiveau']);
      // VDAB's diploma codes have no published key to EQF levels.
      if (level !== null) education.push({ value: enumerationValue({ source: 'VDAB', kind: 'EDUCATION_LEVEL', list: 'studies', code: level, label, labelLocale: 'nl-BE' }), eqf: null });
    } else {
      skills.push(skillFromEntry({ ...entry, type: skillKinds[type] ?? entry['type'] }));
    }
  }
  return { skills, languages, drivingLicences, education };
}

const skillKinds: Readonly<Record<string, string>> = { technischecompetentie: 'technischeCompetentie', softskill: 'softSkill', vrijecompetentie: 'vrijeCompetentie' };

/** `{code: {code,label}}` of later versions as `{code, label}`. */
function flattened(entry: Json): Json {
  const code = entry['code'];
  return isObject(code) ? { ...entry, code: code['code'], label: entry['label'] ?? code['label'] } : entry;
}
