import { BadInput } from '../control-input.ts';
import { isRecord } from '../kit/exchange.ts';
import type { CegidEvent } from './events.ts';
import { cegidEvents } from './webhooks.ts';

/** What the control port has the site do: change a vacancy where a title or a status is given, and tell of it. */
export interface Telling {
  readonly event: CegidEvent;
  /** Where to tell it; absent, at every hook that subscribed to it. */
  readonly callbackUrl: string | null;
  readonly title: string | null;
}

const fields = ['event_type', 'reference', 'statusId', 'applicantId', 'fileId', 'callbackUrl', 'title'];

/** Throws `BadInput`. */
export function readTelling(body: unknown): Telling {
  if (!isRecord(body)) throw new BadInput('body', 'must be an event');
  const unknown = Object.keys(body).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw new BadInput(unknown, `is none of ${fields.join(', ')}`);
  const event_type = cegidEvents.find((name) => name === body['event_type']);
  if (event_type === undefined) throw new BadInput('event_type', `must be one of ${cegidEvents.join(', ')}`);
  const texts = Object.fromEntries(
    fields.flatMap((field) => {
      const value = body[field];
      if (value !== undefined && (typeof value !== 'string' || value === '')) throw new BadInput(field, 'must be a text');
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const { callbackUrl = null, title = null, event_type: _named, ...subject } = texts;
  if (callbackUrl !== null && !URL.canParse(callbackUrl)) throw new BadInput('callbackUrl', 'must be an absolute URL');
  return { event: { event_type, ...subject }, callbackUrl, title };
}
