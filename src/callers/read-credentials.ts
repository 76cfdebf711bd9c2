import { z } from 'zod';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { Client } from './client.ts';
import { oneOrTwo } from './forms.ts';

export interface CredentialRules {
  /** Whether a client may state by which key an inbound delivery of the source is its own. */
  readonly takesWebhookKey: (source: SourceName) => boolean;
  /** What is wrong with a client's own credentials of a source, each behind the name of the one that is: `password: missing`. */
  readonly problemsOf: (source: SourceName, credentials: Readonly<Record<string, string>>) => readonly string[];
}

/** A line break in a credential comes from how it was copied, and breaks headers. */
const text = z.string().regex(/^[^\p{Cc}]{1,4096}$/u);
const webhookKeys = oneOrTwo(/^[\x21-\x7e]{16,512}$/, 'is to be a text of 16 visible ASCII characters or more, or two of them');

type Read = Pick<Client, 'credentials' | 'webhookKeys'> & { readonly problems: readonly string[] };

/** A client's `credentials`, with what is wrong by its place in them: `vdab.clientId: …`. */
export function readCredentials(stated: Readonly<Record<string, Readonly<Record<string, unknown>>>>, rules: CredentialRules): Read {
  const credentials = new Map<SourceName, Readonly<Record<string, string>>>();
  const inbound = new Map<SourceName, readonly string[]>();
  const problems: string[] = [];
  for (const [name, { webhookKey, ...values }] of Object.entries(stated)) {
    const source = sourceNames.find((known) => known.toLowerCase() === name);
    if (source === undefined) {
      problems.push(`${name}: there is no such source; known are ${sourceNames.map((known) => known.toLowerCase()).join(', ')}`);
      continue;
    }
    if (webhookKey !== undefined) {
      const read = webhookKeys.safeParse(webhookKey);
      if (read.success && rules.takesWebhookKey(source)) inbound.set(source, read.data);
      else problems.push(`${name}.webhookKey: ${read.error?.issues[0]?.message ?? 'nothing of this source comes in by a key'}`);
    }
    const [own, wrong] = textsOf(values);
    if (Object.keys(own).length > 0) credentials.set(source, own);
    const whole = Object.keys(own).length > 0 && wrong.length === 0 ? rules.problemsOf(source, own) : wrong;
    problems.push(...whole.map((problem) => `${name}.${problem}`));
    if (webhookKey === undefined && Object.keys(values).length === 0) problems.push(`${name}: states no credential`);
  }
  return { credentials, webhookKeys: inbound, problems };
}

function textsOf(values: Readonly<Record<string, unknown>>): readonly [texts: Readonly<Record<string, string>>, problems: readonly string[]] {
  const read = Object.entries(values).map(([name, value]) => [name, text.safeParse(value)] as const);
  const texts = read.flatMap(([name, { data }]): [string, string][] => (data === undefined ? [] : [[name, data]]));
  return [Object.fromEntries(texts), read.flatMap(([name, { success }]) => (success ? [] : [`${name}: is to be a text without control characters`]))];
}
