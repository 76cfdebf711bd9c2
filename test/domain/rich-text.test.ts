import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../sandbox/kit/random.ts';
import { htmlDescription, htmlRequirements } from '../../sandbox/content/texts.ts';
import { RichText, richText } from '../../src/domain/rich-text.ts';

function html(source: string): string {
  return new RichText(source).html;
}

function plain(source: string, maxLength?: number): string {
  return new RichText(source).plain(maxLength);
}

describe('hostile markup', () => {
  test('of a board never survives, as markup or as text', () => {
    const random = new Random('rich-text');
    const sources = Array.from({ length: 2000 }, () => htmlDescription(random));
    expect(sources.filter((source) => source.includes('pwned')).length).toBeGreaterThan(100);
    expect(sources.filter((source) => html(source).includes('pwned') || plain(source).includes('pwned'))).toEqual([]);
  });

  test.each([
    ['<script>alert(1)</script>', ''],
    ['<scr<script>x</script>ipt>alert(1)</script>', 'xipt&gt;alert(1)'],
    ['<ScRiPt src=//x></ScRiPt>a', 'a'],
    ['<img src=x onerror=alert(1)>a', 'a'],
    ['<svg/onload=alert(1)>a</svg>', 'a'],
    ['<iframe srcdoc="<script>x</script>"></iframe>a', 'a'],
    ['<style>p{background:url(//x)}</style>a', 'a'],
    ['<p style="position:fixed" class="x" id="y" onclick="x()">a</p>', '<p>a</p>'],
    ['<form action="//x"><input name="p"><button>a</button></form>', 'a'],
    ['<base href="//x"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="//x">a', 'a'],
    ['<object data="x"></object><embed src="x">a', 'a'],
    ['<!-- <script>x</script> -->a', 'a'],
    ['<p>a', '<p>a</p>'],
    ['a < b & c', 'a &lt; b &amp; c'],
    ['&lt;script&gt;x&lt;/script&gt;', '&lt;script&gt;x&lt;/script&gt;'],
  ])('%j becomes %j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test.each(['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '&#106;avascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//elsewhere.invalid/x'])('loses the link %j', (href) => {
    expect(html(`<a href="${href}">a</a>`)).toBe('<a rel="noopener noreferrer nofollow">a</a>');
  });

  test.each(['https://example.org/?a=1', 'http://example.org', 'mailto:jobs@example.org', 'tel:+32470000000'])('keeps the link %j, without trust', (href) => {
    expect(html(`<a href="${href}" target="_blank" rel="opener">a</a>`)).toBe(`<a href="${href}" rel="noopener noreferrer nofollow">a</a>`);
  });

  test('has no form that comes through, whatever is thrown at it', () => {
    const piece = fc.constantFrom('<', '>', '"', "'", '=', '/', ' ', '\n', 'script', 'img', 'a', 'svg', 'style', 'onerror', 'href', 'javascript:', 'src', '&lt;', '&#60;', '<!--', '-->', '<![CDATA[', ']]>', '\u0000', 'textarea', 'xmp', 'math', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const clean = html(pieces.join(''));
        expect(clean).not.toMatch(/<(?!\/?(?:a|b|blockquote|br|dd|div|dl|dt|em|h[1-6]|hr|i|li|ol|p|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?: |>|\/))/i);
        const tags = clean.match(/<[^>]*>/g) ?? [];
        expect(tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '')).filter((tag) => /\bon\w+/i.test(tag))).toEqual([]);
        expect(tags.filter((tag) => /href="(?!https?:|mailto:|tel:|[^:"]*")/i.test(tag))).toEqual([]);
        expect(html(clean)).toBe(clean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the markup that a vacancy needs', () => {
  test('stays as it is', () => {
    const source = '<h2>Taken</h2><ul><li><strong>Bakken</strong><br />en <em>proeven</em></li></ul><table><tbody><tr><td>x</td></tr></tbody></table>';
    expect(html(source)).toBe(source);
  });

  test('of requirements stays whole', () => {
    const source = htmlRequirements(new Random(1));
    expect(html(source)).toBe(source);
  });
});

describe('plain text', () => {
  test.each([
    ['<p>Eerste</p><p>Tweede</p>', 'Eerste\nTweede'],
    ['<ul><li>a</li><li>b</li></ul>c', 'a\nb\nc'],
    ['regel<br>regel<br/>regel', 'regel\nregel\nregel'],
    ['<p>  veel   ruimte\u00a0hier </p>\n\n\n<p>einde</p>', 'veel ruimte hier\neinde'],
    ['<b>vet</b> en <i>schuin</i>', 'vet en schuin'],
    ['R&amp;D &lt;team&gt; &quot;x&quot; caf&eacute; &euro; &#39;s', 'R&D <team> "x" café € \'s'],
    ['&amp;lt;niet een tag&amp;gt;', '&lt;niet een tag&gt;'],
    ['<p></p><br>', ''],
    ['<td>a</td><td>b</td>', 'ab'],
    ['👩‍🔧 e\u0301quipe İstanbul 日本語', '👩‍🔧 e\u0301quipe İstanbul 日本語'],
  ])('of %j is %j', (source, expected) => {
    expect(plain(source)).toBe(expected);
  });

  test('is cut at a word to its length, the ellipsis included', () => {
    const source = '<p>Je bakt brood voor het hele dorp</p>';
    expect(plain(source, 100)).toBe('Je bakt brood voor het hele dorp');
    expect(plain(source, 32)).toBe('Je bakt brood voor het hele dorp');
    expect(plain(source, 20)).toBe('Je bakt brood voor…');
    expect(plain('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(plain(source, 1)).toBe('…');
    expect(plain(source, 0)).toBe('');
    expect(plain(source, -5)).toBe('');
  });

  test('is never longer than asked for, counted in characters, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '👩', 'é', '<b>', '&amp;', '\n') }), fc.integer({ min: 0, max: 40 }), (source, maxLength) => {
        const text = plain(source, maxLength);
        expect([...text].length).toBeLessThanOrEqual(maxLength);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

test.each([null, undefined, '', '   ', '\n\t'])('no text is no rich text: %j', (source) => {
  expect(richText(source)).toBeNull();
});

test('a text is rich text', () => {
  expect(richText('a')?.html).toBe('a');
});

test('rich text does not show what it was made of', () => {
  const text = new RichText('<script>geheim</script>');
  expect(JSON.stringify(text)).not.toContain('geheim');
  expect(Object.values(text)).toEqual([]);
});

/** Time of the processor, which others that use the machine do not lengthen. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a text of a megabyte that was made to be slow', () => {
  test.each(['<b>', '<div>x', '<ul><li>', '<svg><b>', '<', '‹', '<a ', '<a x=y ', '<!--', '<!', '</b>', '<b></i>', '<td><li>', '<b><a title="</b></a>">', '&', '&amp;', '<script>', '<br>   ', ' ', '\n ', "<a b='"])('of nothing but %j takes less than a second', (piece) => {
    const source = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const text = new RichText(source);
    expect(
      cpuMs(() => {
        expect(text.searchable.length).toBeLessThanOrEqual(110_000);
        expect([...text.plain(200)].length).toBeLessThanOrEqual(200);
        expect(text.html.length).toBeLessThan(1_000_000);
      }),
    ).toBeLessThan(1000);
  });

  test('is searched by the hundred rows without sanitising them', () => {
    const texts = Array.from({ length: 100 }, () => new RichText('<div>woord '.repeat(10_000)));
    expect(cpuMs(() => expect(texts.every(({ searchable }) => searchable.includes('woord'))).toBe(true))).toBeLessThan(2000);
  });
});

describe('the bounds of a text', () => {
  test('tags stand at most 50 deep, and what stands deeper keeps its text', () => {
    const deep = html(`${'<b>'.repeat(60)}diep${'</b>'.repeat(60)}<p>daarna</p>`);
    expect(deep).toBe(`${'<b>'.repeat(50)}diep${'</b>'.repeat(50)}<p>daarna</p>`);
  });

  test.each(['<p>alinea', '<li>punt', '<tr><td>cel<td>cel', '<dt>woord<dd>zin', '<!-- <b> --><b>vet</b>', '<img><br>'])('%j may come any number of times, as it is not nested', (piece) => {
    const many = html(`<div>${piece.repeat(80)}</div>`);
    expect(html(`<div>${piece}</div>`).replace('<div>', '').replace('</div>', '').repeat(80)).toBe(many.replace('<div>', '').replace('</div>', ''));
  });

  test('a longer one is cut behind a hundred thousand characters and says so, never within a tag, an entity or a character', () => {
    for (const piece of ['<a href="https://example.org">woord</a> ', 'caf&eacute; ', '👩‍🔧', 'woord ']) {
      for (let shift = 0; shift < piece.length; shift += 1) {
        const text = new RichText(`<p>${'x'.repeat(shift)}${piece.repeat(Math.ceil(110_000 / piece.length))}</p>`);
        expect(text.plain().length).toBeLessThanOrEqual(100_001);
        expect(text.plain()).toMatch(/[^&<]…$/u);
        expect(text.html).toMatch(/…(?:<\/a>)?<\/p>$/);
        expect(text.plain().isWellFormed()).toBe(true);
        expect(text.plain()).not.toMatch(/&e|href/);
      }
    }
    expect(plain('x'.repeat(100_000))).toBe('x'.repeat(100_000));
  });
});

describe('the text that words are looked for in', () => {
  test.each([
    ['<p>Eerste</p><p>Tweede</p>', ['Eerste', 'Tweede']],
    ['<table><tr><td>a</td><td>b</td></tr></table>', ['a', 'b']],
    ['lood<b>gieter</b>', ['loodgieter']],
    ['caf&eacute; &amp; R&amp;D &#39;s &lt;b&gt;', ['café', '&', 'R&D', "'s", '<b>']],
    ['a<!-- geheim -->b<script>geheim</script>c<STYLE>geheim</STYLE >d', ['ab', 'c', 'd']],
    ['3 < 4 en 5 > 4', ['3', '<', '4', 'en', '5', '>', '4']],
    ['<script>geheim', []],
    ['<!-- geheim', []],
  ])('of %j is %j', (source, words) => {
    expect(new RichText(source).searchable.split(/\s+/).filter((word) => word !== '')).toEqual(words);
  });

  test('holds every word that is shown', () => {
    const random = new Random('searchable');
    for (let row = 0; row < 500; row += 1) {
      const text = new RichText(htmlDescription(random));
      const searched = text.searchable;
      expect(text.plain().split(/\s+/).filter((word) => !searched.includes(word))).toEqual([]);
    }
  });
});
