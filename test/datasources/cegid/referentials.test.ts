import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cegidDefaults } from '../../../src/datasources/cegid/config.ts';
import { enumerationValue } from '../../../src/domain/enumeration.ts';
import { rejection, Site } from './site.ts';

const site = new Site();
const { data, switches } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const everything = { kinds: null, names: null };
const only = (...names: string[]) => ({ kinds: null, names });
const value = (list: string, code: string) => enumerationValue({ source: 'CEGID', kind: 'OTHER', list, code });
const fixedTerm = value('contractTypes', '_TS_CO_ContractType_CDD');

describe('enumerations', () => {
  test('are the configured referentials, in the site’s order, a call each', async () => {
    const { value: lists } = await site.open().enumerations(everything);
    expect(lists.map(({ name }) => name)).toEqual(cegidDefaults.referentials);
    for (const { name, values } of lists) expect(values.map(({ code, label }) => ({ code, label }))).toEqual(data.referentials.items(name).map(({ id, label }) => ({ code: id, label })));
    expect(site.asked()).toHaveLength(lists.length);
  });

  test('cost nothing for hours, and are served as stale for a day after the site fails', async () => {
    const upstream = site.connect();
    await site.operation(upstream).enumerations(only('countries'));
    site.clock.advance(5 * 3_600_000);
    await site.operation(upstream).enumerations(only('countries'));
    await site.operation(upstream).enumerationValue('countries', '_TS_CO_Country_Belgique');
    expect(site.asked()).toHaveLength(1);
    site.upstream.faults.add({ kind: 'html' });
    site.clock.advance(3 * 3_600_000);
    await site.operation(upstream).enumerations(only('countries'));
    await expect.poll(async () => (await site.operation(upstream).enumerations(only('countries'))).stale).toBe(true);
  });

  test('are restricted by kind and by name', async () => {
    const source = site.open();
    expect((await source.enumerations({ kinds: ['COUNTRY', 'LANGUAGE'], names: null })).value.map(({ name, kind }) => [name, kind])).toEqual([['countries', 'COUNTRY'], ['languages', 'LANGUAGE']]);
    expect((await source.enumerations({ kinds: ['REGION'], names: ['countries', 'regions'] })).value.map(({ name }) => name)).toEqual(['regions']);
    expect((await source.enumerations({ kinds: ['PAY_SCALE'], names: null })).value).toEqual([]);
    expect(site.asked()).toHaveLength(3);
  });

  test('are those of any name that the site has, when it is asked for', async () => {
    expect((await site.open().enumerations(only('civilities'))).value).toMatchObject([{ name: 'civilities', kind: 'OTHER', source: 'CEGID' }]);
  });

  test('of a name that the site lacks are none, and it is not asked again', async () => {
    const upstream = site.connect();
    await site.operation(upstream).enumerations(only('countries'));
    for (const _time of [1, 2]) expect((await site.operation(upstream).enumerations(only('payScales'))).value).toEqual([]);
    expect(site.asked()).toEqual(['/api/v1/referentials/countries', '/api/v1/referentials/payScales']);
  });

  test.each(['../token', 'a/b', '', 'countries?x=1', '.'])('of the name %j are none, without asking', async (name) => {
    expect((await site.open().enumerations(only(name))).value).toEqual([]);
    expect(await site.open().enumerationValue(name, 'x')).toBeNull();
    expect(site.upstream.requests).toEqual([]);
  });

  test('that the client may not read are left out and said so; alone they are the failure', async () => {
    site.upstream.faults.add({ kind: 'status', status: 403, path: 'skills' });
    const { value: lists } = await site.open().enumerations(only('skills', 'languages'));
    expect(lists.map(({ name }) => name)).toEqual(['languages']);
    expect(site.warnings).toEqual(['Cegid refuses the referential skills to this client; it is left out.']);
    expect(await rejection(site.open().enumerations(only('skills')))).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 403 });
  });

  test('of another shape are an invalid answer, which is not kept', async () => {
    const upstream = site.connect();
    for (const body of ['{"unexpected":true}', '[{"label":"no code"}]', '"x"']) {
      site.upstream.faults.add({ kind: 'wrong-json', body, path: 'countries', times: 1 });
      expect(await rejection(site.operation(upstream).enumerations(only('countries')))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    }
    expect((await site.operation(upstream).enumerations(only('countries'))).value).toHaveLength(1);
  });
});

describe.each([
  ['{id,label}', {}],
  ['{code,clientCode,label}', { codedValues: 'code-client-label' }],
  ['a wrapped list', { referentialAnswer: 'wrapped' }],
] as const)('a referential as %s', (_name, reading) => {
  test('has its levels', async () => {
    Object.assign(switches, reading);
    const source = site.open();
    const family = await source.enumerationValue('primaryProfiles', '_TS_metier_famille_ict');
    expect(family).toMatchObject({ kind: 'JOB_CATEGORY', parentCode: null, childCodes: ['_TS_metier_profil_dev', '_TS_metier_profil_data', '_TS_metier_profil_infra'] });
    expect(await source.enumerationValue('primaryProfiles', '_TS_metier_profil_dev')).toMatchObject({ parentCode: '_TS_metier_famille_ict', childCodes: [] });
    expect(await source.enumerationValue('primaryProfiles', '_TS_metier_profil_x')).toBeNull();
    expect(site.asked()).toHaveLength(1);
  });

  test('has translations', async () => {
    Object.assign(switches, reading);
    expect(await site.open().translations(fixedTerm, 'en-US')).toEqual([{ locale: 'en-US', text: 'Fixed term' }]);
  });
});

describe('what a value means to all sources', () => {
  test.each([
    ['countries', '_TS_CO_Country_Curacao', { countryCode: 'CW' }],
    ['countries', '_TS_CO_Country_Royaume_Uni', { countryCode: 'GB' }],
    ['regions', '_TS_CO_Region_Limbourg_BE', { countryCode: 'BE', subdivisionCode: 'BE-VLI', nuts: { code: 'BE22' } }],
    ['regions', '_TS_CO_Region_Limburg_NL', { countryCode: 'NL', subdivisionCode: 'NL-LI', nuts: { code: 'NL42' } }],
    ['regions', '_TS_CO_Region_Friesland', { subdivisionCode: 'NL-FR', nuts: { code: 'NL12', version: 2024 } }],
    ['regions', '_TS_CO_Region_Flandre', { nuts: null, subdivisionCode: null }],
    ['educationLevels', '_TS_CO_EducationLevel_Bachelier', { eqf: { min: 6, max: 6 } }],
    ['contractTypes', '_TS_CO_ContractType_CDD', { employmentType: 'TEMPORARY' }],
    ['contractTypes', '_TS_CO_ContractType_CDI', { employmentType: null }],
    ['contractTypes', '_TS_CO_ContractType_Stage', { employmentType: 'INTERN' }],
  ] as const)('%s %s', async (list, code, expected) => {
    expect(await site.open().enumerationValue(list, code)).toMatchObject(expected);
  });
});

describe('translations', () => {
  test('are every language that the site has', async () => {
    expect(await site.open().translations(fixedTerm, null)).toEqual([
      { locale: 'nl-NL', text: 'Bepaalde duur' },
      { locale: 'nl-BE', text: 'Bepaalde duur' },
      { locale: 'fr-FR', text: 'CDD' },
      { locale: 'fr-BE', text: 'CDD' },
      { locale: 'en-US', text: 'Fixed term' },
    ]);
    expect(site.asked()).toEqual(['/api/v1/referentials/contractTypes/_TS_CO_ContractType_CDD/translations']);
  });

  test('in one language are asked for by its Windows language code, whatever its key is called', async () => {
    switches.translationKey = 'languageId';
    expect(await site.open().translations(fixedTerm, 'fr-BE')).toEqual([{ locale: 'fr-BE', text: 'CDD' }]);
    expect(site.asked()).toEqual(['/api/v1/referentials/contractTypes/_TS_CO_ContractType_CDD/translations/2060']);
    expect(await site.open().translations(fixedTerm, null)).toHaveLength(5);
  });

  test('in a language of several countries are all of these', async () => {
    expect(await site.open().translations(fixedTerm, 'fr')).toEqual([{ locale: 'fr-FR', text: 'CDD' }, { locale: 'fr-BE', text: 'CDD' }]);
  });

  test('that the site does not have are none, and it is not asked again', async () => {
    const upstream = site.connect();
    await site.operation(upstream).translations(fixedTerm, 'en-US');
    site.upstream.requests.length = 0;
    for (const _time of [1, 2]) expect(await site.operation(upstream).translations(fixedTerm, 'de-DE')).toEqual([]);
    for (const _time of [1, 2]) expect(await site.operation(upstream).translations(value('countries', 'onbekend'), null)).toEqual([]);
    expect(site.asked()).toHaveLength(2);
    expect(await site.operation(upstream).translations(fixedTerm, 'xx')).toEqual([]);
  });

  test('are kept for a day', async () => {
    const upstream = site.connect();
    await site.operation(upstream).translations(fixedTerm, null);
    site.clock.advance(20 * 3_600_000);
    await site.operation(upstream).translations(fixedTerm, null);
    expect(site.asked()).toHaveLength(1);
  });

  test.each(['..', '../../../token', '.', 'a/../b'])('of the code %j are none, without asking', async (code) => {
    expect(await site.open().translations(value('countries', code), null)).toEqual([]);
    expect(site.upstream.requests).toEqual([]);
  });
});

describe('a path that the document spells in two ways', () => {
  test('is tried the other way once after a 404, for lists and for translations apart, and remembered', async () => {
    switches.referentialPath = 'plain';
    const upstream = site.connect();
    await site.operation(upstream).enumerations(only('countries'));
    await site.operation(upstream).enumerations(only('languages'));
    expect(site.asked()).toEqual(['/api/v1/referentials/countries', '/api/referentials/countries', '/api/referentials/languages']);
    site.upstream.requests.length = 0;
    await site.operation(upstream).translations(fixedTerm, 'en-US');
    await site.operation(upstream).translations(fixedTerm, 'fr-BE');
    expect(site.asked().every((call) => call.startsWith('/api/v1/referentials/contractTypes/'))).toBe(true);
    expect(site.asked()).toHaveLength(2);
  });

  test('is found out by one call where many come at once', async () => {
    switches.referentialPath = 'plain';
    const source = site.open();
    expect((await source.enumerations(everything)).value).toHaveLength(cegidDefaults.referentials.length);
    expect(site.asked()).toHaveLength(cegidDefaults.referentials.length + 1);
  });

  test('is found out by the next call where the first failed', async () => {
    switches.referentialPath = 'plain';
    site.upstream.faults.add({ kind: 'status', status: 400, path: 'referentials', times: 1 });
    const source = site.open();
    const both = await Promise.allSettled([source.enumerations(only('countries')), source.enumerations(only('languages'))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  test('is tried the other way for translations where these are spelled so', async () => {
    switches.translationsPath = 'plain';
    const upstream = site.connect();
    expect(await site.operation(upstream).translations(fixedTerm, 'en-US')).toHaveLength(1);
    await site.operation(upstream).translations(fixedTerm, 'fr-BE');
    expect(site.asked().map((call) => call.slice(0, 21))).toEqual(['/api/v1/referentials/', '/api/referentials/con', '/api/referentials/con']);
  });

  test('is not tried the other way for a failure that is no 404', async () => {
    site.upstream.faults.add({ kind: 'status', status: 400, path: 'referentials' });
    expect(await rejection(site.open().enumerations(only('countries')))).toMatchObject({ upstreamStatus: 400 });
    expect(site.asked()).toEqual(['/api/v1/referentials/countries']);
  });
});
