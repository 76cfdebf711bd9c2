import type { ChildProcess } from 'node:child_process';
import { type LeakWatch, leakWatch, type Watched } from './leak-watch.ts';

/** What a gateway that is a process of its own says, on both of its outputs. */
export interface ChildOutput {
  readonly leaks: LeakWatch;
  /** Where it listens. @throws where it ends before */
  listeningUrl(): Promise<string>;
  /** The lines that it logged, and those that it complained in. */
  said(): readonly string[];
  complained(): readonly string[];
  /** Of what it said until it ended. @throws as the watch does */
  check(): void;
}

/** Reads what a child says, which goes on saying it: an output that nobody takes would end it. Its complaints are shown too. */
export async function childOutput({ stdout, stderr }: ChildProcess, watched: Watched): Promise<ChildOutput> {
  if (stdout === null || stderr === null) throw new Error('the process has no output');
  const [said, complained]: [string[], string[]] = [[], []];
  stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complained.push(text);
    process.stderr.write(text);
  });
  const leaks = await leakWatch(watched);
  return {
    leaks,
    said: () => linesOf(said),
    complained: () => linesOf(complained),
    async listeningUrl() {
      for (;;) {
        const [, url] = /listens on (\S+)\/graphql/.exec(said.join('')) ?? [];
        if (url !== undefined) return url;
        if (stdout.readableEnded || stdout.destroyed) throw new Error('the gateway ended before it listened');
        await new Promise<void>((resolve) => {
          stdout.once('data', () => resolve()).once('close', () => resolve());
        });
      }
    },
    check: () => leaks.check([said, complained].flatMap(linesOf)),
  };
}

function linesOf(texts: readonly string[]): string[] {
  return texts.join('').split('\n');
}
