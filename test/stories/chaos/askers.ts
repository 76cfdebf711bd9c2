import type { Scope } from '../../../src/domain/scopes.ts';
import { bearing, client, keyOf, type StatedClient } from '../../support/clients-file.ts';

const reads: readonly Scope[] = ['vacancies:read', 'organisations:read', 'enumerations:read'];

/**
 * Who asks: anybody, a job site, an agency with accounts of its own that see less of CSO and another part of the board, a desk that posts
 * with the server's accounts, and somebody whose key is none.
 */
export const askers = ['anybody', 'site', 'agency', 'desk', 'stranger'] as const;
export type Asker = (typeof askers)[number];

const agencyAccounts = {
  cso: { username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' },
  ictergezocht: { apiKey: 'sandbox-ictergezocht-key-2', partnerKey: 'sandbox-partner-key' },
};

/** What CLIENTS_FILE holds. */
export const clients: readonly StatedClient[] = [
  client('site', reads),
  client('agency', [...reads, 'insights:read'], { credentials: agencyAccounts }),
  client('desk', [...reads, 'insights:read', 'vacancies:write', 'candidates:read']),
];

export function headersOf(asker: Asker): Readonly<Record<string, string>> {
  return asker === 'anybody' ? {} : bearing(keyOf(asker)).headers;
}

/** The account of CSO that it asks with. */
export function csoUserOf(asker: Asker): string {
  return asker === 'agency' ? agencyAccounts.cso.username : 'sandbox-cso';
}

/** The account of the board that it asks with. */
export function accountOf(asker: Asker): 'A' | 'B' {
  return asker === 'agency' ? 'B' : 'A';
}
