import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { on, publish, publishInput, type PostingStory, startStory, truth } from './story.ts';

const read = 'query ($id: ID!) { vacancy(id: $id) { title status nativeStatus publishedOn location { city countryCode } } }';
const insights = (story: PostingStory) => story.sandbox.upstreams.ictergezocht.count('GET', /vacancy\/insight/);

async function posted(story: PostingStory, reference = 'R-1') {
  const input = publishInput(reference);
  const { vacancyId } = on('ICTERGEZOCHT', await publish(story, { ...input, ictergezocht: { ...input.ictergezocht, location: '3511 AA' } }, `key ${reference}`, ['ICTERGEZOCHT']));
  return String(vacancyId);
}

describe.each(storeEngines)('a vacancy of ICTerGezocht, on $engine', (engine) => {
  test('is completed by what the insights tell of it', async () => {
    await using story = await startStory(engine);
    const id = await posted(story);
    const [truly] = truth(story.sandbox, 'R-1').board;
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(truly?.postedMs);
    const { data, errors } = await story.gateway.query(read, { id });
    expect(errors).toEqual([]);
    expect(data).toEqual({ vacancy: { title: 'Beheerder netwerken', status: 'PUBLISHED', nativeStatus: '1', publishedOn: day, location: { city: 'Utrecht', countryCode: expect.anything() } } });
  });

  test.each([
    ['fail', { kind: 'status', status: 403 }],
    ['hang', { kind: 'hang' }],
    ['have no such form', { kind: 'wrong-json' }],
  ] as const)('is as it was sent where the insights %s', async (_, fault) => {
    await using story = await startStory(engine, { SOURCE_TIMEOUT_MS: '500', OPERATION_TIMEOUT_MS: '2000' });
    const id = await posted(story);
    story.sandbox.upstreams.ictergezocht.faults.add({ ...fault, path: 'insight' });
    const { data, errors } = await story.gateway.query(read, { id });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ vacancy: { title: 'Beheerder netwerken', status: 'PUBLISHED', nativeStatus: null, publishedOn: null, location: { city: '3511 AA' } } });
  });

  test('is as it was sent while the insights do not show it yet', async () => {
    await using story = await startStory(engine);
    story.sandbox.definitions.ictergezocht.switches.insightLagMs = 3_600_000;
    expect((await story.gateway.query(read, { id: await posted(story) })).data).toMatchObject({ vacancy: { status: 'PUBLISHED', nativeStatus: null } });
  });

  test('costs no reading of the insights where nothing that they tell is selected', async () => {
    await using story = await startStory(engine);
    const id = await posted(story);
    const before = insights(story);
    expect((await story.gateway.query('query ($id: ID!) { vacancy(id: $id) { title url references { value } } }', { id })).data).not.toBeNull();
    expect(insights(story)).toBe(before);
  });

  test('shares one reading of the insights with the operation’s others', async () => {
    await using story = await startStory(engine);
    const ids = [await posted(story, 'R-1'), await posted(story, 'R-2')];
    const at = insights(story);
    await story.gateway.query(read, { id: ids[1] });
    const pages = insights(story) - at;
    const { data } = await story.gateway.query('query ($a: ID!, $b: ID!) { a: vacancy(id: $a) { nativeStatus } b: vacancy(id: $b) { nativeStatus } again: vacancy(id: $a) { publishedOn } }', { a: ids[0], b: ids[1] });
    expect(data).toMatchObject({ a: { nativeStatus: '1' }, b: { nativeStatus: '1' } });
    expect(insights(story) - at).toBe(2 * pages);
  });
});
