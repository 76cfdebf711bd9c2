import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../kit/exchange.ts';
import { plainRefusal } from './errors.ts';

/** What a key may be given access to when it is made. */
export type Right = 'vacancy' | 'insight' | 'company' | 'click';

export interface Access {
  readonly account: 'A' | 'B';
  readonly rights: readonly Right[];
}

const everything: readonly Right[] = ['vacancy', 'insight', 'company', 'click'];

/** The keys that the board knows: two accounts with every right, and one key of the first that only reads figures. */
const accessByKey: ReadonlyMap<string, Access> = new Map([
  ['sandbox-ictergezocht-key', { account: 'A', rights: everything }],
  ['sandbox-ictergezocht-key-2', { account: 'B', rights: everything }],
  ['sandbox-ictergezocht-key-insight', { account: 'A', rights: ['insight', 'click'] }],
]);
const partnerKey = 'sandbox-partner-key';

/** Whose request this is, or the 401 of one that is nobody's (document, section Authenticatie). */
export function accessOf(headers: IncomingHttpHeaders): Access | Reply {
  const access = accessByKey.get(bearerOf(headers.authorization) ?? '');
  if (access === undefined) return plainRefusal(401, 'De API key is ongeldig.');
  const partner = headers['partner-authorization'];
  if (partner === undefined) return access;
  const known = typeof partner === 'string' && bearerOf(partner) === partnerKey;
  return known ? access : plainRefusal(401, 'De partner key is ongeldig.');
}

function bearerOf(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^Bearer (\S+)$/i.exec(header)?.[1];
}
