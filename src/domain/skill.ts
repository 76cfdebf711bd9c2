/** A language that a candidate speaks or a vacancy asks for. */
export interface LanguageSkill {
  readonly type: 'LanguageSkill';
  readonly kind: string;
  readonly code: string;
  /** BCP 47. */
  readonly language: string | null;
  readonly level: string | null;
}

export interface TechnicalSkill {
  readonly type: 'TechnicalSkill';
  readonly kind: string;
  readonly code: string;
  readonly label: string | null;
  readonly score: string | null;
}

export interface SoftSkill {
  readonly type: 'SoftSkill';
  readonly kind: string;
  readonly code: string;
  readonly label: string | null;
}

export interface FreeSkill {
  readonly type: 'FreeSkill';
  readonly kind: string;
  readonly name: string | null;
  readonly description: string | null;
}

/** A kind of skill that no document names, kept as it came. */
export interface OtherSkill {
  readonly type: 'OtherSkill';
  readonly kind: string;
  readonly raw: unknown;
}

/** `type` is the GraphQL type; `kind` the source's own word for the kind of skill. */
export type Skill = LanguageSkill | TechnicalSkill | SoftSkill | FreeSkill | OtherSkill;
