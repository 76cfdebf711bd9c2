import { z } from 'zod';

/** The variables that are set, by name. */
export type Stated = Readonly<Record<string, string>>;

/** The part of the environment that one upstream is configured by. */
export interface Section<Config> {
  readonly names: readonly string[];
  /** The upstream is off where none of these is set, and misconfigured where some are. */
  readonly needed: readonly string[];
  /** The configuration, undefined where the upstream is off, with everything that is wrong. */
  read(stated: Stated): { readonly config: Config | undefined; readonly problems: readonly string[] };
}

interface Parts<Needed extends z.ZodRawShape, Further extends z.ZodRawShape, Config> {
  readonly needed: Needed;
  /** What has a default or may be absent. */
  readonly further: Further;
  configOf(env: z.output<z.ZodObject<Needed>> & z.output<z.ZodObject<Further>>): Config;
}

/** A section from the forms of its variables. */
export function section<Needed extends z.ZodRawShape, Further extends z.ZodRawShape, Config>({ needed, further, configOf }: Parts<Needed, Further, Config>): Section<Config> {
  const [neededForm, furtherForm] = [z.object(needed), z.object(further)];
  const neededNames = Object.keys(needed);
  return {
    names: [...neededNames, ...Object.keys(further)],
    needed: neededNames,
    read(stated) {
      const rest = furtherForm.safeParse(stated);
      const missing = neededNames.filter((name) => stated[name] === undefined);
      if (missing.length === neededNames.length) return { config: undefined, problems: problemsOf(rest.error) };
      const incomplete = `${missing.join(', ')}: missing beside ${neededNames.filter((name) => !missing.includes(name)).join(', ')}`;
      if (missing.length > 0) return { config: undefined, problems: [...problemsOf(rest.error), incomplete] };
      const credentials = neededForm.safeParse(stated);
      if (!credentials.success || !rest.success) return { config: undefined, problems: [...problemsOf(credentials.error), ...problemsOf(rest.error)] };
      return { config: configOf({ ...credentials.data, ...rest.data }), problems: [] };
    },
  };
}

/** What is wrong, each with the name of its variable. */
export function problemsOf(error: z.ZodError | undefined): readonly string[] {
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}
