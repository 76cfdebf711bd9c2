import type { Random } from '../kit/random.ts';

/** Job titles by the field of work they belong to. */
export const titlesByField: Readonly<Record<string, readonly string[]>> = {
  ict: ['Senior softwareontwikkelaar', 'Data-engineer', 'Functioneel beheerder', 'Systeembeheerder Linux', 'Scrum master', 'Security-analist', 'Java Developer', 'Testautomatiseerder', 'Cloudarchitect', 'Product owner'],
  zorg: ['Verpleegkundige', 'Zorgkundige', 'Huisarts in opleiding', 'Kinesist', 'Apotheker', 'Sociaal werker'],
  techniek: ['Elektromonteur', 'Lasser', 'Werktuigbouwkundig ingenieur', 'CNC-operator', 'Onderhoudstechnicus', 'Projectleider infrastructuur'],
  bestuur: ['Beleidsmedewerker', 'Senior adviseur', 'Directiesecretaris', 'Inspecteur', 'Juridisch medewerker', 'Coördinerend beleidsadviseur', 'Wetgevingsjurist', 'Managementondersteuner'],
  handel: ['Verkoper', 'Aankoper', 'Accountmanager', 'Filiaalmanager', 'Callcentermedewerker', 'Vertegenwoordiger'],
  logistiek: ['Magazijnier', 'Vrachtwagenchauffeur CE', 'Planner', 'Heftruckchauffeur', 'Logistiek verantwoordelijke'],
  onderwijs: ['Leraar wiskunde', 'Onderwijsassistent', 'Docent Nederlands', 'Kinderbegeleider'],
  financieel: ['Controller', 'Boekhouder', 'Payroll-specialist', 'Financieel adviseur', 'Belastinginspecteur'],
};

const openings = ['Wil jij bijdragen aan een beter Nederland?', 'Zoek je een job met impact?', 'Ben jij de collega die wij zoeken?', 'Samen maken we het verschil.', 'Werk je graag in een hecht team?'];
const tasks = ['Je adviseert collega’s over complexe dossiers', 'Je onderhoudt contacten met leveranciers en partners', 'Je bewaakt planning, budget en kwaliteit', 'Je denkt mee over verbeteringen en voert ze door', 'Je schrijft heldere notities & rapporten', 'Je staat in voor het dagelijks onderhoud van de installaties', 'Je begeleidt nieuwe medewerkers op de werkvloer', 'Je analyseert gegevens en vertaalt ze naar inzichten (€, %, ±)'];
const demands = ['een afgeronde opleiding op het gevraagde niveau', 'aantoonbare ervaring in een vergelijkbare rol', 'uitstekende beheersing van het Nederlands', 'rijbewijs B', 'zin voor initiatief en verantwoordelijkheid', 'kennis van Excel is een pluspunt'];

/** Markup that a careless board lets through and that must reach no page: each carries the marker `pwned`. */
const hostileMarkup = ['<script>window.pwned=1</script>', '<img src="x" onerror="pwned()">', '<a href="javascript:pwned()">solliciteer</a>', '<iframe src="https://example.invalid/pwned"></iframe>', '<p style="position:fixed" onclick="pwned()">klik</p>', '<svg><script>pwned()</script></svg>'];

const unicodeOddities = ['‘s avonds — crème brûlée', 'Łódź ↔ Gent', '👩‍🔧 technieker m/v/x', 'İstanbul', '日本語', 'e\u0301quipe'];

/** An HTML text as vacancy boards hold it: paragraphs, lists, sometimes hostile markup, odd characters or great length. */
export function htmlDescription(random: Random): string {
  const parts = [`<p>${random.pick(openings)}</p>`, `<ul>${random.sample(tasks, random.int(2, 5)).map((task) => `<li>${task}</li>`).join('')}</ul>`];
  if (random.chance(0.1)) parts.push(random.pick(hostileMarkup));
  if (random.chance(0.1)) parts.push(`<p>${random.pick(unicodeOddities)}</p>`);
  if (random.chance(0.01)) parts.push(`<p>${'Een heel lange tekst over onze organisatie. '.repeat(600)}</p>`);
  return parts.join('\n');
}

/** What is asked of the applicant, as HTML. */
export function htmlRequirements(random: Random): string {
  return `<p>Je hebt:</p><ul>${random.sample(demands, random.int(2, 4)).map((demand) => `<li>${demand}</li>`).join('')}</ul>`;
}

/** A field of work and a title in it. */
export function jobTitle(random: Random): { field: string; title: string } {
  const field = random.pick(Object.keys(titlesByField));
  return { field, title: random.pick(titlesByField[field] ?? []) };
}
