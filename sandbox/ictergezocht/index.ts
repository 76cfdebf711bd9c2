import type { Delivered } from '../kit/callback.ts';
import type { SandboxOptions, UpstreamDefinition } from '../kit/upstream.ts';
import { type BoardApplication, sendApplication, type WebhookProof } from './applications.ts';
import type { Board, BoardVacancy } from './board.ts';
import type { Click } from './clicks.ts';
import { makeBoard } from './generate.ts';
import { companyTypes, type ListItem, userFunctions } from './lists.ts';
import { RateLimits } from './rate-limits.ts';
import { route } from './routes.ts';
import { ictergezochtSwitches, type IctergezochtSwitches } from './switches.ts';

/** The truth that tests compare with. */
export interface IctergezochtData {
  /** Of both accounts, deleted ones and those posted since the start too. */
  readonly vacancies: readonly BoardVacancy[];
  /** By account, oldest first. */
  readonly clicks: Readonly<Record<'A' | 'B', readonly Click[]>>;
  readonly companyTypes: readonly ListItem[];
  readonly userFunctions: readonly ListItem[];
}

export interface IctergezochtUpstream extends UpstreamDefinition {
  readonly switches: IctergezochtSwitches;
  readonly data: IctergezochtData;
  /** Forgets the requests that were counted for the rate limits. */
  readonly clearLimits: () => void;
  /** One more click on a vacancy, at an instant to the second. Throws where the vacancy is unknown. */
  readonly recordClick: (vacancyId: number, atMs: number, ip: string) => void;
  /** Sends an application to a webhook on loopback. */
  readonly sendApplication: (webhookUrl: string, application: BoardApplication, proof: WebhookProof) => Promise<Delivered>;
}

/** The ICTerGezocht.nl job board: vacancies, insights, clicks, its two lists, and the sender of applications. */
export function createIctergezocht(options: SandboxOptions): IctergezochtUpstream {
  const switches = ictergezochtSwitches();
  const board = makeBoard(options);
  const limits = new RateLimits(options.clock, switches);
  const site = { board, clock: options.clock, switches };
  return {
    name: 'ictergezocht',
    basePath: '/',
    switches,
    data: { vacancies: board.vacancies, clicks: { A: board.clicks.A.all, B: board.clicks.B.all }, companyTypes, userFunctions },
    handle: (exchange) => route(exchange, site, limits),
    environment: (baseUrl) => ({ ICTERGEZOCHT_BASE_URL: baseUrl, ICTERGEZOCHT_API_KEY: 'sandbox-ictergezocht-key', ICTERGEZOCHT_PARTNER_KEY: 'sandbox-partner-key', ICTERGEZOCHT_WEBHOOK_KEY: 'sandbox-webhook-key', ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: 'sandbox-webhook-secret' }),
    clearLimits: () => limits.clear(),
    recordClick: (vacancyId, atMs, ip) => recordClick(board, vacancyId, atMs, ip),
    sendApplication,
  };
}

function recordClick(board: Board, vacancyId: number, atMs: number, ip: string): void {
  const vacancy = board.find(vacancyId);
  if (vacancy === undefined) throw new Error(`no vacancy ${vacancyId}`);
  board.clicks[vacancy.account].add([vacancyId, Math.floor(atMs / 1000) * 1000, ip]);
}
