import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

describe('references that a router sends', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  function entities(representations: readonly unknown[]) {
    return gateway.query<{ _entities: readonly unknown[] }>(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Vacancy { id title } } }',
      { representations },
    );
  }

  function publishedId(): string {
    const published = gateway.sandbox.definitions.vdab.data.vacancies.find(({ document }) => document.status === 'GEPUBLICEERD');
    return `vdab:vacancy:${published?.id}`;
  }

  test.each([
    ['no key', {}],
    ['a key that is a number', { id: 1 }],
    ['a malformed id', { id: 'vdab' }],
    ['the id of another kind of thing', { id: 'cso:organisation:01130' }],
    ['a source that there is not', { id: 'monsterboard:vacancy:1' }],
  ])('with %s are BAD_USER_INPUT that names the argument, and nothing is asked of an upstream', async (_, key) => {
    gateway.sandbox.reset();
    const { data, errors } = await entities([{ __typename: 'Vacancy', ...key }]);
    expect(data).toEqual({ _entities: [null] });
    expect(errors).toEqual([expect.objectContaining({ path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT', argument: 'representations.id' } })]);
    expect(Object.values(gateway.sandbox.upstreams).flatMap(({ requests }) => requests)).toEqual([]);
  });

  test('that cannot be read cost their own rows', async () => {
    const { data, errors } = await entities([{ __typename: 'Vacancy' }, { __typename: 'Vacancy', id: publishedId() }]);
    expect(data).toEqual({ _entities: [null, expect.objectContaining({ id: publishedId() })] });
    expect(errors).toHaveLength(1);
  });

  test('to a thing that is gone are null without an error, beside the others', async () => {
    const id = publishedId();
    const { data, errors } = await entities([
      { __typename: 'Vacancy', id: 'vdab:vacancy:00000000-0000-4000-8000-000000000000' },
      { __typename: 'Vacancy', id },
    ]);
    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: [null, { __typename: 'Vacancy', id, title: expect.stringMatching(/./) }] });
  });
});
