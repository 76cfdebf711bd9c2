import type { CsoJob } from '../../sandbox/cso/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Meaning } from './truth.ts';

/** A criterion of `VacancyFilter` and what it means to the sandbox's data. */
export interface Criterion extends Meaning {
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Part of a filter that restricts one source only. */
function own(source: 'CSO' | 'VDAB' | 'CEGID', filter: Readonly<Record<string, unknown>>, meaning: Partial<Meaning>): Criterion {
  return { filter: { [source.toLowerCase()]: filter }, CSO: () => true, VDAB: () => true, CEGID: () => true, ...meaning };
}

/** Markup is no text; case does not matter. */
function texts(...parts: readonly (string | null | undefined)[]): string {
  return parts.map((part) => (part ?? '').replaceAll(/<[^>]*>/g, ' ')).join('\n').toLowerCase();
}

function keywords(word: string): Criterion {
  return {
    filter: { keywords: word },
    CSO: ({ content: { name, description, requirements, otherDetails } }) => texts(name, description, requirements, otherDetails).includes(word),
    VDAB: ({ document: { functie, vrijeVereiste } }) => texts(functie.functieTitel, functie.omschrijving, vrijeVereiste).includes(word),
    CEGID: ({ jobDescription: { title, description1, description2 } }) => texts(title, description1, description2).includes(word),
  };
}

function title(word: string): Criterion {
  return {
    filter: { title: word },
    CSO: ({ content }) => content.name.toLowerCase().includes(word),
    VDAB: ({ document }) => document.functie.functieTitel.toLowerCase().includes(word),
    CEGID: ({ jobDescription }) => jobDescription.title.toLowerCase().includes(word),
  };
}

function isIn(job: CsoJob, country: string): boolean {
  return job.features.detail.regions.some((code) => (code.startsWith('BRG.') ? country === 'NL' : code === country));
}

/** A vacancy may be in several countries. */
export function countries(...codes: readonly string[]): Criterion {
  const cegid: Readonly<Record<string, string>> = { NL: '_TS_CO_Country_Pays_Bas', BE: '_TS_CO_Country_Belgique' };
  return {
    filter: { countryCodes: codes },
    CSO: (job) => codes.some((code) => isIn(job, code)),
    VDAB: ({ document }) => codes.includes(document.tewerkstellingsadres?.landCode ?? ''),
    CEGID: ({ jobDescription }) => codes.some((code) => cegid[code] === jobDescription.country.id),
  };
}

/** A province is told apart by CSO and VDAB; of Cegid's vacancies only the country is known. */
const northHolland: Criterion = { filter: { nuts: ['NL32'] }, CSO: ({ features }) => features.detail.regions.includes('BRG.0216'), VDAB: () => false, CEGID: null };
const eastFlanders: Criterion = {
  filter: { nuts: ['BE23'] },
  CSO: () => false,
  VDAB: ({ document }) => document.tewerkstellingsadres?.regioCode?.startsWith('BE23') ?? false,
  CEGID: null,
};

function isClosed({ publication }: CsoJob, { clock }: Sandbox): boolean {
  return publication.sets.length > 0 && publication.sets.every(({ phases }) => phases.every(({ endMs }) => endMs <= clock.now()));
}

const closed: Criterion = { filter: { statuses: ['CLOSED'] }, CSO: isClosed, VDAB: () => false, CEGID: ({ status }) => /(?:Finalise|Archive)$/.test(status.id) };

const internships: Criterion = {
  filter: { employmentTypes: ['INTERN'] },
  CSO: ({ features }) => ['CSD.06', 'CSD.12'].includes(features.conditions.contractType ?? ''),
  VDAB: ({ document }) => document.arbeidsovereenkomst?.arbeidsContract === 'S',
  CEGID: ({ jobDescription }) => jobDescription.contractType?.id === '_TS_CO_ContractType_Stage',
};

function salaryFrom(amount: number): Criterion {
  return {
    filter: { salaryMin: amount },
    CSO: ({ features: { conditions } }, { definitions }) => {
      const scales = conditions.payScales.map((code) => definitions.cso.data.enumerations.payScales.find(code)?.payScale?.salaryMax ?? 0);
      return (conditions.salaryMax ?? conditions.salaryMin ?? Math.max(0, ...scales)) >= amount;
    },
    VDAB: ({ document: { arbeidsovereenkomst: agreement } }) => (agreement?.maximumBrutoLoon ?? agreement?.minimumBrutoLoon ?? 0) >= amount,
    CEGID: null,
  };
}

/** Criteria of every way to be applied: by the upstream, here, by one and here by another, and nowhere. */
export const criteria: readonly Criterion[] = [
  keywords('planning'),
  keywords('leveranciers'),
  title('beheerder'),
  title('adviseur'),
  countries('NL'),
  countries('BE', 'DE'),
  northHolland,
  eastFlanders,
  closed,
  internships,
  salaryFrom(4000),
  own('CSO', { jobBranches: ['CVG.08'] }, { CSO: ({ features }) => features.detail.jobBranches.some((code) => code.startsWith('CVG.08')) }),
  own('CSO', { regions: ['BRG.0214'], onlineOnly: false }, { CSO: ({ features }) => features.detail.regions.includes('BRG.0214') }),
  own('VDAB', { jobDomains: ['JOBCAT10'] }, { VDAB: ({ document }) => document.functie.jobdomeinen.includes('JOBCAT10') }),
  own('VDAB', { hideDuplicates: true }, { VDAB: ({ id, document }) => document.dubbels === undefined || document.dubbels.parentUuid === id }),
  own('CEGID', { statuses: ['_TS_CO_OfferStatus_Diffuse'] }, { CEGID: ({ status }) => status.id === '_TS_CO_OfferStatus_Diffuse' }),
];
