import { type Exchange, json, type Reply } from '../kit/exchange.ts';
import type { Random } from '../kit/random.ts';
import { badQuery, methodNotAllowed, notFound } from './errors.ts';
import { jsonObject, strayKey } from './json-body.ts';
import type { CegidSwitches } from './switches.ts';

/** The events that can be subscribed to; the document names three, the others are seen in the wild. */
export const cegidEvents = [
  'vacancy_new',
  'vacancy_update',
  'vacancy_status',
  'vacancy_deleted',
  'applicant_new',
  'applicant_update',
  'applicant_resume_update',
  'application_event_new',
] as const;
export type CegidEventType = (typeof cegidEvents)[number];

export interface CegidHook {
  readonly hookId: string;
  readonly event: CegidEventType;
  readonly callbackUrl: string;
  readonly pingUrl: string;
}

/** `POST …/webhooks` and `DELETE …/webhooks/{hookId}` (document, section Use of Webhooks). Subscribing twice gives two hooks. */
export class WebhookDesk {
  readonly #hooks = new Map<string, CegidHook>();
  readonly #random: Random;
  readonly #switches: CegidSwitches;

  constructor(random: Random, switches: CegidSwitches) {
    this.#random = random;
    this.#switches = switches;
  }

  get hooks(): readonly CegidHook[] {
    return [...this.#hooks.values()];
  }

  /** `segments` is the decoded path after `webhooks`. */
  serve(exchange: Exchange, segments: readonly string[], spelling: CegidSwitches['webhookPath']): Reply {
    const [hookId, ...more] = segments;
    if (spelling !== this.#switches.webhookPath || more.length > 0) return notFound('There is no such endpoint.');
    if (hookId === undefined) return exchange.method === 'POST' ? this.#subscribe(exchange) : methodNotAllowed('POST');
    if (exchange.method !== 'DELETE') return methodNotAllowed('DELETE');
    return this.#hooks.delete(hookId) ? { status: 204 } : notFound('There is no such hook.');
  }

  #subscribe(exchange: Exchange): Reply {
    const body = jsonObject(exchange);
    if ('status' in body) return body;
    const stray = strayKey(body.object, ['event', 'callbackUrl', 'pingUrl']);
    if (stray !== undefined) return badQuery(`${stray} is not part of a subscription.`);
    const { event, callbackUrl, pingUrl } = body.object;
    const known = cegidEvents.find((name) => name === event);
    if (known === undefined) return badQuery('event must be one that can be subscribed to.');
    if (!isHttpUrl(callbackUrl)) return badQuery('callbackUrl must be an absolute URL.');
    if (!isHttpUrl(pingUrl)) return badQuery('pingUrl must be an absolute URL.');
    const hook: CegidHook = { hookId: this.#random.hex(24), event: known, callbackUrl, pingUrl };
    this.#hooks.set(hook.hookId, hook);
    const answer = { hookId: hook.hookId };
    return json(201, this.#switches.hookAnswer === 'wrapped' ? { data: answer } : answer);
  }
}

function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}
