import { createServer } from 'node:net';

/** Throws where something listens on a loopback port already, with a sentence that names it and says what to set. */
export async function requireFree(port: number, what: string, variable: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new Error(`Port ${port}, for ${what}, is taken: stop what listens there, or set ${variable}.`)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
