import { JSONParser } from '@streamparser/json';
import type { Call } from '../../http/call.ts';
import { BodyError, type Target } from '../../http/errors.ts';
import { type IdList, idList, parseList, vacancyIdOf } from './wire.ts';

/** A streamed list of vacancies, read to its ids: from here on it is an answer like any other, to be shared, repeated and kept. */
export function readingIds(next: Call<AsyncIterable<Uint8Array>>): Call<IdList> {
  return async (request) => {
    const answer = await next(request);
    return { ...answer, body: await readIds(answer.body, request) };
  };
}

/**
 * Reads a list answer of any length row by row; of each row its id is all that stays.
 * @throws BodyError where it is not JSON; ShapeError where it is another list or none
 */
export async function readIds(body: AsyncIterable<Uint8Array>, target: Target): Promise<IdList> {
  const ids: (string | null)[] = [];
  let root: unknown = null;
  const parser = new JSONParser({ paths: ['$', '$.*', '$.resultaten.*'], keepStack: false });
  parser.onValue = ({ value, parent, stack }) => {
    if (stack.length === 0) root = value;
    if (!Array.isArray(parent)) return;
    ids.push(vacancyIdOf(value));
    // The root keeps its lists, emptied of what was read.
    parent.length = 0;
  };
  for await (const chunk of body) understood(target, () => parser.write(chunk));
  understood(target, () => {
    if (!parser.isEnded) parser.end();
  });
  return idList(ids, parseList(root).stated);
}

/** The parser's errors quote the text that they stumble over, which stays inside. */
function understood(target: Target, parse: () => void): void {
  try {
    parse();
  } catch {
    throw new BodyError(target, 'not-json');
  }
}
