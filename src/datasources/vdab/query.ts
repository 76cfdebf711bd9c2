import type { VdabConfig } from './config.ts';

/** Query parameters by name; several values of one name are sent as the configuration says. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** A page of a list. */
export interface Paging {
  /** Rows to pass over. */
  readonly offset: number;
  readonly limit: number;
}

/** The query with its question mark, nothing where there are no parameters. Everything but letters and digits is escaped, `+` too. */
export function queryString(parameters: Parameters, multiValue: VdabConfig['multiValue']): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) => {
    const sent = multiValue === 'comma' && values.length > 1 ? [values.join(',')] : values;
    return sent.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
