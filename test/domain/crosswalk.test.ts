import { describe, expect, test } from 'vitest';
import { eqfOfLabel, eqfOverlaps } from '../../src/domain/crosswalk/eqf.ts';
import { lcidOfLocale, localeMatches, localeOfLcid } from '../../src/domain/crosswalk/locale.ts';
import { belgianRegionOfCode, belgianSubdivisionOf, countryRegion, dutchProvinceOfLabel, dutchProvinces, nutsCovers } from '../../src/domain/crosswalk/nuts.ts';

describe('a Dutch province', () => {
  test.each([
    ['Groningen', 'NL-GR', 'NL11'],
    ['Fryslân', 'NL-FR', 'NL12'],
    ['Friesland', 'NL-FR', 'NL12'],
    ['Drenthe', 'NL-DR', 'NL13'],
    ['Overijssel', 'NL-OV', 'NL21'],
    ['Gelderland', 'NL-GE', 'NL22'],
    ['Flevoland', 'NL-FL', 'NL23'],
    ['Utrecht', 'NL-UT', 'NL35'],
    ['Noord-Holland', 'NL-NH', 'NL32'],
    ['Zuid-Holland', 'NL-ZH', 'NL36'],
    ['Zeeland', 'NL-ZE', 'NL34'],
    ['Noord-Brabant', 'NL-NB', 'NL41'],
    ['Limburg', 'NL-LI', 'NL42'],
  ])('%s is %s and %s', (label, iso, nuts) => {
    const found = dutchProvinceOfLabel(label);
    expect(found).toMatchObject({ subdivisionCode: iso, nuts: { code: nuts, level: 2, version: 2024 } });
    expect(dutchProvinceOfLabel(` ${label.toUpperCase()} `)).toEqual(found);
  });

  test('is one of twelve', () => {
    expect(dutchProvinces).toHaveLength(12);
    expect(new Set(dutchProvinces.map(({ nuts }) => nuts)).size).toBe(12);
  });

  test.each([null, '', 'Holland', 'Caribisch Nederland', 'Antwerpen'])('is not %j', (label) => {
    expect(dutchProvinceOfLabel(label)).toBeNull();
  });
});

describe('a Belgian region', () => {
  test.each([
    ['BE1', 1, 'Brussel', 'BE-BRU'],
    ['BE10', 2, null, 'BE-BRU'],
    ['BE100', 3, 'Brussel', 'BE-BRU'],
    ['BE21', 2, 'Antwerpen', 'BE-VAN'],
    ['BE211', 3, 'Antwerpen', 'BE-VAN'],
    ['BE212', 3, 'Mechelen', 'BE-VAN'],
    ['BE213', 3, 'Turnhout', 'BE-VAN'],
    ['BE22', 2, 'Limburg', 'BE-VLI'],
    ['BE223', 3, 'Tongeren', 'BE-VLI'],
    ['BE224', 3, 'Hasselt', 'BE-VLI'],
    ['BE225', 3, 'Maaseik', 'BE-VLI'],
    ['BE23', 2, 'Oost-Vlaanderen', 'BE-VOV'],
    ['BE231', 3, 'Aalst', 'BE-VOV'],
    ['BE232', 3, 'Dendermonde', 'BE-VOV'],
    ['BE233', 3, 'Eeklo', 'BE-VOV'],
    ['BE234', 3, 'Gent', 'BE-VOV'],
    ['BE235', 3, 'Oudenaarde', 'BE-VOV'],
    ['BE236', 3, 'Sint-Niklaas', 'BE-VOV'],
    ['BE24', 2, 'Vlaams-Brabant', 'BE-VBR'],
    ['BE241', 3, 'Halle-Vilvoorde', 'BE-VBR'],
    ['BE242', 3, 'Leuven', 'BE-VBR'],
    ['BE25', 2, 'West-Vlaanderen', 'BE-VWV'],
    ['BE251', 3, 'Brugge', 'BE-VWV'],
    ['BE252', 3, 'Diksmuide', 'BE-VWV'],
    ['BE253', 3, 'Ieper', 'BE-VWV'],
    ['BE254', 3, 'Kortrijk', 'BE-VWV'],
    ['BE255', 3, 'Oostende', 'BE-VWV'],
    ['BE256', 3, 'Roeselare', 'BE-VWV'],
    ['BE257', 3, 'Tielt', 'BE-VWV'],
    ['BE258', 3, 'Veurne', 'BE-VWV'],
    ['BE', 0, null, null],
    ['BE2', 1, null, null],
    ['BE32A', 3, null, null],
  ])('%s is of level %i, called %s, in %s', (code, level, label, iso) => {
    expect(belgianRegionOfCode(code)).toEqual({ code, level, version: 2021, label });
    expect(belgianSubdivisionOf(code)).toBe(iso);
  });

  test.each(['', 'B', 'be21', 'BE231A', 'NL21', 'BE 21', 'BE-VAN'])('is not %j', (code) => {
    expect(belgianRegionOfCode(code)).toBeNull();
  });
});

describe('a region of NUTS', () => {
  test.each([
    ['NL', 'NL32', true],
    ['NL3', 'NL32', true],
    ['NL32', 'NL32', true],
    ['nl32', 'NL32', true],
    ['BE2', 'BE231', true],
    ['NL31', 'NL35', true],
    ['NL33', 'NL36', true],
    ['NL31', 'NL31', false],
    ['NL321', 'NL32', false],
    ['NL33', 'NL34', false],
    ['BE', 'NL11', false],
  ])('%s covers %s: %s', (wanted, code, covers) => {
    expect(nutsCovers(wanted, code)).toBe(covers);
  });

  test('of level 0 is a country', () => {
    expect(countryRegion('DE')).toMatchObject({ code: 'DE', level: 0 });
  });
});

describe('an education level', () => {
  test.each([
    ['VMBO', 1, 2],
    ['MAVO', 1, 2],
    ['MBO', 1, 4],
    ['mbo niveau 4', 1, 4],
    ['HAVO', 4, 4],
    ['VWO', 4, 4],
    ['Associate degree', 5, 5],
    ['Graduaat', 5, 5],
    ['HBO', 6, 7],
    ['WO', 6, 7],
    ['Wetenschappelijk onderwijs', 6, 7],
    ['HBO bachelor', 6, 6],
    ['WO master', 7, 7],
    ['Doctoraal', 7, 7],
    ['Gepromoveerd', 8, 8],
  ])('%s is EQF %i to %i', (label, min, max) => {
    expect(eqfOfLabel(label)).toEqual({ min, max });
  });

  test.each([null, '', 'Rijbewijs B', 'Wonen', 'Geen', 'Vliegbrevet'])('is not told by %j', (label) => {
    expect(eqfOfLabel(label)).toBeNull();
  });

  test('is met by a level within its range, ends included', () => {
    expect([3, 4, 5, 6].map((level) => eqfOverlaps({ min: 4, max: 5 }, level))).toEqual([false, true, true, false]);
  });
});

describe('a language', () => {
  test.each([
    [1043, 'nl-NL'],
    [2067, 'nl-BE'],
    [2060, 'fr-BE'],
    [1036, 'fr-FR'],
    [1033, 'en-US'],
  ])('of LCID %i is %s', (id, locale) => {
    expect(localeOfLcid(id)).toBe(locale);
    expect(localeOfLcid(String(id))).toBe(locale);
    expect(lcidOfLocale(locale)).toBe(id);
  });

  test.each([null, undefined, '', 'x', -1, 1.5, 999_999, Number.NaN])('has no LCID %j', (id) => {
    expect(localeOfLcid(id)).toBeNull();
  });

  test('that has no LCID has none', () => {
    expect(lcidOfLocale('tlh')).toBeNull();
  });

  test.each([
    ['nl', 'nl', true],
    ['nl-BE', 'NL', true],
    ['nl', 'nl-BE', true],
    ['nl-NL', 'nl-BE', false],
    ['fr', 'nl', false],
    ['nds', 'nd', false],
  ])('%s for who wants %s: %s', (offered, wanted, serves) => {
    expect(localeMatches(offered, wanted)).toBe(serves);
  });
});
