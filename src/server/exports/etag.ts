import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { sourceNames } from '../../domain/source-name.ts';
import type { EncoderOptions } from '../../exports/encoder.ts';
import type { Format } from '../../exports/format.ts';
import type { ExportRequest } from '../../exports/request.ts';
import { isSettled } from '../../insights/read-days.ts';

/** Raised when a file comes to look different for the same figures. */
const version = 1;

export interface EtagParts {
  readonly request: ExportRequest;
  readonly format: Format;
  readonly form: EncoderOptions;
  readonly personal: boolean;
}

/**
 * A name for what a file says, null while its figures may still change: until the fourth day behind its period. Equal for equal questions
 * of equal accounts, so that a client that has the file need not ask for it again. It is a weak one: how a vacancy is called and where it
 * stands now may have changed since, the figures of the period have not.
 */
export function etagOf(context: Pick<Context, 'sources' | 'now'>, { request, format, form, personal }: EtagParts): string | null {
  if (!isClosed(context, request)) return null;
  const accounts = sourceNames.map((name) => context.sources.get(name)?.figuresOf ?? null);
  const hash = createHash('sha256').update(JSON.stringify([version, request, format, form, personal, accounts]));
  return `W/"${hash.digest('base64url').slice(0, 27)}"`;
}

/** Whether the figures of a file do not change any more. */
export function isClosed({ now }: Pick<Context, 'now'>, request: ExportRequest): boolean {
  return request.of !== 'vacancies' && isSettled(request.period.to, now());
}

/** Whether `If-None-Match` names it (RFC 9110, 13.1.2: weakly compared). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
