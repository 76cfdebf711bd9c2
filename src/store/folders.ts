import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** What is named in a folder is on the disk when the folder is. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Has a folder's own name on the disk. A folder above that is another user's, and may not be read, was there before. */
export async function syncName(path: string): Promise<void> {
  try {
    await syncFolder(dirname(path));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || (error.code !== 'EACCES' && error.code !== 'EPERM')) throw error;
  }
}

/**
 * Makes a folder that only this user may enter, and those above it.
 * @returns the folders whose own names may not be on the disk yet, the highest first; none where it was there
 */
export async function makeFolder(path: string): Promise<readonly string[]> {
  const wanted = resolve(path);
  const highest = await mkdir(wanted, { recursive: true, mode: 0o700 });
  return highest === undefined ? [] : foldersBetween(highest, wanted);
}

/** A folder and those above it, from the highest on. @param highest is one of them */
export function foldersBetween(highest: string, path: string): readonly string[] {
  const found: string[] = [];
  for (let at = resolve(path); at.length >= resolve(highest).length; at = dirname(at)) found.unshift(at);
  return found;
}
