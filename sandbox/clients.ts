import { createHash } from 'node:crypto';

/** The clients of the demo, and what each is for. */
export const demoClientIds = ['frontend', 'bi', 'partner', 'recruiter', 'admin'] as const;
export type DemoClientId = (typeof demoClientIds)[number];

/** A client as a gateway's CLIENTS_FILE has it. */
interface StatedClient {
  readonly id: DemoClientId;
  readonly name: string;
  readonly keySha256: string;
  readonly scopes: readonly string[];
  readonly credentials?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const open = ['vacancies:read', 'organisations:read', 'enumerations:read'];
const everything = [
  ...open,
  'candidates:read',
  'candidates:contact',
  'insights:read',
  'personal:read',
  'applications:read',
  'vacancies:write',
  'indexing:write',
  'raw:read',
  'admin',
];

/** The key of a demo client. Anybody may know it: it opens made-up data on loopback. */
export function demoKey(id: DemoClientId): string {
  return `demo-${id}-key`;
}

/** The partner has an account of its own at the board, and its applications come in by a key of its own. */
export const partnerCredentials = { ictergezocht: { apiKey: 'sandbox-ictergezocht-key-2', partnerKey: 'sandbox-partner-key', webhookKey: 'demo-partner-webhook-key' } } as const;

/** What CLIENTS_FILE holds in the demo. */
export function demoClients(): { readonly clients: readonly StatedClient[] } {
  return {
    clients: [
      client('frontend', 'Job site', open),
      client('bi', 'Reports', [...open, 'insights:read']),
      { ...client('partner', 'Partner portal', [...open, 'vacancies:write', 'applications:read']), credentials: partnerCredentials },
      client('recruiter', 'Recruiters', [...open, 'candidates:read', 'candidates:contact', 'personal:read', 'applications:read', 'raw:read']),
      client('admin', 'Administration', everything),
    ],
  };
}

function client(id: DemoClientId, name: string, scopes: readonly string[]): StatedClient {
  return { id, name, keySha256: createHash('sha256').update(demoKey(id)).digest('hex'), scopes };
}
