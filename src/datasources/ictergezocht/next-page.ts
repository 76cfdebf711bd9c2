import { isObject, optionalText, ShapeError } from '../../http/parse.ts';

/**
 * The URL of the page behind one, null at the end of the list (ICTerGezocht document, Paginatie). Nothing further may be told by an
 * absent, null or empty `rel` or `rel.next`. A link is followed on the same list only, and only forward: any other would send the
 * keys elsewhere, or not come to an end.
 * @param rel `rel` of the page's answer
 * @param current the URL of the page itself
 * @throws ShapeError
 */
export function nextPageUrl(rel: unknown, current: URL): URL | null {
  if (isNothing(rel)) return null;
  if (!isObject(rel)) throw new ShapeError('rel', 'an object');
  const { next } = rel;
  if (isNothing(next)) return null;
  const link = optionalText(next);
  if (typeof next !== 'string' || link === null) throw new ShapeError('rel.next', 'a URL');
  const url = URL.parse(link, current);
  if (url === null || !isSameList(url, current)) throw new ShapeError('rel.next', 'a URL of the same list at the configured origin');
  if (!isFurther(url, current)) throw new ShapeError('rel.next', 'a URL further on in the list');
  return url;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isSameList(url: URL, current: URL): boolean {
  return url.origin === current.origin && url.username === '' && url.password === '' && withoutSlash(url.pathname) === withoutSlash(current.pathname);
}

/** By offset where the link states one; a link without is compared by its whole query, and the number of pages has a bound. */
function isFurther(url: URL, current: URL): boolean {
  const offset = url.searchParams.get('offset');
  if (offset === null) return url.search !== current.search;
  return /^\d{1,12}$/.test(offset) && Number(offset) > Number(current.searchParams.get('offset') ?? 0);
}

function withoutSlash(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
