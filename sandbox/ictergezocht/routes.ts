import type { Exchange, Reply } from '../kit/exchange.ts';
import { noSuchEndpoint, plainRefusal } from './errors.ts';
import { type Access, accessOf, type Right } from './keys.ts';
import { companyTypes, userFunctions } from './lists.ts';
import type { RateLimits } from './rate-limits.ts';
import { type BoardSite, readClicks, readInsights, readList } from './read-routes.ts';
import { deleteVacancy, postVacancy, putVacancy } from './write-routes.ts';

interface Route {
  readonly right: Right;
  readonly serve: (access: Access) => Reply;
}

/** Answers one request: limit by address, then keys, then limit by account, then the endpoint and the right to it. */
export function route(exchange: Exchange, site: BoardSite, limits: RateLimits): Reply {
  const tooMany = limits.refuseAddress(exchange.remoteAddress);
  if (tooMany !== undefined) return tooMany;
  const access = accessOf(exchange.headers);
  if ('status' in access) return access;
  const tooManyOfAccount = limits.refuseAccount(access.account);
  if (tooManyOfAccount !== undefined) return tooManyOfAccount;
  const found = routeOf(exchange, site);
  if (found === undefined) return noSuchEndpoint();
  return access.rights.includes(found.right) ? found.serve(access) : plainRefusal(403, 'Deze API key heeft geen toegang tot dit endpoint.');
}

function routeOf(exchange: Exchange, site: BoardSite): Route | undefined {
  switch (`${exchange.method} ${exchange.path}`) {
    case 'POST /vacancy':
      return { right: 'vacancy', serve: (access) => postVacancy(exchange, access, site) };
    case 'GET /vacancy/insight':
      return { right: 'insight', serve: (access) => readInsights(exchange, access, site) };
    case 'GET /company/type':
      return { right: 'company', serve: () => readList(exchange, companyTypes, site) };
    case 'GET /company/user/function':
      return { right: 'company', serve: () => readList(exchange, userFunctions, site) };
    case 'GET /click':
      return { right: 'click', serve: (access) => readClicks(exchange, access, site) };
    default:
      return vacancyRoute(exchange, site);
  }
}

/** The two endpoints that hold a vacancy's number. */
function vacancyRoute(exchange: Exchange, site: BoardSite): Route | undefined {
  const digits = /^\/vacancy\/(\d{1,12})$/.exec(exchange.path)?.[1];
  if (digits === undefined) return undefined;
  if (exchange.method === 'PUT') return { right: 'vacancy', serve: (access) => putVacancy(exchange, Number(digits), access, site) };
  if (exchange.method === 'DELETE') return { right: 'vacancy', serve: (access) => deleteVacancy(Number(digits), access, site) };
  return undefined;
}
