import type { Exchange, Reply } from '../kit/exchange.ts';
import { writeCoded } from './coded-values.ts';
import type { CegidData } from './data.ts';
import { badQuery, methodNotAllowed } from './errors.ts';
import { exportReply } from './export-bodies.ts';
import { type Condition, type FilterFields, filterOf, textField, timeField } from './filters.ts';
import { maxLimit, pageOf, strayParameter } from './paging.ts';
import type { CegidSwitches } from './switches.ts';
import type { CegidVacancy } from './vacancies.ts';

/** The general names of the statuses, by the end of the site's own id. */
const statusNames: Readonly<Record<string, string>> = {
  published: 'Diffuse',
  validated: 'Valide',
  pendingpublication: 'EnAttentePublication',
  suspended: 'Suspendue',
  finalised: 'Finalise',
  archived: 'Archive',
};
const statusPrefix = '_TS_CO_OfferStatus_';

/** `GET /api/exports/v1/vacancies` (document, section Cinematics), oldest first. */
export function exportVacancies(exchange: Exchange, data: CegidData, switches: CegidSwitches): Reply {
  if (exchange.method !== 'GET') return methodNotAllowed('GET');
  const { query } = exchange;
  const stray = strayParameter(query, ['offset', 'limit', 'filter', 'q'], ['filter']);
  if (stray !== undefined) return badQuery(`${stray} is not a parameter, or is given twice.`);
  const page = pageOf(query, maxLimit);
  if ('status' in page) return page;
  const matches = filterOf(query.getAll('filter'), vacancyFields(switches), switches.filterJoin);
  if (typeof matches === 'string') return badQuery(matches);
  const words = (query.get('q') ?? '').toLowerCase();
  const found = data.vacancies.filter((vacancy) => matches(vacancy) && holds(vacancy, words));
  const rows = found.slice(page.offset, page.offset + page.limit).map((vacancy) => ({
    entry: 'offerdetail' as const,
    value: writeCoded(withTitleField(vacancy, switches), switches.codedValues, data.referentials),
    files: [],
  }));
  return exportReply(rows, page, found.length, switches);
}

function vacancyFields(switches: CegidSwitches): FilterFields<CegidVacancy> {
  return {
    reference: textField((vacancy) => vacancy.reference),
    updateDate: timeField((vacancy) => Date.parse(vacancy.modificationDate)),
    vacancyStatus: (condition) => statusField(condition, switches.statusFilter),
    clientVacancyStatus: (condition) => statusField(condition, 'id'),
  };
}

/** Equality with statuses that exist; an unknown one is refused, so that a client's slip is seen. */
function statusField({ operator, values }: Condition, reading: CegidSwitches['statusFilter']): ((vacancy: CegidVacancy) => boolean) | undefined {
  const ids = values.flatMap((value) => {
    const ending = reading === 'id' ? undefined : statusNames[value.toLowerCase()];
    if (ending !== undefined) return [statusPrefix + ending];
    return reading !== 'name' && Object.values(statusNames).some((end) => statusPrefix + end === value) ? [value] : [];
  });
  return operator !== 'eq' || ids.length < values.length ? undefined : (vacancy) => ids.includes(vacancy.status.id);
}

function holds({ reference, jobDescription }: CegidVacancy, words: string): boolean {
  const { title, description1, description2 } = jobDescription;
  return words === '' || [reference, title, description1, description2].some((text) => text?.toLowerCase().includes(words) === true);
}

function withTitleField(vacancy: CegidVacancy, switches: CegidSwitches): unknown {
  if (switches.titleField === 'title') return vacancy;
  const { title, ...rest } = vacancy.jobDescription;
  return { ...vacancy, jobDescription: { jobTitle: title, ...rest } };
}
