// A gateway whose own limit for the board is out of the way: a million rows within 200 calls a minute take over two hours.
import { readConfig } from '../src/config.ts';
import { startServer } from '../src/server.ts';

const config = readConfig({ ...process.env, PORT: '0' });
const board = config.upstreams.ICTERGEZOCHT;
if (board === undefined) throw new Error('the board is not configured');
const unlimited = { requests: 1_000_000, windowSeconds: 60 };
const server = await startServer({ ...config, upstreams: { ICTERGEZOCHT: { ...board, accountLimit: unlimited, addressLimit: unlimited } } });
console.log(`listens on ${server.url}/`);
process.once('SIGTERM', () => void server.close());
