/** Why the gateway did not answer: `key` is wrong, `scope` is missing, `limited` for some seconds, or it `failed`. */
export class Refused extends Error {
  /** @param {'key' | 'scope' | 'limited' | 'failed'} why @param {number} [seconds] */
  constructor(why, seconds = 0) {
    super(why);
    this.why = why;
    this.seconds = seconds;
  }
}

const keyName = 'werkgraph-key';

export const heldKey = {
  get: () => sessionStorage.getItem(keyName),
  /** @param {string | null} key */
  set: (key) => (key === null ? sessionStorage.removeItem(keyName) : sessionStorage.setItem(keyName, key)),
};

/** @returns {Record<string, string>} */
function authorization() {
  const key = heldKey.get();
  return key === null ? {} : { authorization: `Bearer ${key}` };
}

/**
 * Asks the graph. What it answers in part is an answer; the parts say themselves what they lack.
 * @template Data
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @param {AbortSignal} signal
 * @returns {Promise<Data>}
 * @throws {Refused}
 */
export async function ask(query, variables, signal) {
  const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...authorization() }, body: JSON.stringify({ query, variables }), signal });
  refuseStatus(response);
  const { data, errors = [] } = await response.json();
  for (const { extensions } of errors) {
    if (extensions?.code === 'FORBIDDEN') throw new Refused('scope');
    if (extensions?.code === 'UNAUTHENTICATED') throw new Refused('key');
  }
  if (data === null || data === undefined) throw new Refused('failed');
  return data;
}

/**
 * A file, from its first byte to its last: one that breaks off is an error, never half a file.
 * @param {string} path
 * @param {(response: Response) => void} begun
 * @returns {Promise<Blob>}
 * @throws {Refused}
 */
export async function fetchFile(path, begun) {
  const response = await fetch(path, { headers: authorization() });
  refuseStatus(response);
  if (!response.ok) throw new Refused('failed');
  begun(response);
  return response.blob();
}

/** @param {Response} response */
function refuseStatus(response) {
  if (response.status === 401) throw new Refused('key');
  if (response.status === 403) throw new Refused('scope');
  if (response.status === 429) throw new Refused('limited', Number(response.headers.get('retry-after') ?? 5));
}
