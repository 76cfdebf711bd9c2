import type { Config } from '../config.ts';

/** Where this gateway is reached, for links to itself. */
export interface OwnAddress {
  /** An absolute URL on this gateway: by PUBLIC_URL where that is told, else by the address that it listens on. */
  urlOf(path: string): string;
  /** Told once it listens; a port that was left to the system is not known before. */
  listensOn(url: string): void;
}

export function ownAddress({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): OwnAddress {
  let listening = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const base = publicUrl?.replace(/\/$/, '');
  return {
    urlOf: (path) => `${base ?? listening}${path}`,
    listensOn(url) {
      listening = url;
    },
  };
}
