import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** A part of the time that the main thread was busy. */
export interface Share {
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
}

export interface Shares {
  /** By package or folder of src/, most first. */
  readonly areas: readonly Share[];
  /** By function, most first. */
  readonly functions: readonly Share[];
}

const root = new URL('../', import.meta.url).href;
const own = new Map([
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'outside JavaScript'],
]);

/** Where a profile's time went, each sample counted to the innermost function; idle time left out. */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Shares {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const areas = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const node = byId.get(id);
    if (node === undefined || node.callFrame.functionName === '(idle)') continue;
    // A delta is the time from the sample before to this one; the first one's may be negative.
    const time = Math.max(0, timeDeltas[index] ?? 0);
    busy += time;
    add(areas, areaOf(node, byId, parents), time);
    add(functions, functionOf(node.callFrame), time);
  }
  return { areas: ranked(areas, busy), functions: ranked(functions, busy) };
}

/** What a function of the engine itself does is its caller's: it has no file. */
function areaOf({ id, callFrame }: Profiler.ProfileNode, byId: ReadonlyMap<number, Profiler.ProfileNode>, parents: ReadonlyMap<number, number>): string {
  const named = own.get(callFrame.functionName);
  if (named !== undefined) return named;
  if (callFrame.url !== '') return areaOfFile(callFrame.url);
  if (callFrame.scriptId !== '0') return 'compiled operations';
  const parent = byId.get(parents.get(id) ?? Number.NaN);
  return parent === undefined ? 'outside JavaScript' : areaOf(parent, byId, parents);
}

function areaOfFile(url: string): string {
  if (url.startsWith('node:')) return 'Node';
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (name !== undefined) return name;
  const parts = url.replace(root, '').split('/').slice(0, -1);
  return `${parts.slice(0, parts[1] === 'datasources' ? 3 : 2).join('/')}/`;
}

function functionOf({ functionName, url, lineNumber }: Profiler.ProfileNode['callFrame']): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  // Lines are counted from 0.
  return `${name} ${url.replace(/.*\/node_modules\//, '').replace(root, '').replace(fileURLToPath(root), '')}:${lineNumber + 1}`;
}

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time);
}

function ranked(times: ReadonlyMap<string, number>, total: number): Share[] {
  return [...times].map(([name, time]) => ({ name, share: time / total })).toSorted((a, b) => b.share - a.share);
}
