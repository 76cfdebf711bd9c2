import { type Exchange, json, type Reply } from '../kit/exchange.ts';
import { badQuery, methodNotAllowed, notFound } from './errors.ts';
import { pageOf, strayParameter } from './paging.ts';
import type { Referential, ReferentialItem, Referentials } from './referentials.ts';
import type { CegidSwitches } from './switches.ts';

/**
 * `GET …/referentials/{name}`, `…/{name}/{id}`, `…/{id}/translations` and `…/translations/{lcid}` (document, section Cinematics).
 * `segments` is the decoded path after `referentials/`; `spelling` says which of the two paths it came by.
 */
export function serveReferentials(exchange: Exchange, segments: readonly string[], spelling: 'v1' | 'plain', referentials: Referentials, switches: CegidSwitches): Reply {
  const [name = '', id, word, lcid, ...more] = segments;
  const translations = word !== undefined;
  if (spelling !== (translations ? switches.translationsPath : switches.referentialPath)) return notFound('There is no such endpoint.');
  if (more.length > 0 || (translations && word !== 'translations')) return notFound('There is no such endpoint.');
  if (exchange.method !== 'GET') return methodNotAllowed('GET');
  const referential = referentials.named(name);
  if (referential === undefined) return notFound('There is no such referential.');
  if (id === undefined) return list(exchange.query, referential, referentials, switches);
  if (exchange.rawQuery !== '') return badQuery('No parameters are served here.');
  const item = referential.items.find((entry) => entry.id === id || (switches.codedValues === 'code-client-label' && String(entry.code) === id));
  if (item === undefined) return notFound('There is no such item.');
  if (!translations) return answer(writeItem(item, referential, referentials, switches), switches);
  return lcid === undefined ? answer(allTranslations(item, switches), switches) : oneTranslation(item, lcid, switches);
}

function list(query: URLSearchParams, referential: Referential, referentials: Referentials, switches: CegidSwitches): Reply {
  const stray = strayParameter(query, ['offset', 'limit']);
  if (stray !== undefined) return badQuery(`${stray} is not a parameter, or is given twice.`);
  const page = pageOf(query, referential.items.length);
  if ('status' in page) return page;
  const items = referential.items.slice(page.offset, page.offset + page.limit);
  return answer(items.map((item) => writeItem(item, referential, referentials, switches)), switches);
}

function writeItem(item: ReferentialItem, referential: Referential, referentials: Referentials, switches: CegidSwitches): unknown {
  const parent = item.parentId === undefined ? undefined : referentials.byId(item.parentId);
  if (switches.codedValues === 'id-label') {
    return { id: item.id, clientCode: item.id, label: item.label, ...(parent === undefined ? {} : { parentId: parent.id }) };
  }
  const hasChildren = referential.items.some(({ parentId }) => parentId === item.id);
  return { code: item.code, clientCode: item.id, label: item.label, active: true, parentCode: parent?.code ?? null, type: referential.name, hasChildren };
}

function allTranslations(item: ReferentialItem, switches: CegidSwitches): unknown[] {
  return [...item.translations].map(([lcid, label]) => ({ [switches.translationKey]: lcid, label }));
}

function oneTranslation(item: ReferentialItem, lcid: string, switches: CegidSwitches): Reply {
  if (!/^\d{1,6}$/.test(lcid)) return badQuery('An LCID is a number.');
  const label = item.translations.get(Number(lcid));
  if (label === undefined) return notFound('The item has no translation in that language.');
  return answer({ [switches.translationKey]: Number(lcid), label }, switches);
}

function answer(value: unknown, switches: CegidSwitches): Reply {
  return json(200, switches.referentialAnswer === 'wrapped' ? { data: value } : value);
}
