import { iso31661 } from 'iso-3166';

/** Languages that sites write their labels in. */
const labelLocales = ['nl', 'fr', 'en', 'de'];

type NameKind = 'region' | 'language';

/** Codes by the names that Unicode's tables (CLDR) give them, folded. */
function codesByName(codes: readonly string[], type: NameKind): ReadonlyMap<string, string> {
  const names = labelLocales.map((locale) => new Intl.DisplayNames([locale], { type, fallback: 'none' }));
  return new Map(names.flatMap((table) => codes.flatMap((code) => pairOf(table.of(code), code))));
}

function pairOf(name: string | undefined, code: string): [string, string][] {
  return name === undefined ? [] : [[folded(name), code]];
}

function folded(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{Mark}/gu, '').replaceAll(/[\s_-]+/g, ' ').trim().toLowerCase();
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const countriesByName = codesByName(
  iso31661.map(({ alpha2 }) => alpha2),
  'region',
);
const languagesByName = codesByName(
  letters.flatMap((first) => letters.map((second) => first + second)),
  'language',
);

/** ISO 3166-1 alpha-2 of a country's name in Dutch, French, English or German; null where it is none. */
export function countryOfName(name: string | null): string | null {
  return name === null ? null : (countriesByName.get(folded(name)) ?? null);
}

/** BCP 47 tag of a language's name in Dutch, French, English or German; null where it is none. */
export function languageOfName(name: string | null): string | null {
  return name === null ? null : (languagesByName.get(folded(name)) ?? null);
}
