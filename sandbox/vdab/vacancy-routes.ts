import { json, type Reply } from '../kit/exchange.ts';
import type { Call } from './call.ts';
import { changedWithin, readWindow } from './changes.ts';
import { pickFields, readFields, vacancyFields } from './fields.ts';
import { multiFetch } from './multi-fetch.ts';
import { bulkPages, listing, readPage, searchPages } from './paging.ts';
import { Parameters, refuseParameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { isUuid } from './store.ts';
import type { GhostRecord, VacancyRecord } from './vacancy.ts';
import { criteriaNames, searchVacancies } from './vacancy-search.ts';
import { deleted, referenceRow, vacancyBody } from './vacancy-view.ts';

/** `GET /vacatures/initial`: every vacancy that was published on the day `datum`, in one answer. */
export function initial({ exchange, store, switches }: Call): Reply {
  const paged = switches.initialPaging;
  const parameters = new Parameters(exchange.query, paged ? ['datum', 'vanaf', 'aantal'] : ['datum'], switches.multiValue);
  const day = parameters.date('datum');
  const page = exchange.query.has('aantal') || exchange.query.has('vanaf') ? readPage(parameters, bulkPages) : null;
  const matches = store.vacancies().filter(({ document, endedOn }) => document.publicatieDatum <= day && (endedOn === undefined || endedOn > day));
  return json(200, listing(matches, page, (record) => ({ ...referenceRow(record), status: 'GEPUBLICEERD' }), switches));
}

/** `GET /vacatures`: a page of the published vacancies that meet the criteria, as references and the fields of `velden`. */
export function search({ exchange, store, switches, now }: Call): Reply {
  const parameters = new Parameters(exchange.query, [...criteriaNames, 'velden', 'vanaf', 'aantal'], switches.multiValue);
  const page = readPage(parameters, searchPages);
  const fields = readFields(parameters, vacancyFields, switches);
  const row = (record: VacancyRecord): object => ({ ...referenceRow(record), ...pickFields(vacancyBody(record, switches, store.numberOf), fields) });
  return json(200, listing(searchVacancies(store.vacancies(), parameters, now), page, row, switches));
}

/** `GET /vacatures/{id}`: everything of one vacancy, published or not. */
export function detail({ exchange, store, switches, id }: Call): Reply {
  refuseParameters(exchange.query);
  if (!isUuid(id)) throw new Refusal(400, 'Invalid string syntax');
  const record = store.vacancy(id);
  if (record === undefined) throw new Refusal(404, `${id} is geen bestaande vacature`);
  if (record.document.status === deleted && switches.deletedDetail !== 'status') throw new Refusal(Number(switches.deletedDetail), `${id} is geen bestaande vacature`);
  return json(200, vacancyBody(record, switches, store.numberOf));
}

/** `POST /vacatures`: everything of several vacancies. */
export function several({ exchange, store, switches, random }: Call): Reply {
  refuseParameters(exchange.query);
  return multiFetch(exchange, store, switches, random);
}

/** `GET /vacatures/bulk`: a page of the vacancies that were created, changed or deleted within the window, with their status now. */
export function bulk({ exchange, store, switches }: Call): Reply {
  const parameters = new Parameters(exchange.query, ['van', 'tot', 'vanaf', 'aantal'], switches.multiValue);
  const window = readWindow(parameters, switches);
  const page = readPage(parameters, bulkPages);
  const matches = changedWithin([...store.vacancies(), ...store.ghosts], window);
  return json(200, listing(matches, page, bulkRow, switches));
}

function bulkRow(record: VacancyRecord | GhostRecord): object {
  return { ...referenceRow(record), status: 'document' in record ? (record.bulkStatus ?? record.document.status) : record.bulkStatus };
}
