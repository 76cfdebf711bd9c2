import { changeTo } from '../../domain/change.ts';
import type { UpstreamEvent } from '../../domain/upstream-event.ts';
import { isObject, type Json, optionalText } from '../../http/parse.ts';
import { vacancyStatusOf } from './codes.ts';
import { forms } from './event-forms.ts';
import { sourceIdOf } from './source-id.ts';

/** Longest reference or id as it stands in ids here, characters. */
const maxIdLength = 480;
const maxNameLength = 100;
/** Events of one call; a site sends one. */
const maxEvents = 500;

export interface EventProblem {
  readonly field: string;
  readonly problem: string;
}

/** The body of a webhook's call: an event, or a list of them. Each says little more than which object to fetch. */
export function readEvents(body: Uint8Array): { readonly events: readonly UpstreamEvent[] } | EventProblem {
  const json = parsed(body);
  if (json === undefined) return { field: 'body', problem: 'is to be JSON in UTF-8' };
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  if (list.length > maxEvents) return { field: 'body', problem: `holds more than ${maxEvents} events` };
  const events: UpstreamEvent[] = [];
  for (const [index, item] of list.entries()) {
    const at = Array.isArray(json) ? `[${index}].` : '';
    if (!isObject(item)) return { field: at === '' ? 'body' : at.slice(0, -1), problem: 'is to be an object' };
    const event = eventOf(item);
    if ('problem' in event) return { ...event, field: `${at}${event.field}` };
    events.push(event);
  }
  return { events };
}

function eventOf(json: Json): UpstreamEvent | EventProblem {
  const event = optionalText(json['event_type']);
  if (event === null || event.length > maxNameLength) return { field: 'event_type', problem: 'is to be the name of an event' };
  const form = forms.get(event);
  if (form === undefined) return { event, about: null, sourceId: null, change: 'UNKNOWN', nativeStatus: null };
  const field = form.about === 'vacancy' ? 'reference' : 'applicantId';
  const id = optionalText(json[field]);
  // An application is told by its vacancy too, which it does not change.
  if (id === null && event === 'application_event_new') return { event, about: null, sourceId: null, change: 'UNKNOWN', nativeStatus: null };
  if (id === null) return { field, problem: 'is missing' };
  const sourceId = idOf(id);
  if (sourceId === null) return { field, problem: 'cannot be an id' };
  const nativeStatus = event === 'vacancy_status' ? optionalText(json['statusId'])?.slice(0, maxNameLength) ?? null : null;
  return { event, about: form.about, sourceId, change: nativeStatus === null ? form.change : changeTo(vacancyStatusOf(nativeStatus)), nativeStatus };
}

function idOf(native: string): string | null {
  try {
    const sourceId = sourceIdOf(native);
    return sourceId.length > maxIdLength ? null : sourceId;
  } catch {
    // A lone surrogate cannot be encoded.
    return null;
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
