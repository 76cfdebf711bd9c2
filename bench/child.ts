import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Profiler } from 'node:inspector';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Usage } from './probe.ts';

/** A process of the benchmark's own, with the probe in it. */
export interface Child {
  /** What it said when it was ready. */
  readonly greeting: string;
  usage(): Promise<Usage>;
  /** What its main thread does for so many milliseconds from now. */
  profile(milliseconds: number): Promise<Profiler.Profile>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** From the root of the project. */
  readonly entry: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const probe = fileURLToPath(new URL('probe.ts', import.meta.url));
/** Some load half a gigabyte of modules, on whatever machine. */
const patienceMs = 120_000;

/**
 * Starts a TypeScript file as a process and waits for its first line.
 * @throws where it ends first or says nothing
 */
async function startChild({ entry, env = {}, nodeOptions = [] }: ChildOptions): Promise<Child> {
  const child = spawn(process.execPath, [...nodeOptions, '--import', probe, entry], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    return { greeting: await firstLine(child, entry), usage: () => usageOf(child), profile: (milliseconds) => profileOf(child, milliseconds), stop: () => stop(child) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** The origin that a greeting names. */
export function originIn(greeting: string): string {
  const origin = /https?:\/\/[^\s/]+/.exec(greeting)?.[0];
  if (origin === undefined) throw new Error(`no address in "${greeting}"`);
  return origin;
}

/** The processes of one run; whatever happens to it, they end with it. */
export class Children implements AsyncDisposable {
  readonly #started: Promise<Child>[] = [];

  start(options: ChildOptions): Promise<Child> {
    const child = startChild(options);
    this.#started.push(child);
    return child;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const started = await Promise.allSettled(this.#started.splice(0));
    await Promise.all(started.map((child) => (child.status === 'fulfilled' ? child.value.stop() : undefined)));
  }
}

async function firstLine(child: ChildProcess, entry: string): Promise<string> {
  if (child.stdout === null) throw new Error(`${entry} has no output`);
  const lines = createInterface({ input: child.stdout });
  const settled = new AbortController();
  const signal = AbortSignal.any([settled.signal, AbortSignal.timeout(patienceMs)]);
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error(`${entry} ended before it was ready`);
  });
  const [line] = await Promise.race([once(lines, 'line', { signal }), ended]).finally(() => settled.abort());
  return String(line);
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const usage = await answerOf(child, 'usage', 0);
  if (!isUsage(usage)) throw new Error('the probe answered something else');
  return usage;
}

async function profileOf(child: ChildProcess, milliseconds: number): Promise<Profiler.Profile> {
  const profile = await answerOf(child, milliseconds, milliseconds);
  if (!isProfile(profile)) throw new Error('the probe answered something else');
  return profile;
}

async function answerOf(child: ChildProcess, question: string | number, expectedMs: number): Promise<unknown> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(patienceMs + expectedMs) });
  child.send(question);
  const [value] = await answer;
  return value;
}

function isUsage(value: unknown): value is Usage {
  return typeof value === 'object' && value !== null && 'cpuMs' in value && 'rssBytes' in value && 'heapBytes' in value;
}

function isProfile(value: unknown): value is Profiler.Profile {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'samples' in value && 'timeDeltas' in value;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(killer);
}
