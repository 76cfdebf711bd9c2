import type { Changing } from './changes.ts';
import type { Optional } from './vacancy.ts';

/** A CV as v1 answers it (CV document, the two details). All but its id, status and date may be missing. */
export interface Candidate {
  /** A UUID. */
  readonly cvId: string;
  readonly status: string;
  /** A day as YYYY-MM-DD. */
  readonly wijzigingsDatum: string;
  readonly iklId?: Optional<number>;
  /** An empty object in every sample. */
  readonly persoonlijkeInteresse?: Optional<Readonly<Record<string, never>>>;
  readonly natuurlijkPersoon?: Optional<NaturalPerson>;
  readonly ervaringen?: Optional<readonly Experience[]>;
  readonly opleidingen?: Optional<readonly Education[]>;
  readonly attesteringen?: Optional<readonly Certificate[]>;
  readonly competenties?: Optional<readonly Competence[]>;
  readonly gewensteJob?: Optional<DesiredJob>;
}

export interface NaturalPerson {
  readonly gsm?: Optional<string>;
  readonly officieelAdres?: Optional<Address>;
  readonly contactAdres?: Optional<Address>;
  readonly email?: Optional<string>;
  readonly achternaam?: Optional<string>;
  readonly voornaam?: Optional<string>;
  readonly roepnaam?: Optional<string>;
  readonly website?: Optional<string>;
  readonly geslacht?: Optional<string>;
  readonly nationaliteit?: Optional<string>;
  readonly geboortedatum?: Optional<string>;
}

export interface Address {
  readonly straat?: Optional<string>;
  readonly huisnummer?: Optional<string>;
  readonly busnummer?: Optional<string>;
  /** The postcode behind its country, e.g. BE-1770. */
  readonly postcode: string;
  /** The town behind its postcode, e.g. 1770-LIEDEKERKE. */
  readonly gemeente: string;
  readonly land: string;
}

export interface Experience {
  readonly type: string;
  readonly functieTitel?: Optional<string>;
  readonly van?: Optional<string>;
  readonly werkgever?: Optional<{ readonly naam: string }>;
  /** Missing while it lasts. */
  readonly tot?: Optional<string>;
}

export interface Education {
  readonly type: string;
  readonly info?: Optional<string>;
  readonly behaaldOp?: Optional<string>;
  readonly behaaldIn?: Optional<number>;
  readonly diploma?: Optional<boolean>;
  /** A study code, in spite of its name. */
  readonly naam?: Optional<string>;
}

export interface Certificate {
  readonly type: string;
  readonly code?: Optional<string>;
  readonly eigenWagen?: Optional<boolean>;
}

/** A skill; which properties it has depends on its type. */
export type Competence =
  | { readonly type: 'talen'; readonly code: string; readonly niveau?: Optional<string> }
  | { readonly type: 'technischeCompetentie'; readonly code: string; readonly score?: Optional<string> }
  | { readonly type: 'softSkill'; readonly code: string }
  | { readonly type: 'vrijeCompetentie'; readonly naam?: Optional<string>; readonly beschrijving?: Optional<string> }
  | UnlistedCompetence;

/** Skills of types that the document does not show. */
export type UnlistedCompetence =
  | { readonly type: 'portfolio'; readonly url: string; readonly bestanden: readonly string[] }
  | { readonly type: 'digitaleVaardigheid'; readonly code: string; readonly zelfevaluatie: { readonly niveau: number } };

export interface DesiredJob {
  readonly arbeidsRegimes?: Optional<readonly string[]>;
  readonly arbeidsStelsels?: Optional<readonly string[]>;
  readonly regios?: Optional<readonly string[]>;
  readonly functies?: Optional<readonly DesiredFunction[]>;
}

export interface DesiredFunction {
  /** Some end in a space. */
  readonly titel: string;
  readonly ervaring?: Optional<string>;
  readonly beroepsprofiel?: Optional<{ readonly code: string }>;
}

/** One CV of the sandbox: the truth from which every endpoint answers. */
export interface CandidateRecord extends Changing {
  readonly document: Candidate;
  /** A status of bulk synchronisation that no document lists, where it differs from the CV's own. */
  readonly bulkStatus: Optional<string>;
}
