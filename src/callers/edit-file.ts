import { chmod, chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecord } from '../domain/is-record.ts';
import { ClientsFileError } from './clients-file.ts';

/** A client as its file states it, with what nobody here knows. */
export type StatedClient = Readonly<Record<string, unknown>>;

/** What becomes of the clients, and what the edit came to. */
export interface Edited<Result> {
  readonly clients: readonly StatedClient[];
  readonly result: Result;
}

/** Others are waited for so long, milliseconds. */
const patienceMs = 3000;
/** Whom a file with keys is for: its owner, and its group to read where it was so before. */
const atMost = 0o640;

/**
 * Changes the clients of a file, which is made where there is none. Whoever reads it sees it as it was or as it becomes, one edit waits
 * for another, and what stands in it beside is kept.
 * @throws ClientsFileError where the file is no file of clients, or another edit does not come to its end
 */
export async function editClients<Result>(path: string, edit: (clients: readonly StatedClient[]) => Edited<Result>): Promise<Result> {
  const target = await realpath(path).catch(() => path);
  const next = `${target}.new`;
  // The file that is to take the place of this one is also the lock: there is one of it.
  const file = await alone(next);
  try {
    const before = await statedIn(target);
    const { clients, result } = edit(before.clients);
    await file.writeFile(`${JSON.stringify({ ...before.rest, clients }, null, 2)}\n`);
    await file.sync();
    await file.close();
    await asBefore(target, next);
    await rename(next, target);
    await syncFolder(target);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(next, { force: true });
    throw error;
  }
}

/** The clients as a file states them, none where there is no file. @throws ClientsFileError where it is no file of clients */
export async function statedClients(path: string): Promise<readonly StatedClient[]> {
  return (await statedIn(path)).clients;
}

async function alone(path: string) {
  for (let waited = 0; ; waited += 50) {
    try {
      return await open(path, 'wx', 0o600);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'EEXIST') throw new ClientsFileError([`it cannot be written (${code})`], { cause: error });
      if (waited >= patienceMs) throw new ClientsFileError([`another edit of it does not come to its end; if there is none, remove ${path}`]);
      await sleep(50);
    }
  }
}

async function statedIn(path: string): Promise<{ readonly clients: readonly StatedClient[]; readonly rest: StatedClient }> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '{"clients":[]}';
    throw new ClientsFileError([`it cannot be read (${codeOf(error)})`], { cause: error });
  });
  // One that was made empty, as by touch or a mount, has no clients yet.
  const json = text.trim() === '' ? { clients: [] } : jsonOf(text);
  if (!isRecord(json) || !Array.isArray(json['clients'])) throw new ClientsFileError(['it is to be JSON, an object with a list "clients"']);
  const { clients, ...rest } = json;
  const list: readonly unknown[] = Array.isArray(clients) ? clients : [];
  const stated = list.filter(isRecord);
  if (stated.length !== list.length) throw new ClientsFileError(['every one of "clients" is to be an object']);
  return { clients: stated, rest };
}

/** Gives the new file to whom the old belongs. Only root may give it away; everybody else owns both. */
async function asBefore(target: string, next: string): Promise<void> {
  const before = await stat(target).catch(() => null);
  if (before === null) return;
  await chmod(next, before.mode & atMost);
  await chown(next, before.uid, before.gid).catch(() => undefined);
}

/** The rename itself lasts only when its folder is written; where a folder cannot be opened so, the system sees to it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
