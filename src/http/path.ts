/** Refuses at construction what could send a credential to the wrong place. Returns origin and path, the path ending in a slash. */
export function parseBaseUrl(baseUrl: string): { readonly origin: string; readonly basePath: string } {
  const url = URL.parse(baseUrl);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new TypeError('createTransport: baseUrl must be an absolute http or https URL');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('createTransport: baseUrl must have no credentials, query or fragment');
  }
  return { origin: url.origin, basePath: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` };
}

const notPercentEncoded = /[^\x21-\x7e]|[\\#]/;

/** A server may decode before it walks, so dot segments are looked for behind one layer of percent-encoding too. */
function leavesItsFolder(segment: string): boolean {
  try {
    return decodeURIComponent(segment)
      .split(/[/\\]/)
      .some((part) => part === '..' || part === '.');
  } catch {
    return true;
  }
}

/**
 * The path to ask for, always under the base path.
 * @throws TypeError for anything that could name another place: dot segments, `//`, a backslash, an absolute URL, raw control
 * characters. An id that came from outside must be checked by its own rules before it becomes a path.
 */
export function joinPath(basePath: string, path: string): string {
  const queryAt = path.indexOf('?');
  const route = queryAt === -1 ? path : path.slice(0, queryAt);
  if (notPercentEncoded.test(path) || route.includes('//') || route.split('/').some(leavesItsFolder)) {
    throw new TypeError('createTransport: a request path must be percent-encoded and stay under the base URL');
  }
  return basePath + (path.startsWith('/') ? path.slice(1) : path);
}
