import { open } from 'node:fs/promises';
import { type Client } from './client.ts';
import { readClients, type ReadClientsOptions } from './read-clients.ts';

/** The clients cannot be had from CLIENTS_FILE. The message says why, line by line, without any value. */
export class ClientsFileError extends Error {
  override readonly name = 'ClientsFileError';

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
  }
}

const maxBytes = 16 * 1024 * 1024;
/** Whom the file system may let read or change it: its owner, and its group to read, as secrets are mounted in a container. */
const othersMay = 0o026;

/**
 * The clients that a file has now.
 * @throws ClientsFileError where it cannot be read, others may read it, or something in it is wrong
 */
export async function readClientsFile(path: string, options: ReadClientsOptions): Promise<readonly Client[]> {
  const read = readClients(await textOf(path), options);
  if ('problems' in read) throw new ClientsFileError(read.problems);
  return read.clients;
}

async function textOf(path: string): Promise<string> {
  try {
    await using file = await open(path, 'r');
    const { mode, size } = await file.stat();
    // Windows has no such modes, and says that everybody may read.
    if (process.platform !== 'win32' && (mode & othersMay) !== 0) {
      throw new ClientsFileError([`others than its owner may read or change it (mode ${(mode & 0o777).toString(8)}): chmod 600 ${path} (in a mounted secret: defaultMode 0440)`]);
    }
    if (size > maxBytes) throw new ClientsFileError([`it is larger than ${maxBytes} bytes`]);
    return await file.readFile('utf8');
  } catch (error) {
    if (error instanceof ClientsFileError) throw error;
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ClientsFileError([`it cannot be read (${why})${why === 'ENOENT' ? '; npx werkgraph client add makes one' : ''}`], { cause: error });
  }
}
