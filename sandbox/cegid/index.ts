import type { Delivered } from '../kit/callback.ts';
import { Random } from '../kit/random.ts';
import type { SandboxOptions, UpstreamDefinition } from '../kit/upstream.ts';
import { type CegidData, makeCegidData } from './data.ts';
import { type CegidEvent, EventSender } from './events.ts';
import { codedOf } from './referentials.ts';
import type { CegidReport } from './reports.ts';
import { route } from './routes.ts';
import { cegidSwitches, type CegidSwitches } from './switches.ts';
import { readTelling } from './tell.ts';
import { type CegidCredentials, TokenDesk } from './tokens.ts';
import { isoSeconds } from './vacancies.ts';
import { type CegidHook, WebhookDesk } from './webhooks.ts';

export interface CegidUpstream extends UpstreamDefinition {
  readonly switches: CegidSwitches;
  /** The client that the site knows; its secret holds every character that form-encoding changes. */
  readonly credentials: CegidCredentials;
  /** Another client that the site knows, which sees the same. */
  readonly otherCredentials: CegidCredentials;
  readonly data: CegidData;
  /** The accepted reports, oldest first. */
  readonly reports: readonly CegidReport[];
  /** The hooks subscribed to now. */
  readonly hooks: () => readonly CegidHook[];
  /** Ends every token at once. */
  readonly expireTokens: () => void;
  /** Gives a vacancy another title or status, modified now. Throws where either is unknown. */
  readonly changeVacancy: (reference: string, change: { readonly title?: string; readonly statusId?: string }) => void;
  /** Sends one signed event to a callback URL on loopback. */
  readonly sendEvent: (callbackUrl: string, event: CegidEvent) => Promise<Delivered>;
  /** Sends a signed ping to a ping URL on loopback; what a ping carries is published nowhere. */
  readonly ping: (pingUrl: string) => Promise<Delivered>;
  /** Sends an event to every hook that subscribed to it, one after the other. */
  readonly notify: (event: CegidEvent) => Promise<Delivered[]>;
}

/** A Cegid (Talentsoft) site with the Matching Indexation API: token, exports, reports, referentials, webhooks. */
export function createCegid(options: SandboxOptions): CegidUpstream {
  const switches = cegidSwitches();
  const credentials = { clientId: 'sandbox-cegid', clientSecret: 'sandbox+cegid/secret=&1' };
  const otherCredentials = { clientId: 'sandbox-cegid-2', clientSecret: 'sandbox-cegid-secret-2' };
  const secrets = new Random(`${options.seed}:cegid:secrets`);
  const data = makeCegidData(options);
  const tokens = new TokenDesk(options.clock, secrets, switches, [credentials, otherCredentials]);
  const webhooks = new WebhookDesk(secrets, switches);
  const sender = new EventSender(options.clock, switches, credentials);
  const reports: CegidReport[] = [];
  const site = { switches, data, tokens, webhooks, reports };
  async function notify(event: CegidEvent): Promise<Delivered[]> {
    const delivered: Delivered[] = [];
    for (const hook of webhooks.hooks.filter((entry) => entry.event === event.event_type)) delivered.push(await sender.send(hook.callbackUrl, event));
    return delivered;
  }
  return {
    name: 'cegid',
    basePath: '/',
    switches,
    credentials,
    otherCredentials,
    data,
    reports,
    handle: (exchange) => route(exchange, site),
    environment: (baseUrl) => ({ CEGID_BASE_URL: baseUrl, CEGID_CLIENT_ID: credentials.clientId, CEGID_CLIENT_SECRET: credentials.clientSecret }),
    actions: {
      async events(body) {
        const { event, callbackUrl, title } = readTelling(body);
        const { reference } = event;
        if (reference !== undefined && data.vacancies.some((vacancy) => vacancy.reference === reference)) {
          changeVacancy(data, reference, { ...(title !== null && { title }), ...(event.statusId !== undefined && { statusId: event.statusId }) }, options.clock.now());
        }
        return callbackUrl === null ? notify(event) : [await sender.send(callbackUrl, event)];
      },
    },
    hooks: () => webhooks.hooks,
    expireTokens: () => tokens.expireAll(),
    changeVacancy: (reference, change) => changeVacancy(data, reference, change, options.clock.now()),
    sendEvent: (callbackUrl, event) => sender.send(callbackUrl, event),
    ping: (pingUrl) => sender.send(pingUrl, { event_type: 'ping' }),
    notify,
  };
}

function changeVacancy(data: CegidData, reference: string, { title, statusId }: { readonly title?: string; readonly statusId?: string }, nowMs: number): void {
  const vacancy = data.vacancies.find((entry) => entry.reference === reference);
  if (vacancy === undefined) throw new Error(`no vacancy ${reference}`);
  if (title !== undefined) vacancy.jobDescription.title = title;
  if (statusId !== undefined) {
    const status = data.referentials.items('vacancyStatuses').find(({ id }) => id === statusId);
    if (status === undefined) throw new Error(`no status ${statusId}`);
    vacancy.status = codedOf(status);
  }
  vacancy.modificationDate = isoSeconds(nowMs);
}
