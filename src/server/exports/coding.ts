import { promisify } from 'node:util';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import { setImmediate as turn } from 'node:timers/promises';

/** How a file travels. */
export type Coding = 'identity' | 'gzip' | 'zstd';

/** What is rather had, where a client takes several. */
const preferred: readonly Coding[] = ['zstd', 'gzip'];

/** The coding that a client asks for (RFC 9110, 12.5.3): the one that it wants most, and of equals the better one. */
export function codingFor(accepted: string | undefined): Coding {
  const stated = new Map((accepted ?? '').split(',').map((part): [string, number] => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith('q='));
    return [name, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
  }));
  const wish = (coding: Coding): number => stated.get(coding) ?? stated.get('*') ?? 0;
  const [best] = preferred.filter((coding) => wish(coding) > 0).toSorted((a, b) => wish(b) - wish(a));
  return best !== undefined && wish(best) >= (stated.get('identity') ?? 0) ? best : 'identity';
}

/** The bytes in their coding; what went in comes out at once, so that a slow file shows. */
export async function* coded(bytes: AsyncIterable<Uint8Array>, coding: Coding): AsyncGenerator<Uint8Array> {
  if (coding === 'identity') {
    yield* bytes;
    return;
  }
  const compressor = coding === 'gzip' ? createGzip({ flush: constants.Z_SYNC_FLUSH }) : createZstdCompress({ flush: constants.ZSTD_e_flush });
  const out: Buffer[] = [];
  // A flowing stream holds nothing back, so that every write comes to its end.
  compressor.on('data', (chunk: Buffer) => out.push(chunk));
  const write = promisify((chunk: Uint8Array, done: (error?: Error | null) => void) => compressor.write(chunk, done));
  try {
    for await (const chunk of bytes) {
      await write(chunk);
      await turn();
      yield Buffer.concat(out.splice(0));
    }
    const ended = new Promise<void>((resolve, reject) => compressor.once('end', resolve).once('error', reject));
    compressor.end();
    await ended;
    yield Buffer.concat(out.splice(0));
  } finally {
    compressor.destroy();
  }
}
