import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();

interface Value {
  readonly id: string;
  readonly code: string;
  readonly label: string | null;
  readonly parent?: { readonly code: string } | null;
  readonly children?: readonly { readonly code: string }[] | null;
}
interface Lists {
  readonly enumerations: {
    readonly nodes: readonly { readonly source: string; readonly kind: string; readonly name: string; readonly values: readonly Value[]; readonly fetchedAt?: string }[];
    readonly sources: readonly { readonly source: string; readonly status: string; readonly totalCount: number | null; readonly error?: { readonly code: string } | null }[];
  };
}

function value(id: string, fields: string): Promise<{ readonly enumerationValue: Value | null }> {
  return story.data(`query($id: ID!) { enumerationValue(id: $id) { ${fields} } }`, { id });
}

describe('the lists of all sources', () => {
  test('CSO’s thirteen, Cegid’s and ICTerGezocht’s two, each with its values in the source’s order', async () => {
    const { enumerations } = await story.data<Lists>('{ enumerations { nodes { source kind name values { id code label } } sources { source status totalCount } } }');
    expect(enumerations.sources.map(({ source, status }) => [source, status])).toEqual([['CSO', 'OK'], ['ICTERGEZOCHT', 'OK'], ['CEGID', 'OK']]);
    const { cso, cegid, ictergezocht } = story.sandbox.definitions;
    for (const [name, list] of Object.entries(cso.data.enumerations)) {
      const found = enumerations.nodes.find((one) => one.source === 'CSO' && one.name === name);
      expect(found?.values.map(({ code, label }) => [code, label])).toEqual(list.all().map(({ code, label }) => [code, label]));
      expect(found?.values[0]?.id).toBe(`cso:enumeration:${name}/${list.all()[0]?.code}`);
    }
    for (const { name, values } of enumerations.nodes.filter(({ source }) => source === 'CEGID')) {
      expect(values.map(({ code, label }) => [code, label])).toEqual(cegid.data.referentials.named(name)?.items.map(({ id, label }) => [id, label]));
    }
    const listed = (kind: string) => enumerations.nodes.find((one) => one.source === 'ICTERGEZOCHT' && one.kind === kind)?.values.map(({ code, label }) => [code, label]);
    expect(listed('COMPANY_TYPE')).toEqual(ictergezocht.data.companyTypes.map(({ id, name }) => [String(id), name]));
    expect(listed('USER_FUNCTION')).toEqual(ictergezocht.data.userFunctions.map(({ id, name }) => [String(id), name]));
  });

  test('are kept for hours: a second operation costs no call', async () => {
    const gateway = await story.cold();
    const document = '{ enumerations { nodes { name values { code label parent { code } children { code } } } } }';
    const first = await dataOf(gateway, document);
    for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
    story.sandbox.clock.advance(60 * 60_000);
    expect(await dataOf(gateway, document)).toEqual(first);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('by kind and by name', async () => {
    const { enumerations } = await story.data<Lists>('{ enumerations(kinds: [CONTRACT_TYPE, COMPANY_TYPE]) { nodes { source kind name values { code } } sources { source status } } }');
    expect(enumerations.nodes.map(({ source, kind }) => [source, kind])).toEqual([['CSO', 'CONTRACT_TYPE'], ['ICTERGEZOCHT', 'COMPANY_TYPE'], ['CEGID', 'CONTRACT_TYPE']]);
    const named = await story.data<Lists>('{ enumerations(names: ["regions"], sources: [CSO]) { nodes { name values { code } } sources { source } } }');
    expect(named.enumerations.nodes.map(({ name }) => name)).toEqual(['regions']);
    expect((await story.data<Lists>('{ enumerations(names: ["no such list"]) { nodes { name values { code } } sources { source } } }')).enumerations.nodes).toEqual([]);
  });

  test('a source that is down costs its own lists and is named', async () => {
    const gateway = await story.cold();
    await story.sandbox.upstreams.ictergezocht.stop();
    const { enumerations } = await dataOf<Lists>(gateway, '{ enumerations { nodes { source name values { code } } sources { source status error { code } } } }');
    expect(enumerations.sources.map(({ source, status }) => [source, status])).toEqual([['CSO', 'OK'], ['ICTERGEZOCHT', 'FAILED'], ['CEGID', 'OK']]);
    expect(new Set(enumerations.nodes.map(({ source }) => source))).toEqual(new Set(['CSO', 'CEGID']));
  });

  test('a source without lists says that it has none when it is asked by name', async () => {
    const { enumerations } = await story.data<Lists>('{ enumerations(sources: [VDAB]) { nodes { name values { code } } sources { source status error { code } } } }');
    expect(enumerations).toEqual({ nodes: [], sources: [{ source: 'VDAB', status: 'SKIPPED', error: { code: 'UNSUPPORTED_BY_SOURCE' } }] });
  });
});

describe('a value', () => {
  test('stands between its parent and its children', async () => {
    const { enumerationValue } = await value('cso:enumeration:regions/BRG.0226', 'code parent { code parent { code } } children { code label }');
    expect(enumerationValue).toEqual({
      code: 'BRG.0226',
      parent: { code: 'BRG.02', parent: null },
      children: [{ code: 'BRG.0228', label: 'Bonaire' }, { code: 'BRG.0230', label: 'Saba' }, { code: 'BRG.0232', label: 'Sint Eustatius' }],
    });
    const profile = await value('cegid:enumeration:primaryProfiles/_TS_metier_profil_data', 'code parent { code children { code } }');
    expect(profile.enumerationValue?.parent).toEqual({
      code: '_TS_metier_famille_ict',
      children: [{ code: '_TS_metier_profil_dev' }, { code: '_TS_metier_profil_data' }, { code: '_TS_metier_profil_infra' }],
    });
  });

  test('means what it means elsewhere: NUTS and ISO codes of regions, EQF levels of education, employment types of contracts, amounts of scales', async () => {
    expect((await value('cso:enumeration:regions/BRG.0202', 'label nuts { code level version } countryCode subdivisionCode')).enumerationValue).toEqual({ label: 'Friesland', nuts: { code: 'NL12', level: 2, version: 2024 }, countryCode: 'NL', subdivisionCode: 'NL-FR' });
    expect((await value('cso:enumeration:regions/BE', 'countryCode nuts { code level } subdivisionCode')).enumerationValue).toEqual({ countryCode: 'BE', nuts: { code: 'BE', level: 0 }, subdivisionCode: null });
    expect((await value('cso:enumeration:educationLevels/CWD.08', 'label eqfMin eqfMax')).enumerationValue).toEqual({ label: 'HBO', eqfMin: 6, eqfMax: 7 });
    expect((await value('cso:enumeration:contractTypes/CSD.06', 'employmentType')).enumerationValue).toEqual({ employmentType: 'INTERN' });
    const scale = story.sandbox.definitions.cso.data.enumerations.payScales.all()[3];
    expect((await value(`cso:enumeration:payScales/${scale?.code}`, 'salaryScale salaryMin salaryMax displayOrder')).enumerationValue).toEqual({
      salaryScale: scale?.payScale?.scale,
      salaryMin: scale?.payScale?.salaryMin,
      salaryMax: scale?.payScale?.salaryMax,
      displayOrder: scale?.payScale?.displayOrder,
    });
  });

  test('codes are case-sensitive, and an unknown code or list is null', async () => {
    expect((await value('cso:enumeration:drivingLicences/a', 'label')).enumerationValue).toEqual({ label: 'A' });
    expect((await value('cso:enumeration:drivingLicences/A1', 'label')).enumerationValue).toEqual({ label: 'A1' });
    for (const id of ['cso:enumeration:drivingLicences/A', 'cso:enumeration:regions/BRG.9999', 'cso:enumeration:nothing/1', 'cegid:enumeration:countries/none', 'ictergezocht:enumeration:companyTypes/999', 'cso:enumeration:regions']) {
      expect((await value(id, 'label')).enumerationValue).toBeNull();
    }
  });
});

describe('translations', () => {
  const id = 'cegid:enumeration:contractTypes/_TS_CO_ContractType_Interim';

  test('are fetched only when they are selected', async () => {
    const gateway = await story.cold();
    await dataOf(gateway, 'query($id: ID!) { enumerationValue(id: $id) { code label } }', { id });
    expect(callsOf(story.sandbox)).toEqual({ 'cegid POST api/token': 1, 'cegid GET api/v1/referentials/contractTypes': 1 });
  });

  test('come in every language of the site, by BCP 47, and are kept', async () => {
    const gateway = await story.cold();
    const document = 'query($id: ID!) { enumerationValue(id: $id) { translations { locale text } } }';
    const expected = [['nl-NL', 'Uitzendwerk'], ['nl-BE', 'Uitzendwerk'], ['fr-FR', 'Intérim'], ['fr-BE', 'Intérim'], ['en-US', 'Agency work']];
    for (let turn = 0; turn < 2; turn += 1) {
      const { enumerationValue } = await dataOf<{ enumerationValue: { translations: { locale: string; text: string }[] } }>(gateway, document, { id });
      expect(enumerationValue.translations.map(({ locale, text }) => [locale, text]).toSorted()).toEqual(expected.toSorted());
    }
    const calls = callsOf(story.sandbox);
    expect(calls[`cegid GET api/v1/referentials/contractTypes/${id.split('/')[1]}/translations`]).toBe(1);
  });

  test('a label in a language that is wanted, else the source’s own', async () => {
    const { enumerationValue } = await story.data<{ enumerationValue: unknown }>(
      'query($id: ID!) { enumerationValue(id: $id) { own: label fr: label(locale: "fr-BE") french: label(locale: "fr") en: label(locale: "en-US") dutch: label(locale: "nl") german: label(locale: "de-DE") } }',
      { id },
    );
    expect(enumerationValue).toEqual({ own: 'Uitzendwerk', fr: 'Intérim', french: 'Intérim', en: 'Agency work', dutch: 'Uitzendwerk', german: 'Uitzendwerk' });
  });

  test('of a source with one language are null, and its labels are in that', async () => {
    const { enumerationValue } = await story.data<{ enumerationValue: unknown }>('{ enumerationValue(id: "cso:enumeration:regions/BRG.0204") { translations { text } label(locale: "fr-BE") } }');
    expect(enumerationValue).toEqual({ translations: null, label: 'Groningen' });
  });
});
