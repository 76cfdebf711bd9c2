import { posix } from 'node:path';

/** Names at the top of the repository that documents speak of; a path that starts with one of them is meant to be a path. */
const topLevel = ['.ci', 'bench', 'dashboard', 'docs', 'sandbox', 'schema', 'scripts', 'src', 'test'];

const fence = /^([ \t]*)(```|~~~)[\s\S]*?^\1\2[ \t]*$/gm;
const code = /`([^`\n]+)`/g;
const link = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;

/**
 * Paths that a document names and that are not there: in backticks from the root, in links from the document's own folder. Skips
 * addresses, patterns and <placeholders>, and what stands in code blocks.
 *
 * @param files every file of the repository, by its path from the root
 */
export function missingPaths(path: string, text: string, files: readonly string[]): string[] {
  const known = new Set(files.flatMap((file) => [file, ...folders(file)]));
  const prose = text.replaceAll(fence, '');
  const top = new Set([...topLevel, ...files.filter((file) => !file.includes('/'))]);
  const named = [...prose.matchAll(code)].map((match) => match[1] ?? '').filter((name) => isPath(name) && top.has(name.split('/')[0] ?? ''));
  const linked = [...prose.replaceAll(code, '').matchAll(link)].map((match) => match[1] ?? '').filter(isPath);
  return [
    ...named.filter((name) => !known.has(normal(name))).map((name) => `${path} names ${name}`),
    ...linked.filter((target) => !known.has(normal(posix.join(posix.dirname(path), target)))).map((target) => `${path} links to ${target}`),
  ];
}

function isPath(text: string): boolean {
  return text !== '' && !/^(?:[a-z][a-z0-9+.-]*:|#|\/)|[*<>{}…\s]/i.test(text);
}

/** Without a line number, an anchor or a closing slash. */
function normal(path: string): string {
  return posix.normalize(path.replace(/#.*$|:\d+(?:-\d+)?$/, '')).replace(/\/$/, '');
}

function folders(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
