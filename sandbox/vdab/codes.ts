/** Codes that VDAB's answers hold, with the labels that later versions give beside them. */
export type Labels = Readonly<Record<string, string>>;

export const jobDomains: Labels = {
  JOBCAT01: 'Aankoop',
  JOBCAT02: 'Administratie',
  JOBCAT03: 'Bouw',
  JOBCAT04: 'Communicatie',
  JOBCAT05: 'Creatief',
  JOBCAT06: 'Financieel',
  JOBCAT07: 'Gezondheid',
  JOBCAT08: 'Horeca en toerisme',
  JOBCAT09: 'Human resources',
  JOBCAT10: 'ICT',
  JOBCAT11: 'Juridisch',
  JOBCAT12: 'Land- en tuinbouw',
  JOBCAT13: 'Logistiek en transport',
  JOBCAT14: 'Dienstverlening',
  JOBCAT15: 'Management',
  JOBCAT16: 'Marketing',
  JOBCAT17: 'Onderhoud',
  JOBCAT18: 'Onderwijs',
  JOBCAT19: 'Overheid',
  JOBCAT20: 'Onderzoek en ontwikkeling',
  JOBCAT21: 'Productie',
  JOBCAT22: 'Techniek',
  JOBCAT23: 'Verkoop',
};

export const contracts: Labels = {
  G: 'Vaste job',
  I: 'Interimjob',
  IV: 'Interimjob met optie vast',
  T: 'Tijdelijke job',
  TV: 'Tijdelijke job met optie vast',
  V: 'Studentenjob',
  S: 'Stage',
  FL: 'Flexi-job',
  Z: 'Zelfstandige activiteit',
  VW: 'Vrijwilligerswerk',
  VU: 'Vaste job bij een uitzendkantoor',
  STAT: 'Statutair',
};

export const contractDurations: Labels = { O: 'Onbepaalde duur', B: 'Bepaalde duur' };
export const regimes: Labels = { V: 'Voltijds', D: 'Deeltijds' };
export const schedules: Labels = { D: 'Dagwerk', '2': '2-ploegenstelsel', '3': '3-ploegenstelsel', N: 'Nachtwerk', W: 'Weekendwerk', C: 'Volcontinu' };
export const experience: Labels = { '1': 'Geen ervaring', '2': 'Beperkte ervaring (< 2 jaar)', '3': 'Minstens 2 jaar ervaring', '4': 'Minstens 5 jaar ervaring' };
export const languages: Labels = { N: 'Nederlands', F: 'Frans', E: 'Engels', D: 'Duits' };
export const levels: Labels = { '1': 'beperkt', '2': 'voldoende', '3': 'goed', '4': 'zeer goed' };
export const diplomaLevels: Labels = { A: 'Lager onderwijs', B: 'Secundair onderwijs', C: 'Professionele bachelor', D: 'Master' };
export const drivingLicences: Labels = { B: 'Rijbewijs B', C: 'Rijbewijs C', CE: 'Rijbewijs CE', D: 'Rijbewijs D' };
export const softSkills: Labels = {
  '5': 'Klantgerichtheid',
  '8': 'Samenwerken als hecht team',
  '9': 'Plannen',
  '10': 'Resultaatgerichtheid',
  '12': 'Zelfstandig werken',
  '14': 'Leervermogen hebben',
};
export const technicalSkills: Labels = {
  '11721': 'Budgetten opvolgen',
  '16394': 'Projecten plannen',
  '16669': 'Leveranciers beoordelen',
  '18138': 'Voorraden beheren',
  '18599': 'Teams aansturen',
  '22232': 'Processen verbeteren',
  '24557': 'Contracten onderhandelen',
  '30114': 'Software ontwerpen en schrijven',
  '30188': 'Netwerken configureren',
  '31007': 'Wonden verzorgen',
  '31240': 'Elektrische installaties aansluiten',
  '32005': 'Goederen in- en uitladen',
};

/** An occupation profile: its code in VDAB's form, its label, the sandbox's field of work, and its job domains. */
export interface Occupation {
  readonly code: string;
  readonly label: string;
  readonly field: string;
  readonly domains: readonly string[];
}

export const occupations: readonly Occupation[] = [
  'M180501-1|Analist ontwikkelaar ICT|ict|10',
  'M180101-1|Systeembeheerder|ict|10',
  'M180601-1|ICT-projectleider|ict|10,15',
  'J150601-1|Verpleegkundige|zorg|07',
  'J150101-1|Zorgkundige|zorg|07',
  'K120101-1|Maatschappelijk werker|zorg|07,14',
  'F160201-1|Residentieel elektrotechnisch installateur|techniek|22,03',
  'H291301-1|Lasser|techniek|22,21',
  'I130401-1|Onderhoudstechnicus industriële installaties|techniek|22,17',
  'H140101-1|Verantwoordelijke planning en productiebeheer|techniek|21,20',
  'K140401-1|Beleidsmedewerker|bestuur|19,04',
  'M160701-1|Secretariaatsmedewerker|bestuur|02',
  'K190301-1|Jurist|bestuur|11,09',
  'M140201-1|Adviseur bedrijfsorganisatie en management|bestuur|15',
  'M110101-1|Aankoper|handel|01',
  'D140201-1|Vertegenwoordiger|handel|23,16',
  'D110601-1|Winkelverkoper|handel|23,08',
  'N110301-1|Magazijnier|logistiek|13',
  'N410101-1|Vrachtwagenbestuurder|logistiek|13',
  'N130101-1|Logistiek verantwoordelijke|logistiek|13,15',
  'K210701-1|Leerkracht secundair onderwijs|onderwijs|18',
  'K130301-1|Kinderbegeleider|onderwijs|14,18',
  'M120301-1|Boekhouder|financieel|06',
  'M120401-1|Financieel analist|financieel|06,20',
  'E110401-1|Grafisch ontwerper|bestuur|05,04',
  'A120301-1|Tuinaanlegger|techniek|12',
].map(occupation);

function occupation(line: string): Occupation {
  const [code = '', label = '', field = '', domains = ''] = line.split('|');
  return { code, label, field, domains: domains.split(',').map((number) => `JOBCAT${number}`) };
}

export const occupationLabels: Labels = Object.fromEntries(occupations.map(({ code, label }) => [code, label]));

/** Codes of studies and diplomas, the first as in the CV document's search. */
export const studies: readonly string[] = ['MAE5AHH', 'MAN1NOO', 'UEH5AHH', 'BAC3INF', 'BAC3VPK', 'MAI5BWK', 'SOT7ELM', 'SOB7KAN', 'GRA5BOE', 'MAR5RGT', 'BAO3LSO', 'SOA6HUM'];
