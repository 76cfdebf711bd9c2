import sanitizeHtml from 'sanitize-html';

/** Text markup and nothing that runs, loads or positions; links only to the web, mail and phones. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['a', 'b', 'blockquote', 'br', 'dd', 'div', 'dl', 'dt', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'li', 'ol', 'p', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }) },
};
const blockEnd = /<\/(?:p|div|li|h[1-6]|tr|blockquote|dd|dt|ul|ol|table)>|<br\s*\/?>|<hr\s*\/?>/gi;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** HTML of an upstream. What comes out of it is always sanitised; the untouched text is not to be had. */
export class RichText {
  readonly #source: string;
  #html: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** The text's allowed markup. Sanitising is dear, so it is done when it is asked for, once. */
  get html(): string {
    this.#html ??= sanitizeHtml(this.#source, allowed);
    return this.#html;
  }

  /** The text without markup, a line a block; cut at a word to at most `maxLength` characters, the ellipsis included. */
  plain(maxLength?: number): string {
    const spaced = this.html.replaceAll(blockEnd, (tag) => `${tag}\n`);
    const bare = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} });
    const text = bare
      .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n[ \n]*/g, '\n')
      .trim();
    return maxLength === undefined ? text : shorten(text, maxLength);
  }
}

/** RichText of a text, or null where there is none. */
export function richText(source: string | null | undefined): RichText | null {
  return source === null || source === undefined || source.trim() === '' ? null : new RichText(source);
}

function shorten(text: string, maxLength: number): string {
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  if (maxLength < 1) return '';
  const cut = characters.slice(0, Math.max(0, maxLength - 1)).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
