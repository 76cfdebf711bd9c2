import { ClientsFileError } from '../callers/clients-file.ts';
import { clientsFileOf, ConfigError } from '../config.ts';

/** The option of all commands about clients. */
export const fileOption = ['--file <path>', 'the file of the clients (default: CLIENTS_FILE)'] as const;

/**
 * Works with the file of the clients.
 * @throws ConfigError where none is named, or it does not let itself be worked with
 */
export async function inClientsFile<T>(stated: string | undefined, work: (path: string) => Promise<T>): Promise<T> {
  const path = stated ?? clientsFileOf();
  if (path === null) throw new ConfigError('Name the file of the clients: --file <path>, or CLIENTS_FILE as the gateway has it.');
  try {
    return await work(path);
  } catch (error) {
    if (error instanceof ClientsFileError) throw new ConfigError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}
