import { readFileSync } from 'node:fs';
import { type InputValueDefinitionNode, Kind, parse, print, type TypeNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { postingChannels } from '../../../src/domain/posting/drafts.ts';
import { postingRulesOf } from '../../../src/domain/posting/posting-rules.ts';

const inputs = new Map(
  parse(readFileSync(new URL('../../../schema/posting-input.graphql', import.meta.url), 'utf8')).definitions.flatMap((definition) =>
    definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition.fields ?? []] as const] : [],
  ),
);

/** Path and type of every field of an input, also those inside objects and lists of them. */
function fieldsOf(input: string, parent = ''): string[] {
  return (inputs.get(input) ?? []).flatMap((field: InputValueDefinitionNode) => {
    const path = `${parent}${field.name.value}`;
    return [`${path}: ${print(nullable(field.type))}`, ...fieldsOf(innermost(field.type), `${path}.`)];
  });
}

function nullable(type: TypeNode): TypeNode {
  return type.kind === Kind.NON_NULL_TYPE ? type.type : type;
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type);
}

describe('the rules of a channel as they are told', () => {
  test.each(postingChannels)('%s: every path of a rule is a field, and every field is told once', (channel) => {
    const { fields, rules } = postingRulesOf(channel);
    const paths = fields.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(rules.flatMap((rule) => rule.paths).filter((path) => !paths.includes(path))).toEqual([]);
  });

  test.each([
    ['CSO', 'SaveJobInput'],
    ['ICTERGEZOCHT', 'VacancyInput'],
  ] as const)('%s: the fields are those of %s, with their types', (channel, input) => {
    const told = postingRulesOf(channel).fields.map(({ path, type }) => `${path}: ${type}`);
    expect(told.toSorted()).toEqual(fieldsOf(input).toSorted());
  });

  test.each(postingChannels)('%s: the rule on required fields names just the required ones', (channel) => {
    const { fields, rules } = postingRulesOf(channel);
    expect(rules.find(({ code }) => code === `${channel}_REQUIRED`)?.paths).toEqual(fields.filter(({ required }) => required).map(({ path }) => path));
  });

  test.each(postingChannels)('%s: every list of codes has a rule', (channel) => {
    const { fields, rules } = postingRulesOf(channel);
    const lists = new Set(fields.flatMap(({ enumeration }) => (enumeration === null ? [] : [`${channel}_UNKNOWN_${enumeration}`])));
    const codes = new Set(rules.map(({ code }) => code));
    expect([...lists].filter((code) => !codes.has(code))).toEqual([]);
  });

  test('a rule tells what it asks, how firmly, and where that is written', () => {
    const rule = postingRulesOf('CSO').rules.find(({ code }) => code === 'CSO_POSTCODE_WITH_DUTCH_REGION');
    expect(rule).toEqual({ code: 'CSO_POSTCODE_WITH_DUTCH_REGION', severity: 'ERROR', paths: ['postcode', 'regions'], description: expect.stringContaining('(CSO document, 5.10, location)'), cites: 'CSO document, 5.10, location' });
  });

  test('a field tells its type, its limit and its list', () => {
    const fields = postingRulesOf('ICTERGEZOCHT').fields;
    expect(fields.find(({ path }) => path === 'company.typeId')).toMatchObject({ type: 'Int', required: false, maxLength: null, enumeration: 'COMPANY_TYPE' });
    expect(fields.find(({ path }) => path === 'title')).toMatchObject({ type: 'String', required: true, maxLength: 255, enumeration: null });
  });
});
