/** A region of the EU's Nomenclature of Territorial Units for Statistics. */
export interface NutsRegion {
  readonly code: string;
  /** 0 for a country, 1 to 3 below it: the length of the code less two. */
  readonly level: number;
  /** The year of the nomenclature. */
  readonly version: number;
  readonly label: string | null;
}

interface Province {
  readonly label: string;
  readonly iso: string;
  readonly nuts: string;
  /** Other names, and codes of earlier versions. */
  readonly names?: readonly string[];
  readonly formerNuts?: string;
}

/** Provinces with their ISO 3166-2 code and NUTS 2 code of 2024. */
export const dutchProvinces: readonly Province[] = [
  { label: 'Groningen', iso: 'NL-GR', nuts: 'NL11' },
  { label: 'Fryslân', iso: 'NL-FR', nuts: 'NL12', names: ['Friesland'] },
  { label: 'Drenthe', iso: 'NL-DR', nuts: 'NL13' },
  { label: 'Overijssel', iso: 'NL-OV', nuts: 'NL21' },
  { label: 'Gelderland', iso: 'NL-GE', nuts: 'NL22' },
  { label: 'Flevoland', iso: 'NL-FL', nuts: 'NL23' },
  { label: 'Utrecht', iso: 'NL-UT', nuts: 'NL35', formerNuts: 'NL31' },
  { label: 'Noord-Holland', iso: 'NL-NH', nuts: 'NL32' },
  { label: 'Zuid-Holland', iso: 'NL-ZH', nuts: 'NL36', formerNuts: 'NL33' },
  { label: 'Zeeland', iso: 'NL-ZE', nuts: 'NL34' },
  { label: 'Noord-Brabant', iso: 'NL-NB', nuts: 'NL41' },
  { label: 'Limburg', iso: 'NL-LI', nuts: 'NL42' },
];

/** Flemish provinces and Brussels, NUTS 2 (Brussels NUTS 1), with ISO 3166-2. */
const belgianRegions: Readonly<Record<string, { label: string; iso: string }>> = {
  BE1: { label: 'Brussel', iso: 'BE-BRU' },
  BE21: { label: 'Antwerpen', iso: 'BE-VAN' },
  BE22: { label: 'Limburg', iso: 'BE-VLI' },
  BE23: { label: 'Oost-Vlaanderen', iso: 'BE-VOV' },
  BE24: { label: 'Vlaams-Brabant', iso: 'BE-VBR' },
  BE25: { label: 'West-Vlaanderen', iso: 'BE-VWV' },
};

/** NUTS 3 of Flanders and Brussels, version 2021. */
const belgianDistricts: Readonly<Record<string, string>> = {
  BE100: 'Brussel',
  BE211: 'Antwerpen',
  BE212: 'Mechelen',
  BE213: 'Turnhout',
  BE223: 'Tongeren',
  BE224: 'Hasselt',
  BE225: 'Maaseik',
  BE231: 'Aalst',
  BE232: 'Dendermonde',
  BE233: 'Eeklo',
  BE234: 'Gent',
  BE235: 'Oudenaarde',
  BE236: 'Sint-Niklaas',
  BE241: 'Halle-Vilvoorde',
  BE242: 'Leuven',
  BE251: 'Brugge',
  BE252: 'Diksmuide',
  BE253: 'Ieper',
  BE254: 'Kortrijk',
  BE255: 'Oostende',
  BE256: 'Roeselare',
  BE257: 'Tielt',
  BE258: 'Veurne',
};

const dutchVersion = 2024;
const belgianVersion = 2021;

/** NUTS and ISO codes of a Dutch province by its label, null where it is none. */
export function dutchProvinceOfLabel(label: string | null): { nuts: NutsRegion; subdivisionCode: string } | null {
  const wanted = label?.trim().toLowerCase();
  const province = dutchProvinces.find((one) => [one.label, ...(one.names ?? [])].some((name) => name.toLowerCase() === wanted));
  if (province === undefined) return null;
  return { nuts: { code: province.nuts, level: 2, version: dutchVersion, label: province.label }, subdivisionCode: province.iso };
}

/** A Belgian NUTS code as a region, with its version; null where it is not a code of Belgium. */
export function belgianRegionOfCode(code: string): NutsRegion | null {
  if (!/^BE[0-9A-Z]{0,3}$/.test(code)) return null;
  const label = belgianDistricts[code] ?? belgianRegions[code]?.label ?? null;
  return { code, level: code.length - 2, version: belgianVersion, label };
}

/** ISO 3166-2 of the province that a Belgian NUTS code lies in, null where it is not in Flanders or Brussels. */
export function belgianSubdivisionOf(code: string): string | null {
  return belgianRegions[code.slice(0, 4)]?.iso ?? belgianRegions[code.slice(0, 3)]?.iso ?? null;
}

/** A country as NUTS level 0. */
export function countryRegion(countryCode: string): NutsRegion {
  return { code: countryCode, level: 0, version: dutchVersion, label: null };
}

/** Whether a wanted region is the other or holds it; codes of provinces' earlier versions count as today's. */
export function nutsCovers(wanted: string, code: string): boolean {
  return code.startsWith(currentNuts(wanted.toUpperCase()));
}

function currentNuts(code: string): string {
  return dutchProvinces.find((province) => province.formerNuts === code)?.nuts ?? code;
}

/** Countries that the nomenclature covers, or did, in its own codes. */
const countries: ReadonlySet<string> = new Set('AL AT BE BG CH CY CZ DE DK EE EL ES FI FR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR UK XK'.split(' '));
const nutsCode = /^[A-Z]{2}[0-9A-Z]{0,3}$/;
/** Whether a text has the form of a NUTS code, in any case, of a country that has such codes. */
export function isNutsCode(text: string): boolean {
  const code = text.toUpperCase();
  return nutsCode.test(code) && countries.has(code.slice(0, 2));
}
