import type { FlemishTown } from '../content/towns.ts';
import type { Changing } from './changes.ts';

/** A property that a vacancy or CV may lack. */
export type Optional<T> = T | undefined;

/** A vacancy as v2 answers it, coded fields as bare codes (VDAB vacancy document; parts beyond its sample as clients of v2 read them). */
export interface Vacancy {
  readonly vacatureReferentie: VacancyReference;
  readonly status: string;
  readonly aantalJobs: number;
  readonly bron: string;
  readonly leverancier?: Optional<Supplier>;
  /** Days as YYYY-MM-DD, without a zone. */
  readonly publicatieDatum: string;
  readonly depublicatieDatum?: Optional<string>;
  readonly startDatum?: Optional<string>;
  readonly versie: number;
  /** HTML. */
  readonly vrijeVereiste?: Optional<string>;
  readonly internationaalOpengesteld: boolean;
  readonly functie: VacancyFunction;
  readonly profiel?: Optional<{ readonly vereisten: readonly Requirement[] }>;
  readonly arbeidsovereenkomst?: Optional<EmploymentContract>;
  readonly tewerkstellingsadres?: Optional<Workplace>;
  readonly sollicitatieprocedure?: Optional<ApplicationProcedure>;
  readonly dubbels?: Optional<Duplicates>;
  /** On a few vacancies only: a field that no document knows, since adding fields is no breaking change to VDAB. */
  readonly kwaliteitsScore?: Optional<number>;
}

export interface VacancyReference {
  /** A UUID. */
  readonly interneReferentie: string;
  readonly vdabReferentie: number;
  readonly hrxmlReferentie?: Optional<string>;
  readonly externeReferentie?: Optional<string>;
}

export interface Supplier {
  /** Ten digits, the first often a zero. */
  readonly kboNummer?: Optional<string>;
  readonly naam: string;
  readonly prioriteit: number;
  readonly type: string;
}

export interface VacancyFunction {
  readonly functieTitel: string;
  /** HTML. */
  readonly omschrijving?: Optional<string>;
  readonly jobdomeinen: readonly string[];
  readonly beroepsprofiel?: Optional<{ readonly code: string; readonly ervaring?: Optional<string> }>;
}

/** What is asked of the applicant; which of the codes stands depends on the type. */
export interface Requirement {
  readonly type: string;
  readonly code?: Optional<string>;
  readonly score?: Optional<string>;
  readonly diplomaNiveau?: Optional<string>;
}

export interface EmploymentContract {
  readonly arbeidsContract: string;
  readonly arbeidsContractDuur?: Optional<string>;
  readonly arbeidsRegime: string;
  readonly arbeidsStelsel: readonly string[];
  readonly aantalUur?: Optional<number>;
  readonly minimumBrutoLoon?: Optional<number>;
  readonly maximumBrutoLoon?: Optional<number>;
  readonly vermoedelijkeStartdatum?: Optional<string>;
  /** HTML. */
  readonly extra?: Optional<string>;
}

export interface Workplace {
  readonly straat?: Optional<string>;
  readonly huisnummer?: Optional<string>;
  readonly busnummer?: Optional<string>;
  readonly postcode: string;
  readonly gemeente: string;
  readonly landCode: string;
  readonly regioCode?: Optional<string>;
  readonly locatie?: Optional<{ readonly latitude: number; readonly longitude: number }>;
}

export interface ApplicationProcedure {
  readonly cvGewenst?: Optional<boolean>;
  readonly motivatiebriefGewenst?: Optional<boolean>;
  /** HTML. */
  readonly omschrijving?: Optional<string>;
  readonly contactpersoon?: Optional<{ readonly naam: string; readonly functie?: Optional<string>; readonly telefoonNummer?: Optional<string>; readonly email?: Optional<string> }>;
  readonly sollicitatieVia: {
    readonly webformulier?: Optional<string>;
    readonly email?: Optional<string>;
    readonly telefoon?: Optional<string>;
    readonly brief?: Optional<boolean>;
  };
}

/** A group of vacancies that reached VDAB by several channels; the parent names itself. */
export interface Duplicates {
  readonly parentUuid: string;
  /** Internal references of the group's other members. */
  readonly dubbelIds: readonly string[];
}

/** One vacancy of the sandbox: the truth from which every endpoint answers. */
export interface VacancyRecord extends Changing {
  readonly document: Vacancy;
  /** The town of its postcode; absent for a vacancy abroad or without address. */
  readonly town: Optional<FlemishTown>;
  /** The day from which it was no longer published. */
  readonly endedOn: Optional<string>;
  /** A status of bulk synchronisation that no document lists, where it differs from the vacancy's own. */
  readonly bulkStatus: Optional<string>;
}

/** A row of bulk synchronisation whose id names no vacancy. */
export interface GhostRecord extends Changing {
  readonly bulkStatus: string;
}
