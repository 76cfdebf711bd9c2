import type { Random } from '../kit/random.ts';
import type { VacancyRecord } from './vacancy.ts';

const distanceBetweenGroups = 75;
/** The vacancies of the document's example stay out of groups. */
const firstGroup = 10;

/**
 * The same vacancies, some of them now in groups of two to four duplicates: one job that reached VDAB by several channels, so
 * alike in title and place. A group's parent is always published.
 */
export function withDuplicates(random: Random, records: readonly VacancyRecord[]): VacancyRecord[] {
  const result = [...records];
  for (let start = firstGroup; start + 4 <= result.length; start += distanceBetweenGroups) {
    const group = result.slice(start, start + random.int(2, 4));
    const [parent] = group;
    if (parent === undefined) break;
    for (const [offset, member] of group.entries()) result[start + offset] = asDuplicate(member, parent, group);
  }
  return result;
}

function asDuplicate(member: VacancyRecord, parent: VacancyRecord, group: readonly VacancyRecord[]): VacancyRecord {
  const isParent = member.id === parent.id;
  return {
    ...member,
    town: parent.town,
    endedOn: isParent ? undefined : member.endedOn,
    document: {
      ...member.document,
      status: isParent ? 'GEPUBLICEERD' : member.document.status,
      functie: parent.document.functie,
      tewerkstellingsadres: parent.document.tewerkstellingsadres,
      dubbels: { parentUuid: parent.id, dubbelIds: group.filter(({ id }) => id !== member.id).map(({ id }) => id) },
    },
  };
}
