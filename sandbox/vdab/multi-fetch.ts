import { type Exchange, isRecord, json, parseBody, type Reply } from '../kit/exchange.ts';
import type { Random } from '../kit/random.ts';
import { Refusal } from './refusal.ts';
import { isUuid, type Store } from './store.ts';
import type { VdabSwitches } from './switches.ts';
import type { VacancyRecord } from './vacancy.ts';
import { deleted, vacancyBody } from './vacancy-view.ts';

/** `POST /vacatures`: the vacancies of a list of ids, in no order; unknown ids are left out, and an id named twice comes once. */
export function multiFetch(exchange: Exchange, store: Store, switches: VdabSwitches, random: Random): Reply {
  const ids = readIds(exchange, switches);
  const find = switches.multiFetchKind === 'uuid' ? store.vacancy : store.vacancyByNumber;
  const found = [...new Set(ids.flatMap((id) => find(id) ?? []))].filter(({ document }) => document.status !== deleted || switches.deletedDetail === 'status');
  const bodies = outOfOrder(found, random).map((record) => vacancyBody(record, switches, store.numberOf));
  return json(200, switches.multiFetchAnswer === 'array' ? bodies : { aantal: bodies.length, resultaten: bodies });
}

function readIds(exchange: Exchange, switches: VdabSwitches): string[] {
  if (!/^application\/json\s*(;|$)/i.test(exchange.headers['content-type'] ?? '')) throw new Refusal(415, 'Content-Type moet application/json zijn');
  const body = parseBody(exchange);
  if (!isRecord(body)) throw new Refusal(400, 'De body is geen JSON-object');
  const name = switches.multiFetchBody;
  const surplus = Object.keys(body).find((key) => key !== name);
  if (surplus !== undefined) throw new Refusal(400, `Onbekende eigenschap: ${surplus}`);
  const ids: unknown = body[name];
  if (!Array.isArray(ids) || ids.length === 0) throw new Refusal(400, `Eigenschap ${name} moet een lijst van vacaturenummers zijn`);
  if (ids.length > switches.multiFetchMax) throw new Refusal(400, `Eigenschap ${name} neemt ten hoogste ${switches.multiFetchMax} vacaturenummers`);
  return ids.map((id: unknown) => readId(id, switches));
}

function readId(id: unknown, switches: VdabSwitches): string {
  if (switches.multiFetchKind === 'uuid' && typeof id === 'string' && isUuid(id)) return id;
  if (switches.multiFetchKind === 'number' && (typeof id === 'string' || typeof id === 'number') && /^\d+$/.test(String(id))) return String(id);
  throw new Refusal(400, `Ongeldig vacaturenummer: ${JSON.stringify(id)}`);
}

/** The same records in another order than they were asked in, wherever there are two or more. */
function outOfOrder(records: readonly VacancyRecord[], random: Random): VacancyRecord[] {
  const shuffled = records.map((record) => ({ record, at: random.next() })).toSorted((a, b) => a.at - b.at).map(({ record }) => record);
  return shuffled.every((record, index) => record === records[index]) ? shuffled.toReversed() : shuffled;
}
