import { expect, test } from 'vitest';
import { variablesText } from '../../../src/server/graphql/known/variables-text.ts';

test('variables have a text of their own', () => {
  const all = ['{}', '{"a":null}', '{"a":"null"}', '{"a":0}', '{"a":[null,{"b":1.5}]}', '{"a":-1e300}'];
  expect(all.map((json) => variablesText(JSON.parse(json)))).toEqual(['{}', '{"a":null}', '{"a":"null"}', '{"a":0}', '{"a":[null,{"b":1.5}]}', '{"a":-1e+300}']);
});

test.each(['{"a":1e999}', '{"a":[{"b":-1e999}],"c":null}'])('but for %s, which would have the text of a null', (json) => {
  expect(variablesText(JSON.parse(json))).toBeNull();
});
