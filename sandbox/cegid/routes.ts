import type { Exchange, Reply } from '../kit/exchange.ts';
import { exportCandidates } from './candidate-export.ts';
import type { CegidData } from './data.ts';
import { badQuery, notFound } from './errors.ts';
import { serveReferentials } from './referential-routes.ts';
import { type CegidReport, takeReport } from './reports.ts';
import type { CegidSwitches } from './switches.ts';
import type { TokenDesk } from './tokens.ts';
import { exportVacancies } from './vacancy-export.ts';
import type { WebhookDesk } from './webhooks.ts';

/** What the routes of one site work on. */
export interface CegidSite {
  readonly switches: CegidSwitches;
  readonly data: CegidData;
  readonly tokens: TokenDesk;
  readonly webhooks: WebhookDesk;
  readonly reports: CegidReport[];
}

/** Answers one request; everything but the token call needs a token. */
export function route(exchange: Exchange, site: CegidSite): Reply {
  if (exchange.path === '/api/token') return site.tokens.issue(exchange);
  const refused = site.tokens.refuse(exchange);
  if (refused !== undefined) return refused;
  const segments = segmentsOf(exchange.path);
  if (segments === undefined) return badQuery('The path is not percent-encoded well.');
  if (exchange.path === '/api/exports/v1/vacancies') return exportVacancies(exchange, site.data, site.switches);
  if (exchange.path === '/api/exports/v1/candidates') return exportCandidates(exchange, site.data, site.switches);
  if (exchange.path === '/api/exports/v1/reports') return takeReport(exchange, site.reports);
  const [api, first, second, third, ...rest] = segments;
  if (api !== 'api') return notFound('There is no such endpoint.');
  const after = third === undefined ? [] : [third, ...rest];
  if (first === 'system' && second === 'v1' && third === 'webhooks') return site.webhooks.serve(exchange, rest, 'system-v1');
  if (first === 'v1' && second === 'system' && third === 'webhooks') return site.webhooks.serve(exchange, rest, 'v1-system');
  if (first === 'v1' && second === 'referentials' && third !== undefined) return serveReferentials(exchange, after, 'v1', site.data.referentials, site.switches);
  if (first === 'referentials' && second !== undefined) return serveReferentials(exchange, [second, ...after], 'plain', site.data.referentials, site.switches);
  return notFound('There is no such endpoint.');
}

/** The decoded segments of a path; undefined where an escape is malformed. */
function segmentsOf(path: string): string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
