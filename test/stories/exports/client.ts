import { get, type IncomingMessage } from 'node:http';

/** A file as a client gets it. */
export interface Fetched {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly trailers: IncomingMessage['trailers'];
  readonly body: Buffer;
  /** Whether the transfer came to its end. */
  readonly whole: boolean;
}

/** Asks for a file as it is sent, without decoding it. */
export async function fetchFile(url: string, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Fetched> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}${path}`, { agent: false, headers, method }, resolve).once('error', reject);
  });
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve) => {
    answer.once('close', resolve);
    answer.once('error', () => undefined);
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, trailers: answer.trailers, body: Buffer.concat(chunks), whole: answer.complete };
}

export function linesOf({ body }: Pick<Fetched, 'body'>): readonly Record<string, unknown>[] {
  const text = body.toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export interface Failed {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export function failureOf({ body }: Pick<Fetched, 'body'>): Failed['errors'][number] {
  const [error] = (JSON.parse(body.toString('utf8')) as Failed).errors;
  if (error === undefined) throw new Error('no error');
  return error;
}

