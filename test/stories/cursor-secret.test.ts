import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { cursorSecretOf } from '../../src/server/cursor-secret.ts';
import { dataOf, useStory } from '../support/story.ts';
import type { TestGateway } from '../support/gateway.ts';

const story = useStory();

const configured = (password: string) => readConfig({ CSO_USERNAME: 'someone', CSO_PASSWORD: password });

test('a guess of the credentials that seal cursors costs time, so that a cursor does not give a password away', () => {
  const config = configured('summer2026');
  cursorSecretOf(config);
  const before = process.cpuUsage();
  const guesses = ['spring2026', 'autumn2026'].map((password) => cursorSecretOf(configured(password)));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000 / guesses.length).toBeGreaterThan(10);
  expect(new Set([...guesses, cursorSecretOf(config)]).size).toBe(3);
  expect(cursorSecretOf(configured('summer2026'))).toBe(cursorSecretOf(config));
});

test('a secret that is set is used as it is', () => {
  expect(cursorSecretOf({ ...configured('summer2026'), cursorSecret: 'a secret of sixteen' })).toBe('a secret of sixteen');
});

test('replicas with the same credentials open each other’s cursors, and no others do', async () => {
  interface Page {
    readonly vacancies: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: { readonly endCursor: string } };
  }
  const page = 'query ($after: String) { vacancies(first: 2, after: $after, sources: [VDAB]) { nodes { id } pageInfo { endCursor } } }';
  const read = (gateway: TestGateway, after: string | null) => dataOf<Page>(gateway, page, { after });
  const { vacancies: first } = await read(story.gateway, null);
  const after = first.pageInfo.endCursor;
  const { vacancies: second } = await read(await story.cold(), after);
  expect(second.nodes).toEqual((await read(story.gateway, after)).vacancies.nodes);
  const other = await story.cold({ CURSOR_SECRET: 'a secret of sixteen' });
  expect((await other.query(page, { after })).errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
