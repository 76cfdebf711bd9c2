import { z } from 'zod';
import { endpointProblem } from '../domain/endpoint-url.ts';
import { isScope } from '../domain/scopes.ts';
import { type Client, type ClientKey, clientIdForm, maxKeys, reservedIds } from './client.ts';
import { duplicatesIn } from './duplicates.ts';
import { oneOrTwo } from './forms.ts';
import { type CredentialRules, readCredentials } from './read-credentials.ts';
import { withVariables } from './with-variables.ts';

/** The clients of a file, or everything that is wrong with it: where it stands, and never a value. */
export type ClientsRead = { readonly clients: readonly Client[] } | { readonly problems: readonly string[] };

export interface ReadClientsOptions extends CredentialRules {
  /** A variable that a value names, undefined where it is not set. */
  readonly variable: (name: string) => string | undefined;
}

/** SHA-256 of no bytes at all: the hash of a key that somebody forgot. */
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'is to be the SHA-256 of the key, 64 hexadecimal digits')
  .transform((text) => text.toLowerCase())
  .refine((hash) => hash !== hashOfNothing, 'is the hash of an empty key');
const instant = z.iso.datetime({ offset: true, error: 'is to be an instant such as 2027-01-31T12:00:00Z' }).transform((text) => Date.parse(text));
const key = z.strictObject({ sha256, notBefore: instant.default(Number.NEGATIVE_INFINITY), notAfter: instant.default(Number.POSITIVE_INFINITY) });
const scope = z.string().transform((name, context) => {
  if (isScope(name)) return name;
  context.addIssue({ code: 'custom', message: 'there is no such scope' });
  return z.NEVER;
});
/** Standard Webhooks: 24 to 64 random bytes, base64, behind a prefix. */
const signingSecrets = oneOrTwo(/^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'is to be whsec_ and the base64 of 24 to 64 random bytes, or two of them');

const forwarding = z
  .strictObject({ url: z.string(), secret: signingSecrets, allowPrivate: z.boolean().default(false) })
  .superRefine((stated, context) => {
    const problem = endpointProblem(stated);
    if (problem !== null) context.addIssue({ code: 'custom', path: ['url'], message: problem });
  })
  .transform(({ url, secret: [first = '', ...rest], allowPrivate }) => ({ url, secrets: [first, ...rest] as const, allowPrivate }));

const client = z.strictObject({
  id: z
    .string()
    .regex(clientIdForm, 'is to be of 1 to 64 letters, digits, dots, hyphens and underscores')
    .refine((id) => !reservedIds.includes(id), 'is kept for the gateway itself'),
  name: z.string().trim().min(1).max(200),
  keySha256: sha256.optional(),
  keys: z.array(key).max(maxKeys).default([]),
  scopes: z.array(scope),
  credentials: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  applications: forwarding.optional(),
});
const file = z.strictObject({ clients: z.array(client).max(10_000) });

/** Reads the text of CLIENTS_FILE. */
export function readClients(text: string, options: ReadClientsOptions): ClientsRead {
  const json = jsonOf(text);
  if (json === undefined) return { problems: ['it is no JSON'] };
  const { value, problems: unset } = withVariables(json, options.variable);
  if (unset.length > 0) return { problems: unset };
  const parsed = file.safeParse(value, { reportInput: false });
  if (!parsed.success) return { problems: parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`) };
  const read = parsed.data.clients.map((stated) => clientOf(stated, options));
  const problems = read.flatMap(([, wrong], index) => wrong.map((problem) => `clients[${index}].credentials.${problem}`));
  const clients = read.map(([one]) => one);
  const all = [...problems, ...duplicatesIn(clients)];
  return all.length > 0 ? { problems: all } : { clients };
}

function clientOf({ id, name, keySha256, keys, scopes, credentials: stated, applications }: z.output<typeof client>, rules: CredentialRules): readonly [Client, problems: readonly string[]] {
  const { problems, ...own } = readCredentials(stated, rules);
  const lasting: readonly ClientKey[] = keySha256 === undefined ? [] : [{ sha256: keySha256, notBefore: Number.NEGATIVE_INFINITY, notAfter: Number.POSITIVE_INFINITY }];
  return [{ id, name, keys: [...lasting, ...keys], scopes: new Set(scopes), ...own, applications: applications ?? null }, problems];
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return value;
  } catch {
    return undefined;
  }
}

/** A place in the file as one would write it: `clients[2].scopes[0]`. */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('');
}
