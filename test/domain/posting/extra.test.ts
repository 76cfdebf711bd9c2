import { describe, expect, test } from 'vitest';
import { checkJob } from '../../../src/domain/posting/check.ts';
import { mergeExtra } from '../../../src/domain/posting/cso/extra.ts';
import type { SaveJobInput } from '../../../src/domain/posting/inputs.ts';
import { jobDraftOf } from '../../../src/domain/posting/job-draft.ts';
import { goodJob, noLists, now } from './samples.ts';

const wire = { __TYPE__: 'RemoteJob', content: { __TYPE__: 'RemoteJobContent', name: 'Inspecteur', otherDetails: null }, publication: { visible: false, publicationSets: [] } };

function collisions(change: Partial<SaveJobInput>, extra: unknown): readonly string[] {
  return checkJob(jobDraftOf({ ...goodJob, ...change, extra }), noLists, now).userErrors.map(({ path }) => path.slice(1).join('.'));
}

describe('extra attributes', () => {
  test('are added deep, and what was there stays', () => {
    const { wire: merged, problems } = mergeExtra(wire, { features: { tvDistinction: 'v' }, content: { otherDetails: 'Meer', subtitle: 'x' } });
    expect(merged).toEqual({ ...wire, content: { ...wire.content, otherDetails: 'Meer', subtitle: 'x' }, features: { tvDistinction: 'v' } });
    expect(problems).toEqual([]);
  });

  test('never override, whatever their kind, and every collision is told', () => {
    const extra = { content: { name: { nl: 'Ander' } }, publication: { visible: true, publicationSets: [1] } };
    const { wire: merged, problems } = mergeExtra(wire, extra);
    expect(merged).toEqual(wire);
    expect(problems.map(({ field, code }) => [field.join('.'), code])).toEqual([
      ['extra.content.name', 'CONFLICT'],
      ['extra.publication.visible', 'CONFLICT'],
      ['extra.publication.publicationSets', 'CONFLICT'],
    ]);
    expect(mergeExtra(wire, { content: 'text' }).problems).toMatchObject([{ field: ['extra', 'content'] }]);
  });

  test('may repeat the class of an object in either spelling, and not change it', () => {
    expect(mergeExtra(wire, { __type__: 'RemoteJob', content: { __TYPE__: 'remotejobcontent', x: 1 } })).toEqual({ wire: { ...wire, content: { ...wire.content, x: 1 } }, problems: [] });
    expect(mergeExtra(wire, { __TYPE__: 'RemoteOrganisation' }).problems).toMatchObject([{ field: ['extra', '__TYPE__'] }]);
  });

  test('never name a job, even where the input names none', () => {
    const { wire: merged, problems } = mergeExtra(wire, { code: '01130-041035402768', x: 1 });
    expect(merged).toEqual({ ...wire, x: 1 });
    expect(problems).toMatchObject([{ field: ['extra', 'code'], code: 'CONFLICT' }]);
    expect(collisions({}, { code: null })).toEqual(['extra.code']);
  });

  test('do not reach what every object inherits', () => {
    const { wire: merged } = mergeExtra(wire, JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(Object.hasOwn(merged, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });

  test('are none where nothing is said, and must be an object', () => {
    expect(mergeExtra(wire, null)).toEqual({ wire, problems: [] });
    expect(mergeExtra(wire, 'x').problems).toMatchObject([{ field: ['extra'], code: 'INVALID_FORMAT' }]);
  });
});

describe('before anything is sent', () => {
  test.each([
    ['a text', {}, { content: { description: 'x' } }, 'extra.content.description'],
    ['a list', {}, { features: { featuresDetail: { regions: [] } } }, 'extra.features.featuresDetail.regions'],
    ['a part as a whole', {}, { features: { location: 'Utrecht' } }, 'extra.features.location'],
    ['the organisation', {}, { organisation: { code: '01130' } }, 'extra.organisation.code'],
    ['what applying says', {}, { features: { applicationContact: { location: { email: 'x@example.org' } } } }, 'extra.features.applicationContact.location.email'],
    ['a contact', { informationContact: { name: 'Jo', address: { city: 'Utrecht' } } }, { features: { informationContact: { location: { city: 'x' } } } }, 'extra.features.informationContact.location.city'],
    ['visibility that is false', { visible: false }, { publication: { visible: true } }, 'extra.publication.visible'],
  ])('a collision with %s is told', (_what, change, extra, path) => {
    expect(collisions(change, extra)).toEqual([path]);
  });

  test('what the input leaves out is free', () => {
    expect(collisions({}, { externalReferenceCode: 'x', content: { otherDetails: 'x' }, features: { location: { latitude: 52 }, informationContact: { name: 'Jo' }, applicationContact: { location: { phone: '1' } } } })).toEqual([]);
  });
});
