import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Children } from './child.ts';
import { Scratch } from './scratch.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { upstreamsOf } from './upstreams.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

export interface Startup {
  /** `npm start`, from the command to a listening gateway, milliseconds. */
  readonly npmStart: Spread;
  /** The same without npm and without what is kept between starts: `node src/main.ts`. */
  readonly node: Spread;
}

/** Starts the gateway again and again. */
export async function measureStartup(rounds: number): Promise<Startup> {
  using scratch = new Scratch();
  await using children = new Children();
  const upstreams = upstreamsOf(await children.start({ entry: 'bench/sandbox.ts' }));
  const env = { ...upstreams.env, ...scratch.env('gateway') };
  const npmStart: number[] = [];
  const node: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    npmStart.push(await untilListening('npm', ['start', '--silent'], env));
    node.push(await untilListening(process.execPath, ['src/main.ts'], env));
  }
  return { npmStart: spreadOf(npmStart), node: spreadOf(node) };
}

async function untilListening(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  // A group of its own, since npm does not pass every signal on.
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env, PORT: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  try {
    await listening(child);
    return performance.now() - started;
  } finally {
    const ended = once(child, 'exit');
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
  }
}

async function listening({ stdout }: ChildProcess): Promise<void> {
  if (stdout === null) throw new Error('the gateway has no output');
  for await (const line of createInterface({ input: stdout })) if (line.includes(' listens on ')) return;
  throw new Error('the gateway ended before it listened');
}
