/** There is nothing that the caller's file could be made of. */
export class NoSource extends Error {
  override readonly name = 'NoSource';
  readonly code = 'SOURCE_NOT_CONFIGURED';
}
