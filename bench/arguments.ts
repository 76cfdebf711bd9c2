import { parseArgs } from 'node:util';
import { type WorkName, workNames } from './jobs.ts';
import { type PeerName, peerNames } from './peers.ts';

const measurements = ['compare', 'startup', 'endurance', 'applications', 'profile'] as const;
export type Measurement = (typeof measurements)[number];

export interface BenchArguments {
  readonly measurement: Measurement;
  /** Servers of others to measure beside. */
  readonly peers: readonly PeerName[];
  /** What a profile is taken of. */
  readonly work: WorkName;
  readonly state: 'cold' | 'warm';
  readonly rounds: number;
  readonly seconds: number;
  /** One round of half a second: to see that it works, not to learn a number. */
  readonly short: boolean;
  readonly operations: number;
  /** Writes the results into the README. */
  readonly write: boolean;
}

export const usage = `npm run bench -- [compare] [--with ${peerNames.join(',')}] [--rounds 5] [--seconds 3] [--short] [--write]
npm run bench -- startup [--rounds 5] [--write]
npm run bench -- endurance [--operations 100000] [--write]
npm run bench -- applications [--seconds 3] [--write]
npm run bench -- profile ${workNames.join('|')} [cold|warm] [--seconds 3]`;

/** The command line as it was meant. @throws naming the argument that is wrong */
export function readArguments(args: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: true,
    options: {
      with: { type: 'string', default: '' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      operations: { type: 'string', default: '100000' },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [name = 'compare', ...others] = positionals;
  const measurement = measurements.find((one) => one === name);
  if (measurement === undefined || (measurement !== 'profile' && others.length > 0)) throw new Error(`there is no measurement "${positionals.join(' ')}"`);
  if (measurement === 'profile' && values.write) throw new Error('a profile is looked at, not written');
  return {
    measurement,
    peers: peersOf(values.with),
    ...profiled(others),
    rounds: values.short ? 1 : numberOf('--rounds', values.rounds, 1, 100),
    seconds: values.short ? 0.5 : numberOf('--seconds', values.seconds, 1, 600),
    operations: numberOf('--operations', values.operations, 1000, 10_000_000),
    short: values.short,
    write: values.write,
  };
}

function peersOf(text: string): PeerName[] {
  return [...new Set(text.split(',').filter((name) => name !== ''))].map((name) => {
    const peer = peerNames.find((one) => one === name);
    if (peer === undefined) throw new Error(`--with takes ${peerNames.join(', ')}, not "${name}"`);
    return peer;
  });
}

function profiled([stated = 'detail', state = 'cold', ...others]: readonly string[]): Pick<BenchArguments, 'work' | 'state'> {
  const work = workNames.find((name) => name === stated);
  if (work === undefined || (state !== 'cold' && state !== 'warm') || others.length > 0) throw new Error(`there is no profile of "${[stated, state, ...others].join(' ')}"`);
  return { work, state };
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${text}"`);
  return value;
}
