import type { Switches } from '../kit/upstream.ts';

/** One switch for each place where the CSO document leaves more than one reading open. */
export interface CsoSwitches extends Switches {
  /** Names of the arguments of getJobs and getJobCount: the examples' (`filter`), the tables' (`remoteJobFilter`), or either. */
  argumentNames: 'example' | 'table' | 'both';
  /** In which order jobs come that nobody asked an order of: a new one before all others, or behind them. */
  listOrder: 'newest-first' | 'oldest-first';
  /** Whether `startRow` counts from 0 or from 1. */
  startRowBase: 0 | 1;
  /** What saveJob answers: the job's code, the job, or the counts that its section shows (a copy of 5.9's). */
  saveJobAnswer: 'string' | 'job' | 'counts';
  /** `enumerationType` in any case, or only as the table of 5.9 writes it. */
  enumerationTypeCase: 'any' | 'documented';
  /** Whether a new key ends the account's old one, or the living one is handed out again ("at most one key", 5.1). */
  newKey: 'ends-old' | 'same-while-valid';
  /** Which jobs `publicationPeriodFilter` takes: first published in the period, or with a phase that overlaps it. */
  publicationPeriod: 'published' | 'overlaps';
  /** Whether `onlineOnly` means shown to the public now, or open to application online. */
  onlineOnly: 'published' | 'application';
  /** Where `sectors` stands: the nesting of 5.12 is lost in the published text. */
  sectorsIn: 'both' | 'filter' | 'publicationDataFilter';
  /** `ID` of a pay scale: a number (5.12), or its eight characters (5.6 calls the code an ID). */
  payScaleId: 'number' | 'code';
  /** Where a saved job's own reference is read back. */
  savedReference: 'both' | 'external' | 'internal';
  /** Unit of the publication dates in reads; saving is always in seconds. */
  publicationDates: 'milliseconds' | 'seconds';
  /** Whether organisations show their sector, which 5.7's example does not. */
  organisationSector: boolean;
  /** Whether an organisation with HPK days must offer a job in an HPK phase (3.5 and 5.10 say "some must"). */
  requireHpk: boolean;
}

export function defaultSwitches(): CsoSwitches {
  return {
    argumentNames: 'example',
    listOrder: 'newest-first',
    startRowBase: 0,
    saveJobAnswer: 'string',
    enumerationTypeCase: 'any',
    newKey: 'ends-old',
    publicationPeriod: 'published',
    onlineOnly: 'published',
    sectorsIn: 'both',
    payScaleId: 'number',
    savedReference: 'both',
    publicationDates: 'milliseconds',
    organisationSector: false,
    requireHpk: false,
  };
}
