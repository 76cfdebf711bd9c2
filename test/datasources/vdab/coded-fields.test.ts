import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Vacancy } from '../../../src/domain/vacancy.ts';
import { firstVacancy, someVacancies, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.reset());

/** The vacancies as an operation of a cold process reads them. */
async function read(ids: readonly string[]): Promise<Vacancy[]> {
  const operation = world.key().operation();
  const found = await Promise.all(ids.map((id) => operation.vacancyById(id)));
  return found.flatMap(({ value }) => value ?? []);
}

/** Everything but what only labels tell (themselves, and the level that one names) and what is VDAB's own object. */
function withoutLabels(vacancy: Vacancy): unknown {
  return JSON.parse(JSON.stringify(vacancy, (name, value: unknown) => (['label', 'eqf', 'raw'].includes(name) ? null : value)));
}

it('codes are the same whether VDAB sends them bare or with labels', async () => {
  const ids = someVacancies(world, 200).map(({ id }) => id);
  const bare = await read(ids);
  world.vdab.switches.codedFields = 'object';
  const labelled = await read(ids);
  expect(labelled.map(withoutLabels)).toEqual(bare.map(withoutLabels));
  expect(bare).toHaveLength(200);
  expect(labelled.every(({ fields, functions, experience }) => [...fields, ...functions, ...(experience === null ? [] : [experience])].every(({ label }) => label !== null))).toBe(true);
  expect(bare.some(({ functions }) => functions.some(({ label }) => label !== null))).toBe(false);
  const levels = labelled.flatMap(({ education }) => education.map(({ value, eqf }) => [value.label, eqf?.min ?? null]));
  expect(levels).toContainEqual(['Master', 7]);
  expect(levels).toContainEqual(['Secundair onderwijs', null]);
});

it.each(['uuid', 'number'] as const)('a group of duplicates has its parent, and its members where they are told by %s', async (reading) => {
  world.vdab.switches.dubbelIds = reading;
  const member = firstVacancy(world, ({ id, document }) => document.status === 'GEPUBLICEERD' && document.dubbels !== undefined && document.dubbels.parentUuid !== id);
  const parentUuid = member.document.dubbels?.parentUuid ?? '';
  const [found, parent] = await read([member.id, parentUuid]);
  expect(found?.duplicateOfId).toBe(parentUuid);
  expect(found?.duplicateIds).toEqual(reading === 'uuid' ? member.document.dubbels?.dubbelIds : []);
  expect(parent).toMatchObject({ sourceId: parentUuid, duplicateOfId: null });
});
