import type { Logger } from 'pino';
import { ClientsFileError } from '../callers/clients-file.ts';
import type { OwnUpstream } from '../callers/connections.ts';
import type { Callers } from '../callers/index.ts';
import { openCallers } from '../callers/open.ts';
import { type Config, ConfigError } from '../config.ts';
import { beyondPublic } from '../config/callers.ts';
import { takesWebhookKey } from '../config/read-upstreams.ts';
import type { SourceHandle } from '../context.ts';
import { connectUpstreams, eventsOf } from '../datasources/connect.ts';
import { credentialName, type Services } from '../datasources/shared/upstream.ts';
import type { SourceName } from '../domain/source-name.ts';
import { reachableUrl } from './public-url.ts';

export interface CallerParts {
  /** The upstreams with the server's own credentials. */
  readonly upstreams: ReadonlyMap<SourceName, SourceHandle>;
  /** What connections with clients' credentials share with them: every key in there holds its credential. */
  readonly services: Services;
  readonly log: Logger;
}

/**
 * The callers of a configuration.
 * @throws ConfigError where CLIENTS_FILE cannot be read
 */
export async function callersOf(config: Config, { upstreams, services, log }: CallerParts): Promise<Callers> {
  function ownUpstream(source: SourceName, credentials: Readonly<Record<string, string>>): OwnUpstream {
    const { configs } = config.ownUpstream(source, credentials);
    return {
      key: credentialName(source, JSON.stringify(configs)),
      events: eventsOf(source, configs),
      connect() {
        const connected = connectUpstreams(configs, services).get(source);
        if (connected === undefined) throw new TypeError(`${source} has no credentials to be connected with`);
        return connected;
      },
    };
  }
  const beyond = beyondPublic(config.callers.anonymousScopes);
  if (reachableUrl(config.publicUrl) !== null && beyond.length > 0) log.warn({ scopes: beyond }, 'ANONYMOUS_SCOPES lets everybody who reaches PUBLIC_URL do more than read what the sources publish');
  try {
    return await openCallers({
      ...config.callers,
      upstreams,
      takesWebhookKey,
      problemsOf: (source, credentials) => config.ownUpstream(source, credentials).problems,
      ownUpstream,
      variable: config.variable,
      now: services.now,
      tell: (level, message) => log[level](message),
    });
  } catch (error) {
    if (error instanceof ClientsFileError) throw new ConfigError(error.message.replaceAll(/^/gm, 'CLIENTS_FILE: '), { cause: error });
    throw error;
  }
}
