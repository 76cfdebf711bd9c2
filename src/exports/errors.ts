import { SourceFailure } from '../domain/errors.ts';
import type { SourceName } from '../domain/source-name.ts';

/** There is nothing that the caller's file could be made of. */
export class NoSource extends Error {
  override readonly name = 'NoSource';
  readonly code = 'SOURCE_NOT_CONFIGURED';
}

/** Rows of a list may have been passed over while it was read: what was read of it makes no file, and is not to be gone on with. */
export class NotWhole extends SourceFailure {
  constructor(source: SourceName) {
    super(source, 'UPSTREAM_INVALID_RESPONSE', 'The list changed while it was read, or ended before its end, so that rows may be missing.');
  }
}
