import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { demoClientIds, demoKey, partnerCredentials } from '../../sandbox/clients.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** Shorter texts stand in answers by chance. */
const shortestSecret = 8;
/** Calls to Cegid whose tokens are looked for, from the last back: its log is emptied between tests. */
const callsLookedAt = 20;
/** Of a text that is not to be shown, what a failure shows around it, characters. */
const shownAround = 60;

const secretNames = /(?:KEY|SECRET|PASSWORD|TOKEN)$|^VDAB_CLIENT_ID$/;

/** What no line of a log may hold, whoever asked: it is of a person. */
const personal: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an e-mail address', /[\w.+-]+@[\w-]+\.\w{2,}/],
  ['an IP address', /(?<![\d.])(?!127\.|0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|\b2001:db8:[\da-f:]+/i],
  ['a telephone number', /\+3[12] (?:6|470) ?\d/],
  ['a file of a CV', /%PDF-|JVBERi0/],
];

/** Looks through everything that a gateway under test shows, for what it was told in confidence. */
export interface LeakWatch {
  /** Something that nobody is to be shown from now on, such as a key that a caller shows. */
  keep(what: string, secret: string): void;
  /** Looks through an answer. What its caller may see of persons may stand there; a secret may not. */
  answer(text: string): void;
  /** @throws where an answer held a secret, or a line of the log does, or anything of a person */
  check(logged: readonly string[]): void;
}

export interface Watched {
  /** The gateway's own. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly sandbox?: Pick<Sandbox, 'upstreams' | 'definitions'> | undefined;
}

export async function leakWatch({ environment, sandbox }: Watched): Promise<LeakWatch> {
  const secrets = new Map<string, string>();
  const found: string[] = [];
  let pattern: RegExp | null = null;

  function keep(what: string, secret: string): void {
    if (secret.length < shortestSecret || secrets.has(secret)) return;
    for (const form of formsOf(secret)) secrets.set(form, what);
    pattern = null;
  }
  /** One pattern for all: most answers are looked through once. */
  function secretIn(text: string): string | null {
    pattern ??= secrets.size === 0 ? /(?!)/ : new RegExp([...secrets.keys()].map((secret) => escaped(secret)).join('|'));
    const match = pattern.exec(text);
    return match === null ? null : `${secrets.get(match[0])}: …${text.slice(Math.max(0, match.index - shownAround), match.index)}[here]`;
  }
  function keepTokens(): void {
    for (const { headers } of sandbox?.upstreams.cegid.requests.slice(-callsLookedAt) ?? []) keep('a token of Cegid', headers.authorization?.replace(/^bearer /i, '') ?? '');
  }

  for (const [name, value] of Object.entries(environment)) if (value !== undefined && secretNames.test(name)) keep(name, value);
  for (const id of demoClientIds) keep(`the key of ${id}`, demoKey(id));
  for (const value of Object.values(partnerCredentials.ictergezocht)) keep('a credential of the partner', value);
  for (const value of await credentialsIn(environment['CLIENTS_FILE'])) keep('a credential in CLIENTS_FILE', value);
  const people = sandbox?.definitions.cegid.data.candidates.map(({ candidateDetail: { personalInformation: { firstName, lastName } } }) => `${firstName} ${lastName}`) ?? [];
  const names = people.length === 0 ? /(?!)/ : new RegExp([...new Set(people)].map((name) => escaped(name)).join('|'));

  return {
    keep,
    answer(text) {
      keepTokens();
      const secret = secretIn(text);
      if (secret !== null) found.push(`an answer in "${expect.getState().currentTestName ?? ''}" holds ${secret}`);
    },
    check(logged) {
      keepTokens();
      for (const line of logged) {
        const secret = secretIn(line);
        if (secret !== null) found.push(`the log holds ${secret}`);
        for (const [what, shape] of [...personal, ['the name of a person', names] as const]) if (shape.test(line)) found.push(`the log holds ${what}: ${line.slice(0, 4 * shownAround)}`);
      }
      if (found.length > 0) throw new Error(`What was told in confidence was shown:\n${[...new Set(found)].slice(0, 10).join('\n')}`);
    },
  };
}

/** A secret as it is, and as it stands in a form, in an address, in JSON and in a header. */
function formsOf(secret: string): Set<string> {
  return new Set([secret, encodeURIComponent(secret), new URLSearchParams({ s: secret }).toString().slice(2), JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString('base64').replace(/=+$/, '')]);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** What clients' entries hold beside their ids; none where the file is none, which tests try as well. */
async function credentialsIn(path: string | undefined): Promise<string[]> {
  try {
    const stated = JSON.parse(path === undefined ? 'null' : await readFile(path, 'utf8')) as { clients?: { credentials?: Record<string, Record<string, unknown>> }[] } | null;
    return (stated?.clients ?? []).flatMap(({ credentials = {} }) => Object.values(credentials).flatMap((own) => Object.entries(own).flatMap(([name, value]) => (/key|secret|password/i.test(name) && typeof value === 'string' ? [value] : []))));
  } catch {
    return [];
  }
}
