import './server/heap.ts';
import closeWithGrace, { type Options } from 'close-with-grace';
import { ConfigError, readProcessConfig } from './config.ts';
import { startServer } from './server.ts';

/** Longest wait for requests under way, milliseconds. */
const drainMs = 15_000;

try {
  const server = await startServer(readProcessConfig());
  console.log(`Werkgraph listens on ${server.url}/graphql`);
  // A terminal that is closed ends what runs in it; elsewhere the signal asks a server to read its configuration again.
  const skip: Options['skip'] = process.stdin.isTTY ? [] : ['SIGHUP'];
  if (!process.stdin.isTTY) process.on('SIGHUP', () => void server.reloadClients());
  closeWithGrace({ delay: drainMs, skip }, () => server.close());
} catch (error) {
  const message = explained(error);
  if (message === null) throw error;
  console.error(message);
  process.exit(1);
}

/** What an operator can mend, in a sentence; null for everything else. */
function explained(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE') return `PORT: ${error.message}. Stop what listens there, or set another PORT.`;
  if (error.code === 'EACCES') return `PORT: ${error.message}. Set a port that this user may listen on.`;
  return null;
}
