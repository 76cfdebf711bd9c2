const units: readonly (readonly [ms: number, name: string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** A time in its largest whole unit: 90 s, 2 min, 6 h. */
export function duration(ms: number): string {
  const [size, name] = units.find(([unit]) => ms >= unit && ms % unit === 0) ?? [1, 'ms'];
  return `${ms / size} ${name}`;
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(part > 0 && part < 0.1 ? 1 : 0)} %`;
}
