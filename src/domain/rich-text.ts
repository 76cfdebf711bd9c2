import sanitizeHtml from 'sanitize-html';
import { boundedMarkup, textBetweenTags } from './markup.ts';

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
const blockEnd = /^<(?:\/(?:p|div|li|h[1-6]|tr|blockquote|dd|dt|ul|ol|table)>|br |hr )/;
const entities: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]);

/** HTML of an upstream. What is shown of it is always sanitised, and of bounded length and depth; the untouched text is not to be had. */
export class RichText {
  readonly #source: string;
  #html: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** The text's allowed markup. Sanitising is dear, so it is done when it is asked for, once. */
  get html(): string {
    this.#html ??= sanitizeHtml(boundedMarkup(this.#source), allowed);
    return this.#html;
  }

  /** The text without markup, a line a block; cut at a word to at most `maxLength` characters, the ellipsis included. */
  plain(maxLength?: number): string {
    // In sanitised HTML every `<` begins a tag, and every `>` ends one.
    const bare = this.html.replaceAll(/<[^>]*>/g, (tag) => (blockEnd.test(tag) ? '\n' : ''));
    const text = decoded(bare)
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n[ \n]*/g, '\n')
      .trim();
    return maxLength === undefined ? text : shorten(text, maxLength);
  }

  /** The text to look for words in: many are looked through for one page, so it is had without sanitising, and never shown. */
  get searchable(): string {
    const text = textBetweenTags(boundedMarkup(this.#source));
    return text.includes('&') ? decoded(sanitizeHtml(text.replaceAll('<', '&lt;'), { allowedTags: [], allowedAttributes: {} })) : text;
  }
}

/** RichText of a text, or null where there is none. */
export function richText(source: string | null | undefined): RichText | null {
  return source === null || source === undefined || source.trim() === '' ? null : new RichText(source);
}

/** Sanitising leaves no entities but those of the characters that make markup. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities.get(entity) ?? entity);
}

function shorten(text: string, maxLength: number): string {
  const characters = [...text];
  if (characters.length <= maxLength) return text;
  if (maxLength < 1) return '';
  const cut = characters.slice(0, Math.max(0, maxLength - 1)).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
