import type { Viewer } from '../context.ts';
import type { Audience } from '../domain/application.ts';
import type { SourceName } from '../domain/source-name.ts';

/** The board that delivers applications. */
export const applicationSource = 'ICTERGEZOCHT' satisfies SourceName;

/**
 * Whose applications a caller may see, wherever it asks: those of its own; those of the server's account that are no client's, where
 * it uses that account; and with `admin` all of the server's account.
 */
export function applicationAudience({ id, scopes }: Pick<Viewer, 'id' | 'scopes'>, hasOwnCredentials: (source: SourceName) => boolean): Audience {
  return { client: id, unowned: !hasOwnCredentials(applicationSource), serverAccount: scopes.has('admin') };
}
