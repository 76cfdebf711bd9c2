import { parseArgs } from 'node:util';
import { upstreamNames } from './upstreams.ts';

export interface SandboxArguments {
  /** The control port; the upstreams follow it one by one. */
  readonly portBase: number;
  readonly seed: number;
  /** 1 is the default amount of data. */
  readonly scale: number;
}

export const usage = `node sandbox/main.ts [--port-base 4100] [--seed 1] [--scale 1]

Starts the upstreams on loopback until it is stopped: the control port on the port base, then ${upstreamNames.join(', ')}.`;

/** The command line as it was meant. Throws an error that names the argument that is wrong. */
export function readArguments(args: readonly string[]): SandboxArguments {
  const options = { 'port-base': { type: 'string', default: '4100' }, seed: { type: 'string', default: '1' }, scale: { type: 'string', default: '1' } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  return {
    // The last of the upstreams must still have a port.
    portBase: numberOf('--port-base', values['port-base'], /^\d+$/, 1, 65_535 - upstreamNames.length),
    seed: numberOf('--seed', values.seed, /^\d+$/, 0, 4_294_967_295),
    scale: numberOf('--scale', values.scale, /^\d+(\.\d+)?$/, 0.001, 100),
  };
}

function numberOf(name: string, text: string, form: RegExp, min: number, max: number): number {
  const value = form.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new Error(`${name} must be a number from ${min} to ${max}, not "${text}"`);
  return value;
}
