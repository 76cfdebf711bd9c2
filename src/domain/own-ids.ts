import { BadInput } from './errors.ts';
import { lineProblem } from './texts.ts';

/** What the gateway itself keeps, and no source has. */
export type OwnKind = 'posting' | 'webhook' | 'mutation' | 'delivery' | 'event';

const own = 'werkgraph';

/** The global id of what the gateway itself keeps: in the place of a source stands the gateway. */
export function ownId(kind: OwnKind, id: string): string {
  return `${own}:${kind}:${id}`;
}

/**
 * The gateway's own id within a global id of it; one without the parts before it is taken as it is, since it was once told so.
 * @param path the argument it came in, for the error
 * @throws BadInput where it is the global id of something else, or can be none
 */
export function parseOwnId(kind: OwnKind, id: string, path: readonly string[]): string {
  const prefix = ownId(kind, '');
  const isGlobal = id.startsWith(prefix) && id.length > prefix.length;
  if ((!isGlobal && id.includes(':')) || lineProblem(id) !== null) throw new BadInput(path, `is not the global id of a ${kind}: "${prefix}<id>"`);
  return isGlobal ? id.slice(prefix.length) : id;
}
