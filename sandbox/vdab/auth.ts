import type { Exchange } from '../kit/exchange.ts';
import { Refusal } from './refusal.ts';
import type { VdabSwitches } from './switches.ts';

/** Both documents: every call carries the API key in `X-IBM-Client-Id`, and asks for JSON. */
export function authorise(exchange: Exchange, switches: VdabSwitches): void {
  const accepted = exchange.path.includes('/v2/vacatures') ? [switches.clientId, switches.vacanciesClientId] : [switches.clientId];
  if (!accepted.includes(String(exchange.headers['x-ibm-client-id']))) throw new Refusal(401, 'Invalid client id or secret.');
  if (switches.requireBearer && exchange.headers.authorization !== `Bearer ${switches.bearerToken}`) {
    throw new Refusal(401, 'Invalid or missing access token.', { 'www-authenticate': 'Bearer' });
  }
  const accept = exchange.headers.accept ?? '*/*';
  if (!/(application\/(json|\*)|\*\/\*)/i.test(accept)) throw new Refusal(406, 'Only application/json is offered');
}
