import { dutchTowns } from '../content/towns.ts';
import type { Random } from '../kit/random.ts';
import type { CsoOrganisation, CsoSector } from './model.ts';

export const sectors = {
  state: { code: 'SEC.02', name: 'Rijksoverheid' },
  municipalities: { code: 'SEC.04', name: 'Gemeenten' },
  provinces: { code: 'SEC.06', name: 'Provincies' },
  water: { code: 'SEC.08', name: 'Waterschappen' },
  science: { code: 'SEC.10', name: 'Onderwijs & wetenschap' },
} as const satisfies Readonly<Record<string, CsoSector>>;

/** `code|name|abbreviation|HPK days|parent`: the two of 5.7's example, the one of 5.10's, and others of the state. */
const stateLines = `01020|Algemene Rekenkamer|AR|5|
01100|Ministerie van Financiën|FIN|10|
01130|Belastingdienst|BD|0|01100
01140|Douane Nederland|DOU|5|01100
01200|Ministerie van Binnenlandse Zaken en Koninkrijksrelaties|BZK|10|
01210|Rijksdienst voor Identiteitsgegevens|RvIG|5|01200
01220|Logius|LOG|5|01200
01300|Ministerie van Justitie en Veiligheid|JenV|10|
01310|Dienst Justitiële Inrichtingen|DJI|5|01300
01320|Immigratie- en Naturalisatiedienst|IND|5|01300
01330|Openbaar Ministerie|OM|0|01300
01400|Ministerie van Infrastructuur en Waterstaat|IenW|10|
01410|Rijkswaterstaat|RWS|5|01400
01420|Koninklijk Nederlands Meteorologisch Instituut|KNMI|0|01400
01500|Ministerie van Volksgezondheid, Welzijn en Sport|VWS|10|
01510|RIVM – Rijksinstituut voor Volksgezondheid en Milieu|RIVM|5|01500
01600|Ministerie van Onderwijs, Cultuur en Wetenschap|OCW|10|
01610|Dienst Uitvoering Onderwijs|DUO|5|01600
01620|Nationaal Archief|NA|0|01600
01700|Ministerie van Defensie|DEF|0|
01800|Ministerie van Buitenlandse Zaken|BZ|10|
01900|Ministerie van Economische Zaken en Klimaat|EZK|10|
01910|Rijksdienst voor Ondernemend Nederland|RVO|5|01900
01920|Octrooicentrum Nederland|OCNL|5|01910`;

const provinces = [...new Set(dutchTowns.map((town) => town.province))];
const waterBoards = ['Hoogheemraadschap van Delfland', 'Waterschap Aa en Maas', 'Wetterskip Fryslân'];

/** 60 organisations at scale 1, by code; beyond the written ones they are services of municipalities. */
export function makeOrganisations(random: Random, scale: number): CsoOrganisation[] {
  const count = Math.max(30, Math.round(60 * scale));
  const named = [
    make('00300', 'Academic Transfer', 'AT', 0, sectors.science, '1', null, 'academictransfer'),
    ...stateLines.split('\n').map(stateOrganisation),
    ...provinces.map((name, index) => make(String(2010 + index * 10).padStart(5, '0'), `Provincie ${name}`, `P${index + 1}`, 0, sectors.provinces)),
    ...waterBoards.map((name, index) => make(String(3010 + index * 10).padStart(5, '0'), name, `W${index + 1}`, random.pick([0, 3]), sectors.water)),
    ...dutchTowns.map((town, index) => make(String(4010 + index * 10).padStart(5, '0'), `Gemeente ${town.name}`, `G${index + 1}`, 0, sectors.municipalities)),
  ];
  const services = Array.from({ length: Math.max(0, count - named.length) }, (_, index) => municipalService(index));
  return [...named, ...services].slice(0, count);
}

function stateOrganisation(line: string): CsoOrganisation {
  const [code = '', name = '', abbreviation = '', hpkDays, parent = ''] = line.split('|');
  const level = parent === '' ? '1' : parent.endsWith('00') ? '2' : '3';
  return make(code, name, abbreviation, Number(hpkDays), sectors.state, level, parent === '' ? null : parent);
}

function municipalService(index: number): CsoOrganisation {
  const service = ['Sociale Dienst', 'Stadsbeheer', 'Bouw- en Woningtoezicht', 'Burgerzaken'][index % 4] ?? '';
  const town = dutchTowns[index % dutchTowns.length]?.name ?? '';
  const parent = String(4010 + (index % dutchTowns.length) * 10).padStart(5, '0');
  return make(String(10_000 + index), `${service} ${town} ${index + 1}`, `S${index + 1}`, 0, sectors.municipalities, '2', parent);
}

function make(
  code: string,
  name: string,
  abbreviation: string,
  hpkDays: number,
  sector: CsoSector,
  level = '1',
  parent: string | null = null,
  slug = slugOf(name),
): CsoOrganisation {
  return { code, name, abbreviation, slug, hpkDays, sector, level, parent, usesPayScales: sector === sectors.state };
}

function slugOf(name: string): string {
  const ascii = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return ascii.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
