import closeWithGrace from 'close-with-grace';
import { ConfigError, readProcessConfig } from './config.ts';
import { startServer } from './server.ts';

/** Longest wait for requests under way, milliseconds. */
const drainMs = 15_000;

try {
  const server = await startServer(readProcessConfig());
  console.log(`Werkgraph listens on ${server.url}/graphql`);
  closeWithGrace({ delay: drainMs }, () => server.close());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
