import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environmentNames } from '../../src/config.ts';
import { exampleNames } from './rules/environment-example.ts';
import { changedPaths, type Ended, ProjectCopy } from './rules/project-copy.ts';
import { root } from './rules/repository.ts';
import { addedFiles, addSixthUpstream, editedFiles, exampleTexts } from './rules/sixth-upstream.ts';

const generatedFiles = ['sandbox/upstreams.ts', 'schema.snapshot.graphql', 'src/domain/source-name.ts', 'src/generated/resolvers.ts'];

/** Asks a gateway of the copy on its own sandbox, in a process of the copy. */
const program = `
  const { startGateway } = await import('./test/support/gateway.ts');
  const gateway = await startGateway();
  const [steps] = process.argv.slice(1);
  const answers = [];
  for (const document of JSON.parse(steps)) {
    gateway.sandbox.reset();
    const { data, errors } = await gateway.query(document);
    const calls = gateway.sandbox.upstreams.jobbeurs.requests.map(({ method, path }) => method + ' ' + path);
    answers.push({ data, errors, calls });
  }
  await gateway.close();
  process.stdout.write(JSON.stringify(answers));
`;

interface Asked {
  readonly data: unknown;
  readonly errors: readonly { readonly extensions: unknown }[];
  readonly calls: readonly string[];
}

const nothing: Asked = { data: null, errors: [], calls: [] };

test('docs/add-an-upstream.md shows the files of the example, whole and as they are', () => {
  const document = readFileSync(`${root}docs/add-an-upstream.md`, 'utf8');
  const shown = [...document.matchAll(/^```(?:ts|graphql|dotenv|md)\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  expect(shown.map((block) => block.trim()).toSorted()).toEqual([...exampleTexts().values()].map((text) => text.trim()).toSorted());
});

describe('a sixth upstream', { timeout: 120_000 }, () => {
  let copy: ProjectCopy;
  beforeAll(() => {
    copy = new ProjectCopy();
  });
  afterAll(() => copy.remove());

  /** Everything but the tests. */
  function compile(): Promise<Ended> {
    writeFileSync(`${copy.root}tsconfig.example.json`, JSON.stringify({ extends: './tsconfig.json', include: ['src', 'sandbox', 'scripts', 'codegen.ts', 'test/support'] }));
    return copy.bin('tsc', '--noEmit', '-p', 'tsconfig.example.json');
  }

  async function ask(...documents: readonly string[]): Promise<readonly Asked[]> {
    const { status, output } = await copy.node('--input-type=module', '-e', program, JSON.stringify(documents));
    if (status !== 0) throw new Error(output);
    return JSON.parse(output) as readonly Asked[];
  }

  test('costs one folder, one registry line, one config section, one sandbox file, and its value and filter in the schema', async () => {
    const before = copy.tree();
    addSixthUpstream(copy.root);
    const touched = changedPaths(before, copy.tree());
    expect(touched).toEqual([...addedFiles, ...editedFiles].toSorted());
    expect(touched.filter((path) => !path.startsWith('src/datasources/jobbeurs/'))).toEqual([
      '.env.example',
      'sandbox/jobbeurs.ts',
      'schema/source.graphql',
      'schema/vacancy-filter-sources.graphql',
      'schema/vacancy-filter.graphql',
      'src/config/upstreams.ts',
      'src/datasources/index.ts',
    ]);

    expect(await copy.script('codegen:run')).toMatchObject({ status: 0 });
    expect(changedPaths(before, copy.tree())).toEqual([...touched, ...generatedFiles].toSorted());
  });

  test('compiles, and has a line in .env.example for each variable of its section', async () => {
    expect(await compile()).toEqual({ status: 0, output: '' });
    const added = exampleNames(readFileSync(`${copy.root}.env.example`, 'utf8')).filter((name) => !environmentNames.includes(name));
    expect(added).toEqual(['JOBBEURS_BASE_URL', 'JOBBEURS_API_KEY']);
  });

  test('keeps the rules of the house', async () => {
    const rules = ['floors', 'source-lists', 'schema-snapshot', 'contract', 'costs', 'descriptions', 'env-example', 'own-filters', 'upstream-names'];
    expect(await copy.bin('vitest', 'run', '--reporter=dot', ...rules.map((rule) => `test/house/${rule}.test.ts`))).toMatchObject({ status: 0 });
  });

  describe('asked over HTTP', () => {
    let answers: readonly Asked[];
    beforeAll(async () => {
      answers = await ask(
        '{ vacancies(first: 5, sources: [JOBBEURS], filter: { keywords: "utrecht", jobbeurs: { sectors: ["zorg"] } }) { totalCount nodes { id title publishedOn location { city } } sources { source status } } }',
        '{ vacancies(first: 8) { nodes { source } } }',
        '{ nodes(ids: ["jobbeurs:vacancy:1003", "jobbeurs:vacancy:1", "jobbeurs:vacancy:1001"]) { id ... on Vacancy { title } } }',
        '{ sources { source name configured capabilities filters attribution } }',
        '{ vacancies(filter: { jobbeurs: { sectors: ["zorg", "Z 1"] } }) { nodes { id } } }',
      );
    }, 60_000);

    test('finds by the unified filter and its own, in one call', () => {
      const [{ data, errors, calls } = nothing] = answers;
      expect(errors).toEqual([]);
      expect(calls).toEqual(['GET /v1/vacatures']);
      expect(data).toMatchObject({ vacancies: { totalCount: expect.any(Number), sources: [{ source: 'JOBBEURS', status: 'OK' }] } });
      const found = { id: expect.stringMatching(/^jobbeurs:vacancy:1\d{3}$/), title: 'Verpleegkundige', publishedOn: expect.stringMatching(/^2026-01-/), location: { city: 'Utrecht' } };
      expect(nodesOf(data).length).toBeGreaterThan(0);
      expect(nodesOf(data)).toEqual(nodesOf(data).map(() => found));
    });

    test('takes its turn among the others', () => {
      expect(nodesOf(answers[1]?.data)).toEqual(['CSO', 'VDAB', 'CEGID', 'JOBBEURS', 'CSO', 'VDAB', 'CEGID', 'JOBBEURS'].map((source) => ({ source })));
    });

    test('gives vacancies by their ids in one call, null for one that it does not have', () => {
      expect(answers[2]).toEqual({
        data: { nodes: [{ id: 'jobbeurs:vacancy:1003', title: expect.any(String) }, null, { id: 'jobbeurs:vacancy:1001', title: expect.any(String) }] },
        errors: [],
        calls: ['GET /v1/vacatures'],
      });
    });

    test('says of itself what it can do', () => {
      const info = { source: 'JOBBEURS', name: 'Jobbeurs', configured: true, capabilities: ['vacancies.byIds', 'vacancies.search'], filters: ['keywords'], attribution: 'Bron: Jobbeurs' };
      expect(answers[3]?.data).toEqual({ sources: expect.arrayContaining([info]) });
    });

    test('refuses its own filter where it is wrong, before anything is asked', () => {
      expect(answers[4]?.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'filter.jobbeurs.sectors.1' } }]);
      expect(answers[4]?.calls).toEqual([]);
    });
  });

  test('does not compile without its registry line, its section or its sandbox file', async () => {
    const without = (file: string, pattern: RegExp) => writeFileSync(`${copy.root}${file}`, readFileSync(`${copy.root}${file}`, 'utf8').replace(pattern, ''));
    without('src/datasources/index.ts', /^.*JOBBEURS.*\n/m);
    without('src/config/upstreams.ts', /^ {2}JOBBEURS: [\s\S]*?^ {2}}\),\n/m);
    rmSync(`${copy.root}sandbox/jobbeurs.ts`);
    const { status, output } = await compile();
    expect(status).not.toBe(0);
    expect(output).toMatch(/^src\/datasources\/connect\.ts.*JOBBEURS/m);
    expect(output).toMatch(/^src\/config\/upstreams\.ts.*JOBBEURS/m);
    expect(output).toMatch(/^sandbox\/upstreams\.ts.*jobbeurs\.ts/m);
  });
});

function nodesOf(data: unknown): readonly unknown[] {
  return (data as { vacancies: { nodes: readonly unknown[] } }).vacancies.nodes;
}
