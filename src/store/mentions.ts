import type { Kysely } from 'kysely';
import { emailKey } from '../domain/application.ts';
import type { Tables } from './tables.ts';

/** Rows that are in memory at once: a letter and own fields may be 64 KiB each, and more in bytes. */
const rowsAtOnce = 200;

/**
 * Applications of other addresses whose letter or own fields hold a text, whatever its case. All are read, and compared here: `lower()`
 * knows ASCII alone on SQLite, and on PostgreSQL what the locale of its database does, and neither that é may be written as two signs.
 */
export async function mentionsOf(db: Kysely<Tables>, text: string): Promise<readonly number[]> {
  const wanted = text.trim();
  const inLetter = folded(wanted);
  // As own fields are kept: within JSON.
  const inOwnFields = folded(JSON.stringify(wanted).slice(1, -1));
  const others = db.selectFrom('applications').select(['id', 'motivation', 'custom']).where('email_key', '!=', emailKey(text)).orderBy('id').limit(rowsAtOnce);
  const found: number[] = [];
  for (let last = 0; ; ) {
    const rows = await others.where('id', '>', last).execute();
    for (const { id, motivation, custom } of rows) if (folded(motivation ?? '').includes(inLetter) || folded(custom).includes(inOwnFields)) found.push(id);
    const end = rows.at(-1);
    if (end === undefined || rows.length < rowsAtOnce) return found;
    last = end.id;
  }
}

/** In capitals, of which each letter has the same wherever it stands; a small sigma has another at the end of a word. */
function folded(text: string): string {
  return text.toUpperCase().normalize('NFC');
}
