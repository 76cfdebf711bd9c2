/* Generated from schema/ by "npm run codegen". Do not edit. */
import { createCso } from './cso/index.ts';
import { createIctergezocht } from './ictergezocht/index.ts';
import { createVdab } from './vdab/index.ts';
import { createCegid } from './cegid/index.ts';
import type { SandboxOptions } from './kit/upstream.ts';

/** The upstreams, in the order of their ports. */
export const upstreamNames = ['cso', 'ictergezocht', 'vdab', 'cegid'] as const;
export type UpstreamName = (typeof upstreamNames)[number];

/** Makes each upstream's behaviour with its data. */
export function createUpstreams(options: SandboxOptions) {
  return {
    cso: createCso(options),
    ictergezocht: createIctergezocht(options),
    vdab: createVdab(options),
    cegid: createCegid(options),
  };
}

/** The same of each upstream. */
export function ofEachUpstream<T>(make: (name: UpstreamName) => T): Record<UpstreamName, T> {
  return {
    cso: make('cso'),
    ictergezocht: make('ictergezocht'),
    vdab: make('vdab'),
    cegid: make('cegid'),
  };
}
