import type { Draft, VacancyDraft } from '../../domain/posting/drafts.ts';
import type { SendOutcome } from '../../domain/posting/outcome.ts';
import { outcomeOf, type Reading } from '../shared/delivery.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { IctergezochtClient } from './client.ts';
import { payloadFromDraft } from './map-draft.ts';
import { boardFailure, isBoards, noSuchVacancy, refusalOf } from './refusal.ts';
import { parsePosted } from './wire.ts';

const reading = { source: 'ICTERGEZOCHT', failure: boardFailure } as const;
/** An answer that does not name the vacancy does not say that there is one. */
const posted: Reading['accept'] = ({ status, body }) => {
  const { vacancyId, vacancyUrl } = parsePosted(body);
  return { kind: 'accepted', upstreamId: vacancyId, url: vacancyUrl, raw: body, upstreamStatus: status };
};

/** A new vacancy (ICTerGezocht document, Toevoegen): sent once. */
export async function postVacancy(draft: Draft, client: IctergezochtClient, scope: RequestScope): Promise<SendOutcome> {
  const delivery = await client.createVacancy(payloadFromDraft(vacancyOf(draft)), scope);
  // No vacancy is named, so that a 404 is about the endpoint.
  return settle(outcomeOf(delivery, { ...reading, accept: posted, refuse: (error) => (error.status === 404 ? null : refusalOf(error)) }), client);
}

/** The vacancy in place of that with this id (Wijzigen): sent again where it is not known whether it arrived. */
export async function changeVacancy(vacancyId: string, draft: Draft, client: IctergezochtClient, scope: RequestScope): Promise<SendOutcome> {
  if (!isVacancyId(vacancyId)) return noSuchVacancy();
  const delivery = await client.updateVacancy(vacancyId, payloadFromDraft(vacancyOf(draft)), scope);
  return settle(outcomeOf(delivery, { ...reading, accept: posted, refuse: refusalOf }), client);
}

/** Takes a vacancy off (Verwijderen, 204 without a body); one that the board does not have is off already. */
export async function withdrawVacancy(vacancyId: string, client: IctergezochtClient, scope: RequestScope): Promise<SendOutcome> {
  if (!isVacancyId(vacancyId)) return noSuchVacancy();
  const off = (upstreamStatus: number, raw: unknown): SendOutcome => ({ kind: 'accepted', upstreamId: vacancyId, url: null, raw, upstreamStatus });
  const delivery = await client.deleteVacancy(vacancyId, scope);
  return settle(
    outcomeOf(delivery, {
      ...reading,
      accept: ({ status, body }) => off(status, body),
      refuse: (error) => (error.status === 404 && isBoards(error) ? off(404, error.body) : refusalOf(error)),
    }),
    client,
  );
}

/** What may have been done counts as done here. */
async function settle(outcome: SendOutcome, client: IctergezochtClient): Promise<SendOutcome> {
  if (outcome.kind === 'accepted' || outcome.kind === 'uncertain') await client.dropVacancies();
  return outcome;
}

/** An id is a number: `vacancy/insight` is a path too. */
function isVacancyId(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}

/** @throws TypeError for another channel's draft, which is a mistake of ours */
export function vacancyOf(draft: Draft): VacancyDraft {
  if (draft.channel !== 'ICTERGEZOCHT') throw new TypeError(`a draft for ${draft.channel} cannot be posted at ICTerGezocht`);
  return draft.vacancy;
}
