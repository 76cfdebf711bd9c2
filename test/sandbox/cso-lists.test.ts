import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CsoCaller, at, object, record, records } from './cso-caller.ts';

const caller = new CsoCaller();
const { cso } = caller;

beforeAll(() => caller.upstream.start());
afterAll(() => caller.upstream.stop());
beforeEach(() => caller.upstream.reset());

describe('lists', () => {
  test('there are thirteen enumerations, nested through children', async () => {
    const { result } = await caller.call('getJobEnumerations');
    const { __type__, ...lists } = record(result);
    expect(__type__).toBe('fly.cso.api.v1.data.job.RemoteJobEnumerations');
    expect(Object.keys(lists)).toHaveLength(13);
    const [netherlands, belgium] = records(lists['regions']);
    expect(records(netherlands?.['children']).map((each) => each['label'])).toContain('Friesland');
    expect(belgium).toEqual({ __type__: 'fly.cso.domain.enumerations.Region', ID: expect.any(Number), label: 'België', code: 'BE' });
  });

  test('a pay scale has a code of eight characters, its salaries and its place', async () => {
    const { result } = await caller.call('getJobEnumerations');
    for (const scale of records(at(result, 'payScales'))) {
      expect(scale).toMatchObject({ ID: expect.any(Number), code: expect.stringMatching(/^[A-Z0-9]{8}$/) });
      for (const key of ['scale', 'salaryMin', 'salaryMax', 'displayOrder']) expect(scale[key]).toBeTypeOf('number');
    }
    cso.switches.payScaleId = 'code';
    const [scale] = records(at((await caller.call('getJobEnumerations')).result, 'payScales'));
    expect(scale?.['ID']).toBe(scale?.['code']);
  });

  test('sixty organisations come with slug, abbreviation and HPK days', async () => {
    const organisations = records((await caller.call('getOrganisations')).result);
    expect(organisations).toHaveLength(60);
    expect(organisations[1]).toEqual({
      __type__: 'fly.cso.api.v1.data.job.RemoteOrganisation',
      name: 'Algemene Rekenkamer',
      code: '01020',
      abbreviation: 'AR',
      slug: 'algemene-rekenkamer',
      HPKdays: 5,
    });
    cso.switches.organisationSector = true;
    expect(records((await caller.call('getOrganisations')).result)[1]).toMatchObject({ sector: { code: 'SEC.02', name: 'Rijksoverheid' } });
  });

  test.each([
    [{}, 60],
    [{ levels: ['3'] }, 1],
    [{ levels: [] }, 60],
    [{ organisation: object('RemoteOrganisation', { code: '01100' }) }, 1],
    [{ organisation: object('RemoteOrganisation', { code: '01100' }), includeSubOrganisations: true }, 3],
    [{ organisation: object('RemoteOrganisation', { code: '01900' }), includeSubOrganisations: true }, 3],
    [{ sector: object('RemoteSector', { code: 'SEC.06' }) }, 12],
    [{ sector: object('RemoteSector', { code: 'SEC.06' }), levels: ['2'] }, 0],
  ])('the organisation filter %j takes %i', async (filter, count) => {
    const { result } = await caller.call('getOrganisationsWithFilter', { filter: object('RemoteOrganisationFilter', filter) });
    expect(records(result)).toHaveLength(count);
  });

  test.each([
    [{ levels: ['9'] }],
    [{ levels: '1' }],
    [{ organisation: object('RemoteOrganisation', { code: '99999' }) }],
    [{ sector: object('RemoteSector') }],
    [{ includeSubOrganisations: 'yes' }],
  ])('the organisation filter %j is refused', async (filter) => {
    expect((await caller.call('getOrganisationsWithFilter', { filter: object('RemoteOrganisationFilter', filter) })).status).toBe(400);
  });
});
