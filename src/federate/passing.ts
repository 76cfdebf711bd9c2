import type { SourceFailureCode } from '../domain/errors.ts';

const lasting: ReadonlySet<SourceFailureCode> = new Set<SourceFailureCode>(['SOURCE_NOT_CONFIGURED', 'UNSUPPORTED_BY_SOURCE']);

/**
 * Whether asking again may do better: whatever befalls an upstream can pass, what it cannot do will not. A list goes on while a source
 * failed so before its end, or whoever walks it would take the fault for the end.
 */
export function mayPass(failure: { readonly code: SourceFailureCode } | null): boolean {
  return failure !== null && !lasting.has(failure.code);
}
