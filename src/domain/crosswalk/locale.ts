import lcid from 'lcid';

/** BCP 47 tag of a Windows language code id (LCID), e.g. 2067 → `nl-BE`; null where it is none. */
export function localeOfLcid(id: number | string | null | undefined): string | null {
  const number = typeof id === 'string' ? Number(id) : id;
  if (number === null || number === undefined || !Number.isInteger(number)) return null;
  return lcid.from(number)?.replace('_', '-') ?? null;
}

/** LCID of a BCP 47 tag, null where it has none. */
export function lcidOfLocale(locale: string): number | null {
  return lcid.to(locale.replace('-', '_')) ?? null;
}

/** Whether a text in one BCP 47 language serves where another is wanted: `nl` asks for any Dutch, `nl-BE` is also content with plain `nl`. */
export function localeMatches(offered: string, wanted: string): boolean {
  const [a, b] = [offered.toLowerCase(), wanted.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
