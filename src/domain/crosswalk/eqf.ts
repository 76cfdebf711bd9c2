/** Levels of the European Qualifications Framework, 1 to 8, both ends included. */
export interface EqfRange {
  readonly min: number;
  readonly max: number;
}

export function eqfOverlaps(range: EqfRange, level: number): boolean {
  return range.min <= level && level <= range.max;
}

/** Names of Dutch and Flemish education levels, the more particular first, since a label may hold several. */
const rangesByLabel: readonly (readonly [RegExp, EqfRange])[] = [
  [/gepromoveerd|doctor(?:aats)?titel|^doctoraat\b|\bphd\b/i, { min: 8, max: 8 }],
  [/master|doctoraal/i, { min: 7, max: 7 }],
  [/associate degree|graduaat/i, { min: 5, max: 5 }],
  [/bachelor/i, { min: 6, max: 6 }],
  [/\bvmbo\b|\bmavo\b|\blbo\b/i, { min: 1, max: 2 }],
  [/\bmbo\b/i, { min: 1, max: 4 }],
  [/\bhavo\b|\bvwo\b/i, { min: 4, max: 4 }],
  [/\bhbo\b/i, { min: 6, max: 7 }],
  [/\bwo\b|wetenschappelijk onderwijs|universitair/i, { min: 6, max: 7 }],
];

/** The range that an education level's label stands for, null where it names none we know. */
export function eqfOfLabel(label: string | null): EqfRange | null {
  if (label === null) return null;
  return rangesByLabel.find(([name]) => name.test(label))?.[1] ?? null;
}
