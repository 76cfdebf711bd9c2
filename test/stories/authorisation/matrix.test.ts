import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, isLeafType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { demoClientIds, demoClients } from '../../../sandbox/clients.ts';
import { readSchema } from '../../../src/schema.ts';
import { as } from '../../support/clients.ts';
import { useStory } from '../../support/story.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { rootFields } from './root-fields.ts';

const schema = buildSubgraphSchema([{ typeDefs: readSchema() }]);
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => (type ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, kind: type.name.toLowerCase(), field })) : []));
const everybodys = ['vacancies:read', 'organisations:read', 'enumerations:read'];
const story = useStory({ scale: 0.05, clients: 'demo', environment: { ANONYMOUS_SCOPES: everybodys.join(' ') } });

/** A caller's scopes are its own and those of callers without a key. */
function scopesOf(client: (typeof demoClientIds)[number] | null): ReadonlySet<string> {
  return new Set([...everybodys, ...(demoClients().clients.find(({ id }) => id === client)?.scopes ?? [])]);
}

function isAllowed(name: string, client: (typeof demoClientIds)[number] | null): boolean {
  const needs = rootFields[name]?.needs ?? null;
  return needs === null || needs.some((alternative) => alternative.every((scope) => scopesOf(client).has(scope)));
}

test('every root field has its place in the matrix', () => {
  expect(roots.map(({ name }) => name).toSorted()).toEqual(Object.keys(rootFields).toSorted());
});

test('the demo’s clients each have something that another has not', () => {
  const allowed = [...demoClientIds, null].map((client) => roots.filter(({ name }) => isAllowed(name, client)).length);
  expect(new Set(allowed).size).toBeGreaterThanOrEqual(4);
});

describe.each([...demoClientIds, null])('a request by %s', (client) => {
  const asked = roots.filter(({ kind }) => kind !== 'subscription');

  test.each(asked.map((root) => ({ ...root, verdict: isAllowed(root.name, client) ? 'allowed' : 'refused' })))('for $name is $verdict', async ({ name, kind, field, verdict }) => {
    const { args } = rootFields[name] ?? {};
    const selects = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
    const { status, data, errors } = await story.gateway.query<{ asked: unknown }>(`${kind} { asked: ${field.name}${args === undefined ? '' : `(${args})`} ${selects} }`, {}, as(client));
    const forbidden = errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN' || extensions.code === 'UNAUTHENTICATED');
    // What a source thinks of the arguments is another matter.
    expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
    const seen = { forbidden: forbidden.map(({ path, extensions }) => ({ path, missing: extensions['missing'] })), ...(verdict === 'refused' && { status, data, calls: callsOf(story.sandbox) }) };
    const missing = rootFields[name]?.needs?.[0]?.filter((scope) => !scopesOf(client).has(scope));
    expect(seen).toEqual(verdict === 'allowed' ? { forbidden: [] } : { forbidden: [{ path: ['asked'], missing }], status: 200, data: { asked: null }, calls: {} });
  });
});

describe.each([...demoClientIds, null])('a subscription by %s', (client) => {
  const heard = roots.filter(({ kind }) => kind === 'subscription');

  test.each(heard.map((root) => ({ ...root, verdict: isAllowed(root.name, client) ? 'allowed' : 'refused' })))('to $name is $verdict', async ({ name, field, verdict }) => {
    const { args } = rootFields[name] ?? {};
    const leaving = new AbortController();
    const response = await fetch(`${story.gateway.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...as(client).headers },
      body: JSON.stringify({ query: `subscription { asked: ${field.name}${args === undefined ? '' : `(${args})`} { __typename } }` }),
      signal: leaving.signal,
    });
    // A stream that is refused ends by itself; one that is not goes on without a word about scopes.
    const text = verdict === 'refused' ? await response.text() : '';
    leaving.abort();
    expect(response.ok || verdict === 'refused').toBe(true);
    expect(text.includes('FORBIDDEN')).toBe(verdict === 'refused');
    expect(callsOf(story.sandbox)).toEqual({});
  });
});
