import type { CallerSources } from '../context.ts';
import type { Capabilities } from '../domain/capabilities.ts';
import { SourceFailure } from '../domain/errors.ts';
import { failedReport, type SourceReport } from '../domain/report.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import type { DataSource } from '../domain/source.ts';

/** A source that can do what is asked. */
export type Capable<Method extends keyof Capabilities> = DataSource & Pick<Capabilities, Method>;

export interface Choice<Method extends keyof Capabilities> {
  readonly able: readonly Capable<Method>[];
  /** Reports of the sources that were named but cannot be asked. */
  readonly skipped: readonly SourceReport[];
}

/**
 * The sources to ask: those that are named, or all that the caller has and that can. One that was named in vain is told of.
 */
export function chooseSources<Method extends keyof Capabilities>(sources: CallerSources, named: readonly SourceName[] | null, method: Method): Choice<Method> {
  const able: Capable<Method>[] = [];
  const skipped: SourceReport[] = [];
  for (const name of sourceNames) {
    if (named !== null && !named.includes(name)) continue;
    const source = sources.get(name);
    if (source !== null && isCapable(source, method)) able.push(source);
    else if (named !== null) skipped.push(failedReport(source === null ? notConfigured(name) : unsupported(name), 'SKIPPED'));
  }
  return { able, skipped };
}

/**
 * The one source that is asked for something.
 * @throws SourceFailure where the caller has none, or it cannot
 */
export function requireSource<Method extends keyof Capabilities>(sources: CallerSources, name: SourceName, method: Method): Capable<Method> {
  const source = sources.get(name);
  if (source === null) throw notConfigured(name);
  if (!isCapable(source, method)) throw unsupported(name);
  return source;
}

function isCapable<Method extends keyof Capabilities>(source: DataSource, method: Method): source is Capable<Method> {
  return source[method] !== undefined;
}

export function notConfigured(source: SourceName): SourceFailure {
  return new SourceFailure(source, 'SOURCE_NOT_CONFIGURED', `No credentials for ${source} are configured.`);
}

export function unsupported(source: SourceName, what = 'This'): SourceFailure {
  return new SourceFailure(source, 'UNSUPPORTED_BY_SOURCE', `${what} is not something that ${source} can do.`);
}
