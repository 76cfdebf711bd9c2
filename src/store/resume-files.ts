import { hash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { foldersBetween, makeFolder, syncFolder, syncName } from './folders.ts';

/** CVs as files by the SHA-256 of their bytes: `ab/cd/<sha256>`, in a folder that every replica shares. */
export interface ResumeFiles {
  /**
   * Keeps bytes, on the disk with their name before it returns. Equal bytes are written anew: who removes old ones has not seen these.
   * @returns their SHA-256, hex
   * @throws what the file system says, for one that is full among others; nothing is left behind
   */
  keep(bytes: Uint8Array): Promise<string>;
  has(sha256: string): Promise<boolean>;
  /** For reading; null where there is none. */
  open(sha256: string): Promise<FileHandle | null>;
  remove(sha256: string): Promise<void>;
  /** Names of those that were written before. What a crash left half written is removed on the way. */
  writtenBefore(instant: Date): AsyncIterable<string>;
}

const incoming = 'incoming';
const hexName = /^[0-9a-f]{64}$/;

export function resumeFilesIn(path: string): ResumeFiles {
  const directory = resolve(path);
  /** Folders of which this process knows that their own names are on the disk. */
  const known = new Set<string>();
  const pathOf = (sha256: string) => {
    if (!hexName.test(sha256)) throw new TypeError('a CV is named by a SHA-256');
    return join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  async function folder(path: string): Promise<void> {
    if (known.has(path)) return;
    const [highest = directory] = await makeFolder(path);
    // From above, so that nobody who finds one known relies on a name that is not on the disk. One that was there another process may have made just now.
    for (const at of foldersBetween(highest.length < directory.length ? highest : directory, path)) {
      if (known.has(at)) continue;
      await syncName(at);
      known.add(at);
    }
  }

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(directory, incoming, randomUUID());
    await folder(join(directory, incoming));
    await folder(dirname(path));
    try {
      await writeSynced(temporary, bytes);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
  }

  return {
    async keep(bytes) {
      const sha256 = hash('sha256', bytes, 'hex');
      const path = pathOf(sha256);
      try {
        await write(path, bytes);
      } catch (error) {
        absent(error);
        // Somebody took a folder away that was known: they are made anew, once.
        known.clear();
        await write(path, bytes);
      }
      return sha256;
    },
    has: async (sha256) => (await stat(pathOf(sha256)).catch(absent)) !== null,
    open: (sha256) => open(pathOf(sha256), 'r').catch(absent),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *writtenBefore(instant) {
      const before = async (path: string) => ((await stat(path).catch(absent))?.mtimeMs ?? Number.POSITIVE_INFINITY) < instant.getTime();
      for (const first of await namesIn(directory)) {
        for (const second of await namesIn(join(directory, first))) {
          const path = join(directory, first, second);
          if (first === incoming && (await before(path))) await rm(path, { force: true });
          if (first === incoming) continue;
          for (const name of await namesIn(path)) if (hexName.test(name) && (await before(join(path, name)))) yield name;
        }
      }
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return (await readdir(directory).catch(absent)) ?? [];
}

/** @throws everything else than that it is not there */
function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
  throw error;
}
