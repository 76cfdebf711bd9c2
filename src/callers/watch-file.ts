import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Changes come in pairs and more: written, renamed, its times set. */
const settleMs = 20;

/**
 * Calls when a file may have changed. Its folder is what is watched: an editor puts another file in its place, and so does a mounted
 * secret, by a link named `..data`.
 * @param failed told when watching ends by itself
 */
export function watchFile(path: string, changed: () => void, failed: (error: Error) => void): { stop(): void } {
  const name = basename(path);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
    if (file !== null && file !== name && file !== '..data') return;
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs);
    timer.unref();
  });
  watcher.on('error', failed);
  return {
    stop() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
