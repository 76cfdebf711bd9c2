import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryFiles, root } from './repository.ts';

/** What a program said, and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** A copy of the project to try changes on. */
export class ProjectCopy {
  /** The copy's own folder, ending in a slash. */
  readonly root: string = `${realpathSync(mkdtempSync(join(tmpdir(), 'werkgraph-copy-')))}/`;

  constructor() {
    for (const path of repositoryFiles()) {
      mkdirSync(dirname(`${this.root}${path}`), { recursive: true });
      cpSync(`${root}${path}`, `${this.root}${path}`);
    }
    symlinkSync(`${root}node_modules`, `${this.root}node_modules`, 'dir');
  }

  /** A fingerprint of every file, by its path from the root. */
  tree(): ReadonlyMap<string, string> {
    return new Map(repositoryFiles('', this.root).map((path) => [path, createHash('sha256').update(readFileSync(`${this.root}${path}`)).digest('hex')]));
  }

  /** Runs a program of `node_modules/.bin` in the copy. */
  bin(name: string, ...args: readonly string[]): Promise<Ended> {
    return this.#run(`${this.root}node_modules/.bin/${name}`, args);
  }

  /** Runs Node, this one, in the copy. */
  node(...args: readonly string[]): Promise<Ended> {
    return this.#run(process.execPath, args);
  }

  /** Runs a script of `package.json` in the copy. */
  script(name: string): Promise<Ended> {
    return this.#run('npm', ['run', '--silent', name]);
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  async #run(program: string, args: readonly string[]): Promise<Ended> {
    const path = `${this.root}node_modules/.bin:${process.env['PATH'] ?? ''}`;
    const child = spawn(program, args, { cwd: this.root, env: { PATH: path, HOME: process.env['HOME'], NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const [out, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { status, output: out + errors };
  }
}

/** Paths that are not the same in two trees, sorted. */
export function changedPaths(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted();
}
