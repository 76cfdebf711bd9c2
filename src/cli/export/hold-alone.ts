import { readFile, rm, writeFile } from 'node:fs/promises';

/** Another process makes the file. */
export class FileInUse extends Error {
  override readonly name = 'FileInUse';
}

/**
 * Holds a file's place until it is released, so that two processes do not make it at once. The place of a process that died is free.
 * @throws FileInUse
 */
export async function holdAlone(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isAlive(holder)) throw new FileInUse(`Process ${holder} is making this file. If it is not, remove ${path}.`);
      await rm(path, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
