import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what gateways keep during a run: theirs alone, and gone with it. */
export class Scratch implements Disposable {
  readonly #path = mkdtempSync(join(tmpdir(), 'werkgraph-bench-'));

  /** What makes a gateway keep its data here and nowhere else, whatever this machine's environment says. */
  env(of: string): Readonly<Record<string, string>> {
    return { DATA_DIR: join(this.#path, of), DATABASE_URL: '', REDIS_URL: '' };
  }

  [Symbol.dispose](): void {
    rmSync(this.#path, { recursive: true, force: true });
  }
}
