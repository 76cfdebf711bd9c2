import type { ColumnHead } from '../../../src/exports/column.ts';

/** A file's columns as a table of a document. */
export function columnTable(columns: readonly ColumnHead[]): string {
  const rows = columns.map(({ name, type, description, personal }) => `| \`${name}\` | ${type} | ${description}${personal === true ? ' Empty without the scope `personal:read`.' : ''} |`);
  return ['| column | type | what it is |', '|---|---|---|', ...rows].join('\n');
}

/** The tables of a document, by the file that their comment names. */
export function tablesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/<!-- columns: (\w+) -->\n((?:\|.*\n)+)/g)].map(([, name = '', table = '']) => [name, table.trimEnd()]));
}
