import { randomUUID } from 'node:crypto';
import { buildASTSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { readSchema } from '../../../src/schema.ts';
import { type ArgumentPlace, operationOf, placesOf, rootFieldNames, variablesWith } from '../../support/argument-paths.ts';
import { useStory } from '../../support/story.ts';
import { publishInput } from '../posting/story.ts';

// So that what is posted under another name each time is not told that it was posted just now.
const story = useStory({ scale: 0.02, environment: { UPSTREAM_CALLS_PER_OPERATION: '1000' } });

/** What would begin another header, another request, another folder or another host, were it not read as a part of a value. */
const hostile = ['a\r\nX-Injected: 1\r\n\r\nGET /injected HTTP/1.1', 'a\nX-Injected: 1', 'a\0/injected', '../../injected', '%2e%2e%2finjected', '%0d%0aX-Injected:%201', '//evil.example/injected', 'http://evil.example/injected', '\u{ff0e}\u{ff0e}\u{ff0f}injected\u{202e}', 'a?injected=1&injected=2#injected'];
/** Ids name a source and a type, behind which is the upstream's own. */
const prefixes = ['', 'cso:vacancy:', 'vdab:vacancy:', 'cegid:vacancy:', 'ictergezocht:vacancy:', 'vdab:candidate:', 'cegid:candidate:', 'cso:organisation:', 'cegid:organisation:', 'vdab:enumeration:', 'cegid:enumeration:a/', 'ictergezocht:application:'];

const schema = buildASTSchema(readSchema(), { assumeValidSDL: true });
const textless = new Set(['Int', 'Float', 'Boolean']);
const places = rootFieldNames.flatMap(placesOf).filter(({ type, isEnum }) => !isEnum && !textless.has(type) && type !== '_Any');

/** What is required beside the place, by name: values that every rule takes. */
function required(): Readonly<Record<string, unknown>> {
  const { cso, ictergezocht: _board, ...vacancy } = publishInput(`R-${randomUUID()}`);
  const job = { internalReferenceCode: `J-${randomUUID()}`, name: vacancy.title, ...cso };
  const board = { title: vacancy.title, description: vacancy.description, location: 'Utrecht' };
  return {
    source: 'CEGID', date: '2026-01-31', since: '2026-01-01T00:00:00Z', by: 'REGION', latitude: 51, longitude: 4, km: 10, id: 'ictergezocht:vacancy:1', ids: ['vdab:vacancy:1'], channel: 'CSO', channels: ['CSO', 'ICTERGEZOCHT'],
    published: false, idempotencyKey: randomUUID(), jobCode: 'J-1', event: 'vacancy_update', reportType: 'VACANCIES', items: [{ id: 'REF-1', date: '2026-01-01T00:00:00Z', lastUpdateDate: '2026-01-01T00:00:00Z', status: 'SUCCESS' }],
    lastUpdateDate: '2026-01-01T00:00:00Z', status: 'SUCCESS', from: '2026-07-01', to: '2026-07-02', ...vacancy, ...job, ...board,
  };
}

/** With fields that take a call, where there are such. */
function asking(field: string): string {
  const type = getNamedType((schema.getQueryType()?.getFields()[field] ?? schema.getMutationType()?.getFields()[field])?.type);
  if (!isObjectType(type) && !isInterfaceType(type)) return operationOf(field);
  const fields = type.getFields();
  const node = getNamedType(fields['nodes']?.type);
  const ofNode = isObjectType(node) && 'id' in node.getFields() ? 'id' : '__typename';
  const selected = ['__typename', ...('nodes' in fields ? [`nodes { ${ofNode} }`] : []), ...['id', 'title', 'label'].filter((name) => name in fields)];
  return operationOf(field).replace('{ __typename }', `{ ${selected.join(' ')} }`);
}

function valuesFor({ type, path }: ArgumentPlace): string[] {
  // What is posted goes into a body, whose form is a library's: a few show it.
  if (path[0] === 'input' && type !== 'ID' && type !== 'URL') return hostile.slice(0, 4);
  return type === 'ID' ? prefixes.flatMap((prefix) => hostile.map((text) => prefix + text)) : [...hostile, ...(type === 'URL' ? hostile.map((text) => `https://gateway.example/${text}`) : [])];
}

/** Names of headers that a call to an upstream has; another one was put there by somebody. */
const usual = /^(?:host|connection|accept|accept-encoding|accept-language|user-agent|(?:partner-)?authorization|content-type|content-length|transfer-encoding|x-ibm-client-id|vdab-[a-z-]+|keep-alive|cache-control|if-[a-z-]+)$/i;

function checkCalls(): number {
  let calls = 0;
  for (const { requests, definition, baseUrl } of Object.values(story.sandbox.upstreams)) {
    for (const { path, query, headers } of requests) {
      calls += 1;
      const shown = `${definition.name} ${path}?${query}`;
      expect({ shown, ok: path.startsWith(definition.basePath) || path.startsWith('/api/') }).toEqual({ shown, ok: true });
      // However often somebody decodes it on the way.
      const decoded = decodeURIComponent(decodeURIComponent(path).replaceAll(/%(?![\da-f]{2})/gi, '%25'));
      expect({ shown, segments: decoded.split(/[/\\]/).filter((segment) => ['..', 'injected', 'evil.example'].includes(segment)) }).toEqual({ shown, segments: [] });
      expect({ shown, plain: /^[\x21-\x7e]*$/.test(path + query) }).toEqual({ shown, plain: true });
      expect({ shown, named: [...new URLSearchParams(query).keys()].filter((name) => /injected|evil/i.test(name)) }).toEqual({ shown, named: [] });
      expect({ shown, host: headers.host }).toEqual({ shown, host: new URL(baseUrl).host });
      expect({ shown, headers: Object.entries(headers).filter(([name, value]) => !usual.test(name) || /[^\x20-\x7e]|injected|evil/i.test(String(value))) }).toEqual({ shown, headers: [] });
    }
    requests.length = 0;
  }
  return calls;
}

test('the schema has places for texts', () => {
  expect(places.length).toBeGreaterThan(100);
});

test.each(places.map((place) => [`${place.field}(${place.path.join('.')})`, place] as const))('%s puts nothing else than a value anywhere in a call', { timeout: 60_000 }, async (_name, place) => {
  const operation = asking(place.field);
  for (const value of valuesFor(place)) {
    const { status, errors } = await story.gateway.query(operation, variablesWith(place, value, required()));
    expect([200, 400]).toContain(status);
    expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
  }
  checkCalls();
  expect(story.gateway.logged.filter((line) => /"level":[56]0/.test(line) || line.includes('injected'))).toEqual([]);
});
