import { z } from 'zod';

/** The variables that are set, by name. */
export type Stated = Readonly<Record<string, string>>;

/** A configuration, undefined where its upstream is off, with everything that is wrong. */
export interface SectionRead<Config> {
  readonly config: Config | undefined;
  readonly problems: readonly string[];
}

/** The part of the environment that one upstream is configured by. */
export interface Section<Config> {
  readonly names: readonly string[];
  /** The upstream is off where none of these is set, and misconfigured where some are. */
  readonly needed: readonly string[];
  /** Whether a client may state by which key an inbound delivery of this upstream is its own. */
  readonly takesWebhookKey: boolean;
  read(stated: Stated): SectionRead<Config>;
  /**
   * The same with a client's own credentials, by their names in CLIENTS_FILE. Of the server's credentials none stands in for one
   * that the client does not state; how the upstream is reached and understood stays as it is stated.
   */
  readOwn(credentials: Stated, stated: Stated): SectionRead<Config>;
}

interface Parts<Needed extends z.ZodRawShape, Further extends z.ZodRawShape, Config> {
  readonly needed: Needed;
  /** What has a default or may be absent. */
  readonly further: Further;
  /** The variables that are credentials, by their names in a client's `credentials`. */
  readonly credentials: Readonly<Record<string, (keyof Needed | keyof Further) & string>>;
  /** What a client may state beside them, and leave to the server. */
  readonly settings?: Readonly<Record<string, (keyof Needed | keyof Further) & string>>;
  readonly takesWebhookKey?: boolean;
  configOf(env: z.output<z.ZodObject<Needed>> & z.output<z.ZodObject<Further>>): Config;
}

/** A section from the forms of its variables. */
export function section<Needed extends z.ZodRawShape, Further extends z.ZodRawShape, Config>(parts: Parts<Needed, Further, Config>): Section<Config> {
  const { needed, further, credentials, settings = {}, takesWebhookKey = false, configOf } = parts;
  const [neededForm, furtherForm] = [z.object(needed), z.object(further)];
  const neededNames = Object.keys(needed);
  const variables: Readonly<Record<string, string>> = { ...credentials, ...settings };
  const secretVariables = new Set<string>(Object.values(credentials));

  function read(stated: Stated): SectionRead<Config> {
    const rest = furtherForm.safeParse(stated);
    const missing = neededNames.filter((name) => stated[name] === undefined);
    if (missing.length === neededNames.length) return { config: undefined, problems: problemsOf(rest.error) };
    const incomplete = `${missing.join(', ')}: missing beside ${neededNames.filter((name) => !missing.includes(name)).join(', ')}`;
    if (missing.length > 0) return { config: undefined, problems: [...problemsOf(rest.error), incomplete] };
    const known = neededForm.safeParse(stated);
    if (!known.success || !rest.success) return { config: undefined, problems: [...problemsOf(known.error), ...problemsOf(rest.error)] };
    return { config: configOf({ ...known.data, ...rest.data }), problems: [] };
  }

  return {
    names: [...neededNames, ...Object.keys(further)],
    needed: neededNames,
    takesWebhookKey,
    read,
    readOwn(own, stated) {
      const unknown = Object.keys(own).filter((name) => !Object.hasOwn(variables, name));
      if (unknown.length > 0) return { config: undefined, problems: unknown.map((name) => `${name}: there is no such credential; known are ${Object.keys(variables).join(', ')}`) };
      const servers = Object.entries(stated).filter(([name]) => !secretVariables.has(name));
      const owns = Object.entries(own).flatMap(([name, value]) => (variables[name] === undefined ? [] : [[variables[name], value]]));
      const absent = Object.keys(credentials).filter((name) => own[name] === undefined && neededNames.includes(variables[name] ?? ''));
      if (absent.length > 0) return { config: undefined, problems: [`${absent.join(', ')}: missing`] };
      const { config, problems } = read(Object.fromEntries([...servers, ...owns]));
      return { config, problems: problems.map((problem) => inWordsOf(variables, problem)) };
    },
  };
}

/** A problem of variables, told by the names that a client's credentials have. */
function inWordsOf(variables: Readonly<Record<string, string>>, problem: string): string {
  return Object.entries(variables).reduce((text, [name, variable]) => text.replaceAll(new RegExp(`\\b${variable}\\b`, 'g'), name), problem);
}

/** What is wrong, each with the name of its variable. */
export function problemsOf(error: z.ZodError | undefined): readonly string[] {
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}
