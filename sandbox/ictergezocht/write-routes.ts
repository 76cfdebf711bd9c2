import { type Exchange, parseBody, type Reply } from '../kit/exchange.ts';
import { boardJson } from './board-json.ts';
import type { BoardVacancy } from './board.ts';
import { plainRefusal, refusal } from './errors.ts';
import type { Access } from './keys.ts';
import type { VacancyPayload } from './payload.ts';
import type { BoardSite } from './read-routes.ts';
import { isVacancyPayload, vacancyErrors } from './validation.ts';
import type { IctergezochtSwitches } from './switches.ts';

/** `POST /vacancy` (document, section Toevoegen); 409 and 402 as sister boards of the vendor answer. */
export function postVacancy(exchange: Exchange, { account }: Access, { board, clock, switches }: BoardSite): Reply {
  const body = payloadOf(exchange, switches);
  if ('status' in body) return body;
  if (board.liveByReference(account, body.payload.referenceNumber) !== undefined) return duplicate();
  if (switches.credits === 0) return plainRefusal(402, 'Er zijn geen credits meer.');
  if (switches.credits > 0) switches.credits -= 1;
  return boardJson(201, answerOf(board.post(account, body.payload, clock.now())), switches);
}

/** `PUT /vacancy/<vacancyid>` (document, section Wijzigen): the whole vacancy is replaced. */
export function putVacancy(exchange: Exchange, vacancyId: number, { account }: Access, { board, switches }: BoardSite): Reply {
  const vacancy = board.live(account, vacancyId);
  if (vacancy === undefined) return noSuchVacancy();
  const body = payloadOf(exchange, switches);
  if ('status' in body) return body;
  const holder = board.liveByReference(account, body.payload.referenceNumber);
  if (holder !== undefined && holder !== vacancy) return duplicate();
  vacancy.payload = body.payload;
  return boardJson(200, answerOf(vacancy), switches);
}

/** `DELETE /vacancy/<vacancyid>` (document, section Verwijderen). */
export function deleteVacancy(vacancyId: number, { account }: Access, { board, clock }: BoardSite): Reply {
  const vacancy = board.live(account, vacancyId);
  if (vacancy === undefined) return noSuchVacancy();
  vacancy.deletedMs = clock.now();
  return { status: 204 };
}

function payloadOf(exchange: Exchange, switches: IctergezochtSwitches): { readonly payload: VacancyPayload } | Reply {
  const type = exchange.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return plainRefusal(400, 'De Content-Type moet application/json zijn.');
  const payload = parseBody(exchange);
  const errors = vacancyErrors(payload, switches);
  return isVacancyPayload(payload, errors) ? { payload } : refusal(400, errors);
}

function answerOf({ vacancyId }: BoardVacancy): unknown {
  return { vacancyId, vacancyUrl: `https://www.ictergezocht.example/vacature/${vacancyId}` };
}

function duplicate(): Reply {
  return refusal(409, [{ error: 'Dit referentienummer is al in gebruik.', label: 'referenceNumber', path: 'referenceNumber' }]);
}

function noSuchVacancy(): Reply {
  return plainRefusal(404, 'Deze vacature bestaat niet.');
}
