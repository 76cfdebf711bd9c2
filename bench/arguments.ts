import { parseArgs } from 'node:util';

export const measurements = ['compare', 'startup', 'endurance', 'applications'] as const;
export type Measurement = (typeof measurements)[number];

export interface BenchArguments {
  readonly measurement: Measurement;
  readonly rounds: number;
  readonly seconds: number;
  /** One round of one second: to see that it works, not to learn a number. */
  readonly short: boolean;
  readonly operations: number;
  /** Writes the results into the README. */
  readonly write: boolean;
}

export const usage = `npm run bench -- [compare] [--rounds 5] [--seconds 3] [--short] [--write]
npm run bench -- startup [--rounds 5] [--write]
npm run bench -- endurance [--operations 100000] [--write]
npm run bench -- applications [--seconds 3] [--write]`;

/** The command line as it was meant. @throws naming the argument that is wrong */
export function readArguments(args: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      operations: { type: 'string', default: '100000' },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [name = 'compare', ...others] = positionals;
  const measurement = measurements.find((one) => one === name);
  if (measurement === undefined || others.length > 0) throw new Error(`there is no measurement "${positionals.join(' ')}"`);
  return {
    measurement,
    rounds: values.short ? 1 : numberOf('--rounds', values.rounds, 1, 100),
    seconds: values.short ? 1 : numberOf('--seconds', values.seconds, 1, 600),
    operations: numberOf('--operations', values.operations, 1000, 10_000_000),
    short: values.short,
    write: values.write,
  };
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
  return value;
}
