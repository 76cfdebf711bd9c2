import { describe, expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';

const story = useStory();

/** What would begin another header, another request, another folder or another host, were it not read as a part of an id. */
const hostile = [
  'a\r\nX-Injected: 1', 'a\nX-Injected: 1', 'a\r\n\r\nGET /injected HTTP/1.1', '../../injected', '..%2f..%2finjected', '%2e%2e/injected', '/injected', '//evil.example/injected',
  'a?injected=1', 'a#injected', 'a&injected=1', 'a\\injected', 'a;injected', 'a\0injected', 'http://169.254.169.254/injected', '\u{feff}injected', '\u{ff0f}injected', '\u{202e}injected', "a' or 1=1 -- injected", '{{injected}}', '%0d%0ainjected',
];
const asked: readonly (readonly [name: string, document: string, variables: (text: string) => Record<string, unknown>])[] = [
  ['vacancy', 'query ($v: ID!) { vacancy(id: $v) { id } }', (v) => ({ v: `vdab:vacancy:${v}` })],
  ['vacancy of CSO', 'query ($v: ID!) { vacancy(id: $v) { id } }', (v) => ({ v: `cso:vacancy:${v}` })],
  ['vacancy of Cegid', 'query ($v: ID!) { vacancy(id: $v) { id } }', (v) => ({ v: `cegid:vacancy:${v}` })],
  ['candidate', 'query ($v: ID!) { candidate(id: $v) { id } }', (v) => ({ v: `vdab:candidate:${v}` })],
  ['candidate of Cegid', 'query ($v: ID!) { candidate(id: $v) { id } }', (v) => ({ v: `cegid:candidate:${v}` })],
  ['organisation', 'query ($v: ID!) { organisation(id: $v) { id } }', (v) => ({ v: `cso:organisation:${v}` })],
  ['enumeration', 'query ($v: ID!) { enumerationValue(id: $v) { id label translations { text } } }', (v) => ({ v: `cegid:enumeration:${v}/${v}` })],
  ['keywords', 'query ($v: String) { vacancies(first: 1, filter: { keywords: $v }) { nodes { id } } }', (v) => ({ v })],
  ['a cursor', 'query ($v: String) { vacancies(first: 1, after: $v) { nodes { id } } }', (v) => ({ v })],
  ['removeJob', 'mutation ($v: String!) { removeJob(jobCode: $v) { removed userErrors { code } } }', (v) => ({ v })],
  ['deleteVacancy', 'mutation ($v: ID!) { deleteVacancy(id: $v) { deletedId userErrors { code } } }', (v) => ({ v: `ictergezocht:vacancy:${v}` })],
  ['unsubscribeWebhook', 'mutation ($v: ID!) { unsubscribeWebhook(id: $v) { id userErrors { code } } }', (v) => ({ v: `cegid:webhook:${v}` })],
  ['clicks', 'query ($v: String) { clicks(first: 1, referenceNumber: $v) { nodes { sourceId } } }', (v) => ({ v })],
];

describe.each(asked)('by %s', (_name, document, variables) => {
  test('nothing reaches an upstream but where the gateway meant to ask, with the headers that it meant', async () => {
    for (const text of hostile) {
      const { status, errors } = await story.gateway.query(document, variables(text));
      expect([200, 400]).toContain(status);
      expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
    }
    for (const { requests, definition } of Object.values(story.sandbox.upstreams)) {
      for (const request of requests) {
        expect(request.path.startsWith(definition.basePath) || /\/(?:token|api)\b/.test(request.path)).toBe(true);
        expect(decodeURIComponent(request.path).split('/')).not.toContain('..');
        expect(Object.keys(request.headers)).not.toContain('x-injected');
        expect(new URLSearchParams(request.query).has('injected')).toBe(false);
      }
    }
    expect(story.gateway.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
