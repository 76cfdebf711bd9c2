import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Passes connections on to another address until it is told to hang up, and again when it is told so. */
export interface Relay {
  readonly port: number;
  hangUp(): Promise<void>;
  resume(): Promise<void>;
}

export async function relayTo({ hostname, port }: { readonly hostname: string; readonly port: number }): Promise<Relay> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, hostname);
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (on: number) => once(server.listen(on, '127.0.0.1'), 'listening');
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    port: own,
    async hangUp() {
      const closed = server.listening ? once(server, 'close') : Promise.resolve([]);
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    resume: async () => void (await listen(own)),
  };
}
