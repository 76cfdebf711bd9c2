/** A tag or a comment in a text of markup. */
interface Tag {
  readonly start: number;
  /** Just behind its `>`. */
  readonly end: number;
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
}

/** Elements whose content is no markup, and no text either. */
const opaque: ReadonlyMap<string, RegExp> = new Map(['script', 'style', 'textarea', 'xmp'].map((name) => [name, new RegExp(`</${name}`, 'gi')]));
const comment = '!--';

/**
 * The tags and comments of a text from first to last, what is no text passed over. Every character is looked at a bounded
 * number of times, whatever the text; a `>` within an attribute ends a tag here, so that this tells of markup without judging it.
 */
function* tagsOf(source: string): Generator<Tag, void, undefined> {
  const nameAt = /\/?([a-z][^\s/<>]{0,31})/iy;
  let start = source.indexOf('<');
  while (start >= 0) {
    nameAt.lastIndex = start + 1;
    const found = nameAt.exec(source);
    const name = found?.[1]?.toLowerCase();
    let next = start + 1;
    if (name !== undefined) {
      const close = source.indexOf('>', start);
      if (close < 0) return;
      const tag = { start, end: close + 1, name, closes: source.startsWith('/', start + 1) };
      yield tag;
      next = tag.closes ? tag.end : behindContent(source, tag);
    } else if (source.startsWith(comment, next)) {
      const close = source.indexOf('-->', next + 1);
      next = close < 0 ? source.length : close + 3;
      yield { start, end: next, name: comment, closes: false };
    }
    start = source.indexOf('<', next);
  }
}

/** Where to read on behind an opening tag: at once, or where its element ends if that holds no markup. */
function behindContent(source: string, { name, end }: Tag): number {
  const closing = opaque.get(name);
  if (closing === undefined) return end;
  const pattern = new RegExp(closing);
  pattern.lastIndex = end;
  return pattern.exec(source)?.index ?? source.length;
}

const maxLength = 100_000;
const maxDepth = 50;
/** A tag or an entity that the cut falls into is looked for in the last so many characters. */
const longestTag = 2000;

/**
 * A text that an HTML parser reads quickly: at most 100,000 characters, an ellipsis where it was cut, and without the tags that
 * stand more than 50 deep. A parser's time grows with the square of the depth, and no vacancy is told so deep.
 */
export function boundedMarkup(source: string): string {
  return withoutDeepTags(source.length <= maxLength ? source : `${cut(source)}…`);
}

/** Not within a tag, an entity or a character. */
function cut(source: string): string {
  const head = source.slice(0, maxLength - longestTag);
  const tail = source.slice(maxLength - longestTag, maxLength);
  const opened = tail.lastIndexOf('<');
  const whole = opened > tail.lastIndexOf('>') ? tail.slice(0, opened) : tail;
  return (head + whole.replace(/&[#\w]{0,31}$/, '')).replace(/[\ud800-\udbff]$/, '');
}

/** Elements without content. */
const empty: ReadonlySet<string> = new Set([comment, 'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** What an opening tag ends without a closing one. */
const ends: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['p', 'div', 'ul', 'ol', 'dl', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['p']] as const),
  ['li', ['li', 'p']],
  ...['dt', 'dd'].map((name) => [name, ['dt', 'dd', 'p']] as const),
  ...['td', 'th'].map((name) => [name, ['td', 'th', 'p']] as const),
  ['tr', ['td', 'th', 'tr', 'p']],
]);

function withoutDeepTags(source: string): string {
  const open: string[] = [];
  const dropped = new Map<string, number>();
  let text = '';
  let from = 0;
  const drop = ({ start, end, name }: Tag, change: 1 | -1): void => {
    text += source.slice(from, start);
    from = end;
    dropped.set(name, (dropped.get(name) ?? 0) + change);
  };
  for (const tag of tagsOf(source)) {
    if (empty.has(tag.name)) continue;
    if (tag.closes) {
      if ((dropped.get(tag.name) ?? 0) > 0) drop(tag, -1);
      else if (open.includes(tag.name)) open.length = open.lastIndexOf(tag.name);
      continue;
    }
    for (let last = open.at(-1); last !== undefined && ends.get(tag.name)?.includes(last) === true; last = open.at(-1)) open.pop();
    if (open.length >= maxDepth) drop(tag, 1);
    else open.push(tag.name);
  }
  return text + source.slice(from);
}

/** Elements within a line: words go on across their tags. */
const inline: ReadonlySet<string> = new Set([comment, 'a', 'abbr', 'b', 'em', 'font', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u']);

/** The text between the tags, entities as they stand: to search in, not to show. */
export function textBetweenTags(source: string): string {
  let text = '';
  let from = 0;
  for (const { start, end, name, closes } of tagsOf(source)) {
    text += source.slice(from, start) + (inline.has(name) ? '' : ' ');
    from = !closes && opaque.has(name) ? source.length : end;
  }
  return text + source.slice(from);
}
