import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Servers of others that the gateway is measured beside where they are asked for. */
export const peerNames = ['hive', 'yoga', 'mercurius', 'apollo'] as const;
export type PeerName = (typeof peerNames)[number];

const root = fileURLToPath(new URL('../', import.meta.url));

/** Installs those that have a folder of their own; Apollo Server comes with the gateway. @throws where npm fails */
export function installPeers(peers: readonly PeerName[]): void {
  const folders = peers.filter((peer) => peer !== 'apollo');
  if (folders.length === 0) return;
  const { status } = spawnSync(process.execPath, ['scripts/peers.mjs', ...folders], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${folders.join(', ')} could not be installed`);
}
