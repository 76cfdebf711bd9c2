import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../../sandbox/index.ts';
import { type ChildOutput, childOutput } from '../../support/child-output.ts';
import { engineOfProcesses } from '../../support/engines.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** A gateway as a process of its own. */
export interface Replica {
  readonly url: string;
  readonly output: ChildOutput;
  /** Ends it at once, as a crash does, and answers when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
  /** How it ended that nobody ended; null where it did not. */
  crash(): string | null;
}

/** Starts one and waits until it listens. @throws where it ends before */
export async function startReplica(sandbox: Sandbox, variables: Readonly<Record<string, string>>): Promise<Replica> {
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...engineOfProcesses, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let asked = false;
  let crash: string | null = null;
  child.once('exit', (code, signal) => {
    if (!asked) crash = `exit code ${String(code)}, signal ${String(signal)}`;
  });
  const closed = once(child, 'close');
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    asked = true;
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await closed;
    return child.exitCode;
  }
  try {
    const output = await childOutput(child, { environment: variables, sandbox });
    const url = await output.listeningUrl();
    return { url, output, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM'), crash: () => crash };
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
}
