import { json, type Reply } from '../kit/exchange.ts';
import type { Call } from './call.ts';
import type { CandidateRecord } from './candidate.ts';
import { changedWithin, readWindow } from './changes.ts';
import { candidateFields, pickFields, readFields } from './fields.ts';
import { bulkPages, listing, readPage, searchPages } from './paging.ts';
import { Parameters, refuseParameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { isUuid } from './store.ts';
import { deleted } from './vacancy-view.ts';

/** `GET /kandidaten`: a page of the open CVs that meet the criteria, as ids and the fields of `velden`. */
export function search({ exchange, store, switches }: Call): Reply {
  const parameters = new Parameters(exchange.query, ['studies', 'gewensteRegios', 'velden', 'vanaf', 'aantal'], switches.multiValue);
  const page = readPage(parameters, searchPages);
  const fields = readFields(parameters, candidateFields, switches);
  const matches = store.candidates().filter(matching(parameters));
  const row = ({ id, document }: CandidateRecord): object => ({ cvId: id, ...pickFields({ ...document }, fields) });
  return json(200, listing(matches, page, row, switches));
}

/** `GET /kandidaten/{id}`: everything of one CV, open or not. */
export function detail({ exchange, store, switches, id }: Call): Reply {
  refuseParameters(exchange.query);
  if (!isUuid(id)) throw new Refusal(400, 'Invalid string syntax');
  const record = store.candidate(id);
  if (record === undefined) throw new Refusal(404, `${id} is geen bestaande cv`);
  const { status } = record.document;
  if (status !== deleted) return json(200, record.document);
  if (switches.deletedDetail === 'status') return json(200, { cvId: record.id, status });
  throw new Refusal(Number(switches.deletedDetail), `${id} is geen bestaande cv`);
}

/** `GET /kandidaten/bulk`: a page of the ids of CVs that were created, changed or deleted within the window, with their status now. */
export function bulk({ exchange, store, switches }: Call): Reply {
  const parameters = new Parameters(exchange.query, ['van', 'tot', 'vanaf', 'aantal'], switches.multiValue);
  const window = readWindow(parameters, switches);
  const page = readPage(parameters, bulkPages);
  return json(200, listing(changedWithin(store.candidates(), window), page, bulkRow, switches));
}

function bulkRow({ id, document, bulkStatus }: CandidateRecord): object {
  return { cvId: id, status: bulkStatus ?? document.status };
}

/** Values of one criterion are alternatives, the two criteria narrow each other; a code means itself, not what lies below it. */
function matching(parameters: Parameters): (record: CandidateRecord) => boolean {
  const studies = new Set(parameters.list('studies', /^[A-Z0-9]{3,10}$/));
  const regions = new Set(parameters.list('gewensteRegios', /^BE[A-Z0-9]{0,4}$/));
  return ({ document: { status, opleidingen = [], gewensteJob } }) =>
    status === 'OPEN' &&
    (studies.size === 0 || opleidingen.some(({ naam }) => naam !== undefined && studies.has(naam))) &&
    (regions.size === 0 || (gewensteJob?.regios ?? []).some((region) => regions.has(region)));
}
