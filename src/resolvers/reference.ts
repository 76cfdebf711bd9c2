import { BadInput } from '../domain/errors.ts';
import { type GlobalId, type IdKind, parseIdOf } from '../domain/ids.ts';

const path = ['representations', 'id'];

/**
 * What the key of a reference names. A router passes on what other subgraphs say, and `_Any` is checked by nobody.
 * A resolver of references calls it after it became a promise: one that throws at once loses the other entities of its request too.
 *
 * @throws BadInput where the key is absent, malformed or names another kind of thing
 */
export function keyOf(kind: IdKind, { id }: { readonly id?: unknown }): GlobalId {
  if (typeof id !== 'string') throw new BadInput(path, 'is to be the text of a global id');
  return parseIdOf(kind, id, path);
}
