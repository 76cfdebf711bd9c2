import { eqfOfLabel } from '../../domain/crosswalk/eqf.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import { type Json, objects } from '../../http/parse.ts';
import { codedValue, codeOf, labelOf, type VdabList } from './codes.ts';
import { kindOfEntry, labelOfEntry, languageOfLetter, levelOfEntry, skillFromEntry } from './map-skill.ts';

type Demands = Pick<Vacancy, 'skills' | 'languages' | 'drivingLicences' | 'education'>;
type Demand = { readonly [Name in keyof Demands]: { readonly of: Name; readonly value: Demands[Name][number] } }[keyof Demands];

/** What a vacancy asks for (`profiel.vereisten`), each entry told apart by its `type`; what is of no known kind is a skill. */
export function demandsFromProfile(profile: Json | null): Demands {
  const demands = objects(profile?.['vereisten']).map(demandFromEntry);
  return {
    skills: demands.flatMap((demand) => (demand.of === 'skills' ? [demand.value] : [])),
    languages: demands.flatMap((demand) => (demand.of === 'languages' ? [demand.value] : [])),
    drivingLicences: demands.flatMap((demand) => (demand.of === 'drivingLicences' ? [demand.value] : [])),
    education: demands.flatMap((demand) => (demand.of === 'education' ? [demand.value] : [])),
  };
}

function demandFromEntry(entry: Json): Demand {
  const found = knownDemand(kindOfEntry(entry).toLowerCase(), entry);
  return found ?? { of: 'skills', value: skillFromEntry(entry) };
}

function knownDemand(kind: string, entry: Json): Demand | null {
  const code = codeOf(entry['code']);
  const label = labelOfEntry(entry);
  switch (kind) {
    case 'talen':
      return code === null ? null : { of: 'languages', value: { language: languageOfLetter(code), code, level: levelOfEntry(entry), label } };
    case 'rijbewijs': {
      const value = codedValue('rijbewijs', { code, label });
      return value === null ? null : { of: 'drivingLicences', value };
    }
    case 'studie':
    case 'studies':
    case 'diploma':
      return code === null ? education('diplomaNiveau', entry['diplomaNiveau'], labelOf(entry['diplomaNiveau'])) : education('studies', code, label);
    default:
      return null;
  }
}

/** VDAB's codes of studies have no published key to EQF levels; a label that later versions give may name one. */
function education(list: VdabList, value: unknown, label: string | null): Demand | null {
  const eqf = eqfOfLabel(label);
  const level = codedValue(list, { code: codeOf(value), label }, { eqf });
  return level === null ? null : { of: 'education', value: { value: level, eqf } };
}
