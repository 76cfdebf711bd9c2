import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { clientsFile } from '../../support/clients-file.ts';
import { withoutRates, withoutShedding } from '../../support/gateway.ts';
import { storeEnvironment } from '../posting/story.ts';
import { clients } from './askers.ts';
import type { Pace } from './pace.ts';
import { type SharedCache, sharedCache } from './shared-cache.ts';
import { type Yardstick, yardstick } from './yardstick.ts';

/** What replicas of a gateway stand on. */
export interface Surroundings extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Null where there is no Redis, and so one replica. */
  readonly shared: SharedCache | null;
  readonly machine: Yardstick;
  /** What a replica is told. */
  environment(pace: Pace): Readonly<Record<string, string>>;
}

/** Allows for every call of a run: the board's limit is another test's, here nothing is to be missing but for what is done to the upstreams. */
const noLimit = 1_000_000;

/** Starts the upstreams in this process, and makes places for what replicas keep: the last of the stores that there are, and Redis where it is. */
export async function surroundings(seed: number, redisUrl: string | undefined): Promise<Surroundings> {
  await using opening = new AsyncDisposableStack();
  const sandbox = await startSandbox({ scale: 0.1, seed });
  opening.defer(() => sandbox.close());
  Object.assign(sandbox.definitions.ictergezocht.switches, { accountLimit: noLimit, ipLimit: noLimit });
  // What is posted in a run comes behind all that is looked for, so that no list moves under those who page through it.
  sandbox.definitions.cso.switches.listOrder = 'oldest-first';
  const shared = redisUrl === undefined ? null : opening.use(await sharedCache(redisUrl));
  const file = opening.use(await clientsFile(clients));
  const place = await storeEngines.at(-1)?.place();
  if (place === undefined) throw new Error('there is no store');
  opening.defer(() => place.remove());
  const machine = opening.use(await yardstick());
  const open = opening.move();
  return {
    sandbox,
    shared,
    machine,
    environment: ({ sourceMs, operationMs }) => ({
      ...gatewayEnvironment(sandbox),
      ...withoutRates,
      // A machine that is slow is not to be taken for a gateway that is.
      ...withoutShedding,
      ...storeEnvironment(place),
      ...shared?.environment,
      HOST: '127.0.0.1',
      PORT: '0',
      CLIENTS_FILE: file.path,
      ICTERGEZOCHT_REQUESTS_PER_MINUTE: String(noLimit),
      ICTERGEZOCHT_REQUESTS_PER_MINUTE_ADDRESS: String(noLimit),
      SOURCE_TIMEOUT_MS: String(sourceMs),
      OPERATION_TIMEOUT_MS: String(operationMs),
      // Little is kept in a process, so that what Redis forgets has to be read again.
      CACHE_MAX_ENTRIES: '60',
      LOG_LEVEL: 'info',
    }),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
