import type { Context } from '../context.ts';
import type { Click } from '../domain/insight.ts';

/** Who clicked, as a keyed hash that changes daily and is another for another account; the address stays here. */
export function visitorOfClick({ sources, visitorOf }: Pick<Context, 'sources' | 'visitorOf'>, click: Click): string {
  return visitorOf(click, sources.get(click.source)?.figuresOf ?? '');
}
